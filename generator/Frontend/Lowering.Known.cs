using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Methods that the compiler knows: elementary functions, and the few of integers that have no row in the table.</content>
internal sealed partial class Lowering
{
    /// <summary>The outcome of a known method; its value is null when it has none.</summary>
    private sealed record Outcome(Value? Value);

    private Outcome? Known(IOperation operation, IMethodSymbol method, Argument? receiver, Argument[] arguments)
    {
        string type = Types.FullName(method.ContainingType);
        if (type == "Proxima.Derivative" && method.Name == "Detach" && arguments is [{ Value: { } detached }])
        {
            return new(MapExpressions(detached, static e => e.Type.IsReal() ? Build.Call(Elementary.Detach, e) : e));
        }
        if (type == "Proxima.Special" && method.Name == "LogSumExp" && arguments is [{ Value: { } exponents }])
        {
            return new(LogSumExp(operation, exponents));
        }
        if (type is "System.Math" or "System.MathF" or "double" or "float" or "Proxima.Special")
        {
            return receiver is null ? new(Elementwise(operation, type, method, arguments)) : OfNumber(method, receiver, arguments);
        }
        if (receiver is null && method.ContainingType.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && arguments.All(static a => a.Value is Scalar))
        {
            return new(Elementwise(operation, "System.Math", method, arguments));
        }
        return OfSpan(operation, type, method, receiver, arguments)
            ?? Restated(OfTensors(operation, type, method, arguments))
            ?? (Restated(NumericCall(operation, method, receiver is null ? null : receiver.Value ?? Read(receiver.Place!), arguments)) is { } value ? new(value) : null);
    }

    /// <summary><c>x.Equals(y)</c> of numbers.</summary>
    private Outcome? OfNumber(IMethodSymbol method, Argument receiver, Argument[] arguments)
    {
        if (method.Name == "Equals" && (receiver.Value ?? Read(receiver.Place!)) is Scalar left && arguments is [{ Value: Scalar right }] && left.Type == right.Type)
        {
            // Unlike ==, NaN equals NaN.
            Expression a = Stable(left.Expression), b = Stable(right.Expression);
            return new(new Scalar(Build.Or(
                Compared(Arithmetic.Equal, a, b), Build.And(Compared(Arithmetic.NotEqual, a, a), Compared(Arithmetic.NotEqual, b, b)))));
        }
        return null;
    }

    private Value Elementwise(IOperation operation, string type, IMethodSymbol method, Argument[] arguments)
    {
        ScalarType result = Types.ScalarOf(Concrete(method.ReturnType)) ?? ScalarType.Double;
        Expression[] values = arguments.Select(argument => argument.Value is Scalar scalar ? scalar.Expression : throw NoRule(operation, method)).ToArray();
        if ((method.Name is "CreateChecked" or "CreateSaturating" or "CreateTruncating") && values.Length == 1 && result.IsReal())
        {
            return new Scalar(Build.Convert(values[0], result));
        }
        if (method.Name is "SinCos" or "SinCosPi" && values.Length == 1)
        {
            Expression angle = Stable(values[0]);
            (Primitive sine, Primitive cosine) = method.Name == "SinCos" ? (Elementary.Sin, Elementary.Cos) : (Elementary.SinPi, Elementary.CosPi);
            return new Composite(Concrete(method.ReturnType), [new Scalar(Build.Call(sine, angle)), new Scalar(Build.Call(cosine, angle))]);
        }
        if (OfIntegers(operation, method, values, result) is { } whole)
        {
            return whole;
        }
        bool isRound = method.Name == "Round" && values.Length > 1;
        Primitive? primitive = isRound
            ? PrimitiveTable.FindRound(method.Parameters[1].Type.SpecialType == SpecialType.System_Int32, method.Parameters[method.Parameters.Length - 1].Type.TypeKind == TypeKind.Enum)
            : PrimitiveTable.FindMethod(type, method.Name, values.Length);
        if (primitive is null || (primitive.Partials is null && values.Any(static v => v.Type.IsReal()) && result.IsReal()))
        {
            throw NoRule(operation, method);
        }
        return new Scalar(Bounded(new Apply(result, primitive, values.ToEquatableArray())));
    }

    private Problem NoRule(IOperation operation, IMethodSymbol method) => new(
        DiagnosticIds.NoDerivativeRule, operation.Syntax.GetLocation(), method.ContainingType.Name + "." + method.Name, _model.Name);

    private static Scalar SignOf(Expression x) => new(Build.Select(
        Compared(Arithmetic.Greater, x, Build.Zero(x.Type)),
        Build.Int(1),
        Build.Select(Compared(Arithmetic.Less, x, Build.Zero(x.Type)), Build.Int(-1), Build.Int(0))));

    private Value? OfIntegers(IOperation operation, IMethodSymbol method, Expression[] values, ScalarType result)
    {
        if (values.Length == 0 || values.Any(static v => !v.Type.IsInteger()))
        {
            return null;
        }
        Expression[] x = values.Select(v => Stable(v)).ToArray();
        switch (method.Name)
        {
            case "Max" when x.Length == 2:
                return new Scalar(Build.Select(Compared(Arithmetic.GreaterOrEqual, x[0], x[1]), x[0], x[1]));
            case "Min" when x.Length == 2:
                return new Scalar(Build.Select(Compared(Arithmetic.LessOrEqual, x[0], x[1]), x[0], x[1]));
            case "Abs" when result is ScalarType.Int or ScalarType.Long:
                Expression lowest = new Constant(result, result == ScalarType.Int ? int.MinValue : long.MinValue);
                ThrowWhen(Compared(Arithmetic.Equal, x[0], lowest), "new global::System.OverflowException()");
                return new Scalar(Build.Select(Compared(Arithmetic.Less, x[0], Build.Zero(x[0].Type)), Build.Negate(x[0]), x[0]));
            case "Sign":
                return SignOf(x[0]);
            case "Clamp" when x.Length == 3:
                ThrowWhen(Compared(Arithmetic.Greater, x[1], x[2]), "new global::System.ArgumentException()");
                return new Scalar(Build.Select(Compared(Arithmetic.Less, x[0], x[1]), x[1], Build.Select(Compared(Arithmetic.Greater, x[0], x[2]), x[2], x[0])));
            case "DivRem" when x.Length == 2 && Types.FieldsOf(Concrete(method.ReturnType)) is not null:
                return new Composite(Concrete(method.ReturnType), [new Scalar(Let(Build.Divide(x[0], x[1]))), new Scalar(Let(Build.Call(Arithmetic.Remainder, x[0], x[1])))]);
            case "BigMul" when x.Length == 2 && result == ScalarType.Long:
                return new Scalar(Build.Multiply(Build.Convert(x[0], result), Build.Convert(x[1], result)));
            case "IsEvenInteger" or "IsOddInteger":
                Expression odd = Compared(Arithmetic.NotEqual, new Apply(x[0].Type, Arithmetic.BitAnd, [x[0], Build.One(x[0].Type)]), Build.Zero(x[0].Type));
                return new Scalar(method.Name == "IsOddInteger" ? odd : Build.Not(odd));
            default:
                throw NoRule(operation, method);
        }
    }
}
