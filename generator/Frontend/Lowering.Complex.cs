using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Complex numbers, by their real and imaginary parts.</content>
internal sealed partial class Lowering
{
    private Value? ComplexOperator(IOperation operation, IMethodSymbol method, Value[] operands)
    {
        ITypeSymbol type = method.ContainingType;
        Expression[][] x = operands.Select(operand => Parts(Stable(operand))).ToArray();
        switch (method.Name)
        {
            case "op_Addition":
                return Pair(type, Build.Plus(x[0][0], x[1][0]), x[0].Length == 1 ? x[1][1] : x[1].Length == 1 ? x[0][1] : Build.Plus(x[0][1], x[1][1]));
            case "op_Subtraction":
                return Pair(type, Build.Minus(x[0][0], x[1][0]), x[0].Length == 1 ? Build.Negate(x[1][1]) : x[1].Length == 1 ? x[0][1] : Build.Minus(x[0][1], x[1][1]));
            case "op_Multiply" when x[0].Length == 1:
                return Pair(type, Build.Multiply(x[0][0], x[1][0]), Build.Multiply(x[0][0], x[1][1]));
            case "op_Multiply" when x[1].Length == 1:
                return Pair(type, Build.Multiply(x[0][0], x[1][0]), Build.Multiply(x[0][1], x[1][0]));
            case "op_Multiply":
                return Pair(
                    type,
                    Build.Minus(Build.Multiply(x[0][0], x[1][0]), Build.Multiply(x[0][1], x[1][1])),
                    Build.Plus(Build.Multiply(x[0][1], x[1][0]), Build.Multiply(x[0][0], x[1][1])));
            case "op_Division" when x[1].Length == 1:
                return Pair(type, Build.Divide(x[0][0], x[1][0]), Build.Divide(x[0][1], x[1][0]));
            case "op_Division":
                return ComplexQuotient(operation, type, x[0][0], x[0].Length == 1 ? Build.Double(0) : x[0][1], x[1][0], x[1][1]);
            case "op_UnaryNegation":
                return Pair(type, Build.Negate(x[0][0]), Build.Negate(x[0][1]));
            case "op_Equality":
                return new Scalar(Build.And(Build.Compare(Arithmetic.Equal, x[0][0], x[1][0]), Build.Compare(Arithmetic.Equal, x[0][1], x[1][1])));
            case "op_Inequality":
                return new Scalar(Build.Or(Build.Compare(Arithmetic.NotEqual, x[0][0], x[1][0]), Build.Compare(Arithmetic.NotEqual, x[0][1], x[1][1])));
            default:
                return null;
        }
    }

    private Value? ComplexCall(IOperation operation, IMethodSymbol method, Value[] arguments)
    {
        if (arguments.Length == 2 && method.Name is "Add" or "Subtract" or "Multiply" or "Divide")
        {
            string name = method.Name switch { "Add" => "op_Addition", "Subtract" => "op_Subtraction", "Multiply" => "op_Multiply", _ => "op_Division" };
            IMethodSymbol? named = method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault();
            return named is null ? null : ComplexOperator(operation, named, arguments);
        }
        ITypeSymbol type = method.ContainingType;
        Expression[][] x = arguments.Select(argument => Parts(Stable(argument))).ToArray();
        if (x.Length == 2 && method.Name == "FromPolarCoordinates")
        {
            return Pair(type, Build.Multiply(x[0][0], Build.Call(Elementary.Cos, x[1][0])), Build.Multiply(x[0][0], Build.Call(Elementary.Sin, x[1][0])));
        }
        if (method.Name == "Pow" && x is [[var a, var b], [var c, ..] power])
        {
            return ComplexPower(operation, type, a, b, c, power.Length > 1 ? power[1] : null);
        }
        if (x is not [[var re, var im]])
        {
            return null;
        }
        switch (method.Name)
        {
            case "Abs":
                return new Scalar(Build.Call(Elementary.Hypot, re, im));
            case "Conjugate":
                return Pair(type, re, Build.Negate(im));
            case "Negate":
                return Pair(type, Build.Negate(re), Build.Negate(im));
            case "Exp":
                Expression scale = Stable(Build.Call(Elementary.Exp, re));
                return Pair(type, Build.Multiply(scale, Build.Call(Elementary.Cos, im)), Build.Multiply(scale, Build.Call(Elementary.Sin, im)));
            case "Log":
                return Pair(type, Build.Call(Elementary.Log, Build.Call(Elementary.Hypot, re, im)), Build.Call(Elementary.Atan2, im, re));
            case "Sin":
                return Pair(
                    type,
                    Build.Multiply(Build.Call(Elementary.Sin, re), Build.Call(Elementary.Cosh, im)),
                    Build.Multiply(Build.Call(Elementary.Cos, re), Build.Call(Elementary.Sinh, im)));
            case "Cos":
                return Pair(
                    type,
                    Build.Multiply(Build.Call(Elementary.Cos, re), Build.Call(Elementary.Cosh, im)),
                    Build.Negate(Build.Multiply(Build.Call(Elementary.Sin, re), Build.Call(Elementary.Sinh, im))));
            case "Sinh":
                return Pair(
                    type,
                    Build.Multiply(Build.Call(Elementary.Sinh, re), Build.Call(Elementary.Cos, im)),
                    Build.Multiply(Build.Call(Elementary.Cosh, re), Build.Call(Elementary.Sin, im)));
            case "Cosh":
                return Pair(
                    type,
                    Build.Multiply(Build.Call(Elementary.Cosh, re), Build.Call(Elementary.Cos, im)),
                    Build.Multiply(Build.Call(Elementary.Sinh, re), Build.Call(Elementary.Sin, im)));
            case "Tan":
                return ComplexTangent(type, re, im);
            case "Tanh":
                Expression[] turned = Parts(ComplexTangent(type, Build.Negate(im), re)); // −i·tan(i·z)
                return Pair(type, turned[1], Build.Negate(turned[0]));
            case "Sqrt":
                return ComplexRoot(operation, type, re, im);
            default:
                return null;
        }
    }

    private static Composite Pair(ITypeSymbol type, Expression real, Expression imaginary) => new(type, [new Scalar(real), new Scalar(imaginary)]);

    /// <summary>Division as the base library does it: by the larger part of the divisor first (Smith 1962).</summary>
    private Value ComplexQuotient(IOperation operation, ITypeSymbol type, Expression a, Expression b, Expression c, Expression d)
    {
        Place quotient = Invent(operation, type, "quotient", DefaultOf(type)!);
        Block byReal = Inside(() =>
        {
            Expression ratio = Let(Build.Divide(d, c));
            Expression divisor = Let(Build.Plus(c, Build.Multiply(d, ratio)));
            Write(operation, quotient, Pair(type,
                Build.Divide(Build.Plus(a, Build.Multiply(b, ratio)), divisor),
                Build.Divide(Build.Minus(b, Build.Multiply(a, ratio)), divisor)));
        });
        Block byImaginary = Inside(() =>
        {
            Expression ratio = Let(Build.Divide(c, d));
            Expression divisor = Let(Build.Plus(d, Build.Multiply(c, ratio)));
            Write(operation, quotient, Pair(type,
                Build.Divide(Build.Plus(b, Build.Multiply(a, ratio)), divisor),
                Build.Divide(Build.Minus(Build.Multiply(b, ratio), a), divisor)));
        });
        Expression isRealLarger = Build.Compare(Arithmetic.Less, Build.Call(Elementary.Abs, d), Build.Call(Elementary.Abs, c));
        Emit(new If(isRealLarger, byReal, byImaginary));
        return Read(quotient);
    }
}
