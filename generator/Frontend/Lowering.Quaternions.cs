using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Quaternion: X, Y, Z are the vector, W the scalar.</content>
internal sealed partial class Lowering
{
    private static bool IsQuaternion(ITypeSymbol? type) => type is not null && Types.FullName(type) == "System.Numerics.Quaternion";

    private Value? QuaternionOperator(IMethodSymbol method, Value[] operands) => method.Name switch
    {
        "op_Multiply" when operands is [Composite left, Composite right] => OfParts(left.Type, Hamilton(Parts(Stable(left)), Parts(Stable(right)))),
        "op_Division" when operands is [Composite left, Composite right] => OfParts(left.Type, Hamilton(Parts(Stable(left)), StableParts(Inverse(Parts(Stable(right)))))),
        "op_Addition" or "op_Subtraction" or "op_Multiply" or "op_UnaryNegation" or "op_Equality" or "op_Inequality" => VectorOperator(method, operands),
        _ => null,
    };

    private Value? QuaternionCall(IMethodSymbol method, Value[] x)
    {
        ITypeSymbol type = Concrete(method.ReturnType);
        if (x.Any(static value => value is not (Scalar or Composite)))
        {
            return null;
        }
        Expression[] a = x.SelectMany(value => Parts(Stable(value))).ToArray();
        switch (method.Name, a.Length)
        {
            case ("Multiply", 8):
                return OfParts(type, Hamilton([a[0], a[1], a[2], a[3]], [a[4], a[5], a[6], a[7]]));
            case ("Concatenate", 8):
                return OfParts(type, Hamilton([a[4], a[5], a[6], a[7]], [a[0], a[1], a[2], a[3]]));
            case ("Divide", 8):
                return OfParts(type, Hamilton([a[0], a[1], a[2], a[3]], StableParts(Inverse([a[4], a[5], a[6], a[7]]))));
            case ("Add" or "Subtract" or "Multiply" or "Negate" or "Dot" or "Length" or "LengthSquared" or "Normalize", _):
                return VectorCall(method, x);
            case ("Conjugate", 4):
                return OfParts(type, Conjugate(a));
            case ("Inverse", 4):
                return OfParts(type, Inverse(a));
            case ("Create", 4):
                return OfParts(type, a);
            case ("CreateFromAxisAngle", 4):
                return OfParts(type, AxisAngle(a));
            case ("CreateFromYawPitchRoll", 3):
                return OfParts(type, YawPitchRoll(a));
            default:
                return null;
        }
    }

    private static Composite OfParts(ITypeSymbol type, Expression[] parts) => new(type, parts.Select(static part => (Value)new Scalar(part)).ToArray());

    /// <summary>The product of Hamilton (1843): p·q turns by q first.</summary>
    private static Expression[] Hamilton(Expression[] p, Expression[] q)
    {
        Expression Part(int i, int j, int k) => Build.Plus(
            Build.Plus(Build.Multiply(p[i], q[3]), Build.Multiply(q[i], p[3])), Build.Minus(Build.Multiply(p[j], q[k]), Build.Multiply(p[k], q[j])));
        Expression dot = Build.Plus(Build.Plus(Build.Multiply(p[0], q[0]), Build.Multiply(p[1], q[1])), Build.Multiply(p[2], q[2]));
        return [Part(0, 1, 2), Part(1, 2, 0), Part(2, 0, 1), Build.Minus(Build.Multiply(p[3], q[3]), dot)];
    }

    private static Expression[] Conjugate(Expression[] q) => [Build.Negate(q[0]), Build.Negate(q[1]), Build.Negate(q[2]), q[3]];

    private Expression[] Inverse(Expression[] q)
    {
        Expression square = Stable(q.Select(static part => Build.Multiply(part, part)).Aggregate(Build.Plus));
        return Conjugate(q).Select(part => Build.Divide(part, square)).ToArray();
    }

    /// <summary>The axis is taken as it is: no rotation when it is no unit vector.</summary>
    private Expression[] AxisAngle(Expression[] axisAndAngle)
    {
        Expression half = Stable(Build.Multiply(Build.Float(0.5f), axisAndAngle[3]));
        Expression sine = Stable(Build.Call(Elementary.Sin, half));
        return [.. axisAndAngle.Take(3).Select(part => Build.Multiply(part, sine)), Build.Call(Elementary.Cos, half)];
    }

    private Expression[] YawPitchRoll(Expression[] angles)
    {
        Expression[] halves = StableParts(angles.Select(static angle => Build.Multiply(angle, Build.Float(0.5f))).ToArray());
        Expression[] s = StableParts(halves.Select(static half => (Expression)Build.Call(Elementary.Sin, half)).ToArray());
        Expression[] c = StableParts(halves.Select(static half => (Expression)Build.Call(Elementary.Cos, half)).ToArray());
        static Expression Product(Expression a, Expression b, Expression d) => Build.Multiply(Build.Multiply(a, b), d);
        return
        [
            Build.Plus(Product(c[0], s[1], c[2]), Product(s[0], c[1], s[2])),
            Build.Minus(Product(s[0], c[1], c[2]), Product(c[0], s[1], s[2])),
            Build.Minus(Product(c[0], c[1], s[2]), Product(s[0], s[1], c[2])),
            Build.Plus(Product(c[0], c[1], c[2]), Product(s[0], s[1], s[2])),
        ];
    }

    /// <summary>
    /// <c>Transform(v, m)</c> = v·m, with a last part of 1 where the vector has none, and <c>Transform(v, q)</c> = q·v·q* (as .NET 10 does for every q; a turn when |q| = 1).
    /// </summary>
    private Value? Transformed(IMethodSymbol method, Value[] x)
    {
        ITypeSymbol type = Concrete(method.ReturnType);
        if (x is not [Composite vector, Composite transform] || Types.FieldsOf(type) is not { } fields)
        {
            return null;
        }
        Expression[] v = Parts(Stable(vector)), t = Parts(Stable(transform));
        if (IsMatrix(transform.Type))
        {
            bool isPoint = method.Name == "Transform" && v.Length < 4;
            return OfParts(type, fields.Select((_, column) => isPoint ? Build.Plus(RowTimes(v, t, column), t[12 + column]) : RowTimes(v, t, column)).ToArray());
        }
        if (!IsQuaternion(transform.Type) || method.Name != "Transform")
        {
            return null;
        }
        Expression zero = Build.Float(0);
        Expression last = v.Length == 4 ? v[3] : fields.Count == 4 ? One : zero;
        Expression[] turned = StableParts(Hamilton(t, [v[0], v[1], v.Length > 2 ? v[2] : zero, last]));
        return OfParts(type, Hamilton(turned, Conjugate(t)).Take(fields.Count).ToArray());
    }
}
