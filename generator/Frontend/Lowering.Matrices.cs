using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Matrix4x4, row by row; points are rows, so that <c>Transform(v, m)</c> is v·m.</content>
internal sealed partial class Lowering
{
    private static bool IsMatrix(ITypeSymbol? type) => type is not null && Types.FullName(type) == "System.Numerics.Matrix4x4";

    private Value? MatrixOperator(IMethodSymbol method, Value[] operands) => method.Name switch
    {
        "op_Multiply" when operands is [Composite left, Composite right] => MatrixProduct(left, right),
        "op_Addition" or "op_Subtraction" or "op_Multiply" or "op_UnaryNegation" or "op_Equality" or "op_Inequality" => VectorOperator(method, operands),
        _ => null,
    };

    private Value? MatrixCall(IMethodSymbol method, Value[] x)
    {
        ITypeSymbol type = Concrete(method.ReturnType);
        if (x.Any(static value => value is not (Scalar or Composite)))
        {
            return null;
        }
        Expression[] a = x.SelectMany(value => Parts(Stable(value))).ToArray();
        switch (method.Name, x.Length)
        {
            case ("Multiply", 2) when x is [Composite left, Composite right]:
                return MatrixProduct(left, right);
            case ("Add" or "Subtract" or "Multiply" or "Negate", _):
                return VectorCall(method, x);
            case ("Transpose", 1):
                return new Composite(type, Enumerable.Range(0, 16).Select(i => (Value)new Scalar(a[(i % 4 * 4) + (i / 4)])).ToArray());
            case ("GetDeterminant", 1):
                return new Scalar(Determinant(a));
            case ("Lerp", 3) when a.Length == 33:
                return Each([x[0], x[1], new Scalar(a[32])], static p => Build.Plus(p[0], Build.Multiply(Build.Minus(p[1], p[0]), p[2])));
            case ("CreateTranslation", 1 or 3) when a.Length == 3:
                return Filled(type, [(0, One), (5, One), (10, One), (12, a[0]), (13, a[1]), (14, a[2]), (15, One)]);
            case ("CreateScale", 1 or 3) when a.Length is 1 or 3:
                return Filled(type, [(0, a[0]), (5, a[a.Length / 2]), (10, a[a.Length - 1]), (15, One)]);
            case ("CreateRotationX", 1):
                return Rotation(type, a[0], 5, 10, 6, 9, 0);
            case ("CreateRotationY", 1):
                return Rotation(type, a[0], 0, 10, 8, 2, 5);
            case ("CreateRotationZ", 1):
                return Rotation(type, a[0], 0, 5, 1, 4, 10);
            case ("CreateFromQuaternion", 1):
                return OfQuaternion(type, a);
            case ("CreateFromAxisAngle", 2):
                return OfQuaternion(type, StableParts(AxisAngle(a)));
            case ("CreateFromYawPitchRoll", 3):
                return OfQuaternion(type, StableParts(YawPitchRoll(a)));
            default:
                return null;
        }
    }

    private static Constant One => Build.Float(1);

    private Expression[] StableParts(Expression[] parts) => parts.Select(part => Stable(part)).ToArray();

    private Composite MatrixProduct(Composite left, Composite right)
    {
        Expression[] a = Parts(Stable(left)), b = Parts(Stable(right));
        return new(left.Type, Enumerable.Range(0, 16).Select(i => (Value)new Scalar(RowTimes([a[i / 4 * 4], a[(i / 4 * 4) + 1], a[(i / 4 * 4) + 2], a[(i / 4 * 4) + 3]], b, i % 4))).ToArray());
    }

    /// <summary>One element of row · matrix; the row may be shorter than the matrix.</summary>
    private static Expression RowTimes(Expression[] row, Expression[] matrix, int column) =>
        row.Select((element, k) => Build.Multiply(element, matrix[(4 * k) + column])).Aggregate(Build.Plus);

    /// <summary>The elements that are given, zeros elsewhere.</summary>
    private static Composite Filled(ITypeSymbol type, (int Index, Expression Value)[] elements)
    {
        Value[] fields = Enumerable.Repeat<Value>(new Scalar(Build.Float(0)), 16).ToArray();
        foreach ((int index, Expression value) in elements)
        {
            fields[index] = new Scalar(value);
        }
        return new(type, fields);
    }

    private Composite Rotation(ITypeSymbol type, Expression angle, int cosine, int otherCosine, int sine, int minusSine, int axis)
    {
        Expression c = Stable(Build.Call(Elementary.Cos, angle)), s = Stable(Build.Call(Elementary.Sin, angle));
        return Filled(type, [(cosine, c), (otherCosine, c), (sine, s), (minusSine, Build.Negate(s)), (axis, One), (15, One)]);
    }

    /// <summary>The rotation of a unit quaternion; of any other, the same polynomials of its parts, as in the base library.</summary>
    private static Composite OfQuaternion(ITypeSymbol type, Expression[] q)
    {
        static Expression Twice(Expression sum) => Build.Multiply(Build.Float(2), sum);
        Expression Product(int i, int j) => Build.Multiply(q[i], q[j]);
        Expression Diagonal(int i, int j) => Build.Minus(One, Twice(Build.Plus(Product(i, i), Product(j, j))));
        Expression Sum(int i, int j, int k) => Twice(Build.Plus(Product(i, j), Product(k, 3)));
        Expression Difference(int i, int j, int k) => Twice(Build.Minus(Product(i, j), Product(k, 3)));
        return Filled(type,
        [
            (0, Diagonal(1, 2)), (1, Sum(0, 1, 2)), (2, Difference(0, 2, 1)),
            (4, Difference(0, 1, 2)), (5, Diagonal(2, 0)), (6, Sum(1, 2, 0)),
            (8, Sum(0, 2, 1)), (9, Difference(1, 2, 0)), (10, Diagonal(1, 0)), (15, One),
        ]);
    }

    /// <summary>By the minors of the lower two rows.</summary>
    private Expression Determinant(Expression[] m)
    {
        Expression Lower(int i, int j) => Stable(Minor(m[8 + i], m[12 + j], m[8 + j], m[12 + i]).Expression);
        Dictionary<(int, int), Expression> minors = [];
        for (int i = 0; i < 3; i++)
        {
            for (int j = i + 1; j < 4; j++)
            {
                minors.Add((i, j), Lower(i, j));
            }
        }
        Expression Cofactor(int i, int j, int k) => Build.Plus(
            Build.Minus(Build.Multiply(m[4 + i], minors[(j, k)]), Build.Multiply(m[4 + j], minors[(i, k)])), Build.Multiply(m[4 + k], minors[(i, j)]));
        Expression first = Build.Minus(Build.Multiply(m[0], Cofactor(1, 2, 3)), Build.Multiply(m[1], Cofactor(0, 2, 3)));
        return Build.Minus(Build.Plus(first, Build.Multiply(m[2], Cofactor(0, 1, 3))), Build.Multiply(m[3], Cofactor(0, 1, 2)));
    }

    /// <summary>A row of a matrix, or its translation.</summary>
    private static Composite? MatrixPart(IPropertySymbol property, Composite matrix)
    {
        int row = property.Name switch { "X" => 0, "Y" => 1, "Z" => 2, "W" or "Translation" => 3, _ => -1 };
        return row < 0 ? null : new(property.Type, matrix.Fields.Skip(4 * row).Take(property.Name == "Translation" ? 3 : 4).ToArray());
    }
}
