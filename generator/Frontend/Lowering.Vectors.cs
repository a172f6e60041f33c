using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Vector2, Vector3, Vector4.</content>
internal sealed partial class Lowering
{
    private Value? VectorOperator(IMethodSymbol method, Value[] operands) => method.Name switch
    {
        "op_Addition" => Each(operands, static x => Build.Plus(x[0], x[1])),
        "op_Subtraction" => Each(operands, static x => Build.Minus(x[0], x[1])),
        "op_Multiply" => Each(operands, static x => Build.Multiply(x[0], x[1])),
        "op_Division" => Each(operands, static x => Build.Divide(x[0], x[1])),
        "op_UnaryNegation" => Each(operands, static x => Build.Negate(x[0])),
        "op_UnaryPlus" => operands[0],
        "op_Equality" => new Scalar(Parts(operands[0]).Zip(Parts(operands[1]), static (a, b) => (Expression)Build.Compare(Arithmetic.Equal, a, b)).Aggregate(Build.And)),
        "op_Inequality" => new Scalar(Build.Not(Parts(operands[0]).Zip(Parts(operands[1]), static (a, b) => (Expression)Build.Compare(Arithmetic.Equal, a, b)).Aggregate(Build.And))),
        _ => null,
    };

    private Value? VectorCall(IMethodSymbol method, Value[] x)
    {
        switch (method.Name, x.Length)
        {
            case ("Add", 2):
                return Each(x, static a => Build.Plus(a[0], a[1]));
            case ("Subtract", 2):
                return Each(x, static a => Build.Minus(a[0], a[1]));
            case ("Multiply", 2):
                return Each(x, static a => Build.Multiply(a[0], a[1]));
            case ("Divide", 2):
                return Each(x, static a => Build.Divide(a[0], a[1]));
            case ("Negate", 1):
                return Each(x, static a => Build.Negate(a[0]));
            case ("Abs", 1):
                return Each(x, static a => Build.Call(Elementary.Abs, a));
            case ("SquareRoot", 1):
                return Each(x, static a => Build.Call(Elementary.Sqrt, a));
            case ("Min", 2):
                return Each(x, static a => Build.Call(Elementary.Min, a));
            case ("Max", 2):
                return Each(x, static a => Build.Call(Elementary.Max, a));
            case ("Clamp", 3):
                // The lower bound first, as the base library does it: min(max(x, low), high).
                return Each(x, static a => Build.Call(Elementary.Min, Build.Call(Elementary.Max, a[0], a[1]), a[2]));
            case ("Dot", 2):
                return new Scalar(Dot(x[0], x[1]));
            case ("LengthSquared", 1):
                x = [Stable(x[0])];
                return new Scalar(Dot(x[0], x[0]));
            case ("Length", 1):
                x = [Stable(x[0])];
                return new Scalar(Build.Call(Elementary.Sqrt, Dot(x[0], x[0])));
            case ("DistanceSquared", 2):
                Value square = Stable(Each(x, static a => Build.Minus(a[0], a[1])));
                return new Scalar(Dot(square, square));
            case ("Distance", 2):
                Value apart = Stable(Each(x, static a => Build.Minus(a[0], a[1])));
                return new Scalar(Build.Call(Elementary.Sqrt, Dot(apart, apart)));
            case ("Normalize", 1):
                x = [Stable(x[0])];
                Expression length = Stable(Build.Call(Elementary.Sqrt, Dot(x[0], x[0])));
                return Each([x[0], new Scalar(length)], static a => Build.Divide(a[0], a[1]));
            case ("Lerp", 3) when x[2] is Scalar share:
                Scalar t = new(Stable(share.Expression));
                return Each([x[0], x[1], t], static a => Build.Plus(Build.Multiply(a[0], Build.Minus(Build.Float(1), a[2])), Build.Multiply(a[1], a[2])));
            case ("Reflect", 2):
                x = x.Select(value => Stable(value)).ToArray();
                Scalar twice = new(Stable(Build.Multiply(Build.Float(2), Dot(x[0], x[1]))));
                return Each([x[0], x[1], twice], static a => Build.Minus(a[0], Build.Multiply(a[2], a[1])));
            case ("Cross", 2) when Parts(x[0]).Length == 3:
                x = x.Select(value => Stable(value)).ToArray();
                Expression[] u = Parts(x[0]), v = Parts(x[1]);
                return new Composite(((Composite)x[0]).Type, [Minor(u[1], v[2], u[2], v[1]), Minor(u[2], v[0], u[0], v[2]), Minor(u[0], v[1], u[1], v[0])]);
            case ("Cross", 2) when Parts(x[0]).Length == 2:
                x = x.Select(value => Stable(value)).ToArray();
                return Minor(Parts(x[0])[0], Parts(x[1])[1], Parts(x[0])[1], Parts(x[1])[0]);
            case ("Lerp", 3):
                x = x.Select(value => Stable(value)).ToArray();
                return Each(x, static a => Build.Plus(Build.Multiply(a[0], Build.Minus(Build.Float(1), a[2])), Build.Multiply(a[1], a[2])));
            case ("Sum", 1):
                return new Scalar(Parts(x[0]).Aggregate(Build.Plus));
            case ("Transform" or "TransformNormal", 2):
                return Transformed(method, x);
            case ("Create", _) when x.All(static value => value is Scalar or Composite):
                Expression[] parts = x.SelectMany(Parts).ToArray();
                int count = Types.FieldsOf(method.ContainingType)!.Count;
                parts = parts.Length == 1 ? Enumerable.Repeat(Stable(parts[0]), count).ToArray() : parts;
                return parts.Length == count ? OfParts(method.ContainingType, parts) : null;
            default:
                return VectorFunctions.Contains(method.Name) && x.All(static value => value is Composite)
                    && PrimitiveTable.FindMethod("float", method.Name, x.Length) is { Partials: not null } primitive
                    ? Each(x, a => Build.Call(primitive, a))
                    : null;
        }
    }

    /// <summary>Functions of vectors that are the function of <see langword="float"/> of the same name, part by part.</summary>
    private static readonly HashSet<string> VectorFunctions =
    [
        "Exp", "Log", "Log2", "Sin", "Cos", "Hypot", "CopySign", "MaxMagnitude", "MinMagnitude", "MaxNumber", "MinNumber", "MaxMagnitudeNumber",
        "MinMagnitudeNumber", "FusedMultiplyAdd", "MultiplyAddEstimate", "DegreesToRadians", "RadiansToDegrees", "Round", "Truncate",
    ];

    private static Scalar Minor(Expression a, Expression b, Expression c, Expression d) => new(Build.Minus(Build.Multiply(a, b), Build.Multiply(c, d)));

    private static Expression[] Parts(Value value) => value switch
    {
        Composite composite => composite.Fields.Select(static field => ((Scalar)field).Expression).ToArray(),
        Scalar scalar => [scalar.Expression],
        _ => throw new InvalidOperationException("a vector is made of scalars"),
    };

    private static Expression Dot(Value left, Value right) => Parts(left).Zip(Parts(right), Build.Multiply).Aggregate(Build.Plus);

    /// <summary>One result per part; a scalar operand goes to every part.</summary>
    private Composite Each(Value[] operands, Func<Expression[], Expression> part)
    {
        Value[] stable = operands.Select(operand => operand is Scalar ? Stable(operand) : operand).ToArray();
        Composite shape = stable.OfType<Composite>().First();
        return new(shape.Type, shape.Fields.Select((_, i) => (Value)new Scalar(Bounded(part(stable.Select(operand => Parts(operand) is { Length: > 1 } parts ? parts[i] : Parts(operand)[0]).ToArray())))).ToArray());
    }
}
