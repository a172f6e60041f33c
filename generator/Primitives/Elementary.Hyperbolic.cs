using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Hyperbolic functions and their inverses.</summary>
internal static partial class Elementary
{
    public static readonly Primitive Sinh = new()
    {
        Name = "sinh", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Cosh!, a[0])],
        DoubleText = "Math.Sinh({0})", FloatText = "MathF.Sinh({0})", LanesText = "VectorMath.Sinh({0})",
        Evaluate = static a => Math.Sinh(a[0]), Precise = static a => DoubleDoubleFunctions.Sinh(a[0]),
    };

    public static readonly Primitive Cosh = new()
    {
        Name = "cosh", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Sinh, a[0])],
        DoubleText = "Math.Cosh({0})", FloatText = "MathF.Cosh({0})", LanesText = "VectorMath.Cosh({0})",
        Evaluate = static a => Math.Cosh(a[0]), Precise = static a => DoubleDoubleFunctions.Cosh(a[0]),
    };

    /// <summary>1 − r²: accurate to one rounding of 1, which is all that the rounded r still knows.</summary>
    public static readonly Primitive Tanh = new()
    {
        Name = "tanh", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Minus(One(r.Type), Square(r))],
        DoubleText = "Math.Tanh({0})", FloatText = "MathF.Tanh({0})", LanesText = "VectorMath.Tanh({0})",
        Evaluate = static a => Math.Tanh(a[0]), Precise = static a => DoubleDoubleFunctions.Tanh(a[0]),
    };

    /// <summary>1/√(1 + x²) by Hypot: x² overflows from 1.4e154 on.</summary>
    public static readonly Primitive Asinh = new()
    {
        Name = "asinh", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(One(r.Type), Call(Hypot!, One(r.Type), a[0]))],
        DoubleText = "Math.Asinh({0})", FloatText = "MathF.Asinh({0})", LanesText = "VectorMath.Asinh({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Asinh(a[0]), Precise = static a => DoubleDoubleFunctions.Asinh(a[0]),
    };

    /// <summary>1/(√(x − 1)·√(x + 1)): neither cancels near 1 nor overflows.</summary>
    public static readonly Primitive Acosh = new()
    {
        Name = "acosh", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at one, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials =
        [
            static (a, r) => Divide(One(r.Type), Multiply(Call(Sqrt!, Minus(a[0], One(r.Type))), Call(Sqrt!, Plus(a[0], One(r.Type))))),
        ],
        DoubleText = "Math.Acosh({0})", FloatText = "MathF.Acosh({0})", LanesText = "VectorMath.Acosh({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Acosh(a[0]), Precise = static a => DoubleDoubleFunctions.Acosh(a[0]),
    };

    public static readonly Primitive Atanh = new()
    {
        Name = "atanh", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(One(r.Type), Multiply(Minus(One(r.Type), a[0]), Plus(One(r.Type), a[0])))],
        DoubleText = "Math.Atanh({0})", FloatText = "MathF.Atanh({0})", LanesText = "VectorMath.Atanh({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Atanh(a[0]), Precise = static a => DoubleDoubleFunctions.Atanh(a[0]),
    };
}
