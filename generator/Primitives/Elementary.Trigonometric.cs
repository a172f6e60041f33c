using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Circular functions and their inverses, in radians, half turns and degrees.</summary>
internal static partial class Elementary
{
    private static readonly double Pi = DoubleDoubleConstants.Pi.Hi;
    private static readonly double OverPi = DoubleDoubleConstants.OverPi.Hi;

    public static readonly Primitive Sin = new()
    {
        Name = "sin", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Call(Cos!, a[0])],
        DoubleText = "Math.Sin({0})", FloatText = "MathF.Sin({0})", LanesText = "VectorMath.Sin({0})",
        Evaluate = static a => Math.Sin(a[0]), Precise = static a => DoubleDoubleFunctions.Sin(a[0]),
    };

    public static readonly Primitive Cos = new()
    {
        Name = "cos", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Negate(Call(Sin, a[0]))],
        DoubleText = "Math.Cos({0})", FloatText = "MathF.Cos({0})", LanesText = "VectorMath.Cos({0})",
        Evaluate = static a => Math.Cos(a[0]), Precise = static a => DoubleDoubleFunctions.Cos(a[0]),
    };

    public static readonly Primitive Tan = new()
    {
        Name = "tan", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Plus(One(r.Type), Square(r))],
        DoubleText = "Math.Tan({0})", FloatText = "MathF.Tan({0})", LanesText = "VectorMath.Tan({0})",
        Evaluate = static a => Math.Tan(a[0]), Precise = static a => DoubleDoubleFunctions.Tan(a[0]),
    };

    public static readonly Primitive SinPi = new()
    {
        Name = "sinpi", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Pi), Call(CosPi!, a[0]))],
        DoubleText = "double.SinPi({0})", FloatText = "float.SinPi({0})", LanesText = "VectorMath.SinPi({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.SinPi(a[0]), Precise = static a => DoubleDoubleFunctions.SinPi(a[0]),
    };

    public static readonly Primitive CosPi = new()
    {
        Name = "cospi", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, -Pi), Call(SinPi, a[0]))],
        DoubleText = "double.CosPi({0})", FloatText = "float.CosPi({0})", LanesText = "VectorMath.CosPi({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.CosPi(a[0]), Precise = static a => DoubleDoubleFunctions.CosPi(a[0]),
    };

    public static readonly Primitive TanPi = new()
    {
        Name = "tanpi", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Multiply(Real(r.Type, Pi), Plus(One(r.Type), Square(r)))],
        DoubleText = "double.TanPi({0})", FloatText = "float.TanPi({0})", LanesText = "VectorMath.TanPi({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.TanPi(a[0]), Precise = static a => DoubleDoubleFunctions.TanPi(a[0]),
    };

    public static readonly Primitive Asin = new()
    {
        Name = "asin", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at −1 and 1, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(One(r.Type), Chord(a[0]))],
        DoubleText = "Math.Asin({0})", FloatText = "MathF.Asin({0})", LanesText = "VectorMath.Asin({0})",
        Evaluate = static a => Math.Asin(a[0]), Precise = static a => DoubleDoubleFunctions.Asin(a[0]),
    };

    public static readonly Primitive Acos = new()
    {
        Name = "acos", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at −1 and 1, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(Real(r.Type, -1), Chord(a[0]))],
        DoubleText = "Math.Acos({0})", FloatText = "MathF.Acos({0})", LanesText = "VectorMath.Acos({0})",
        Evaluate = static a => Math.Acos(a[0]), Precise = static a => DoubleDoubleFunctions.Acos(a[0]),
    };

    public static readonly Primitive Atan = new()
    {
        Name = "atan", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(One(r.Type), Plus(One(r.Type), Square(a[0])))],
        DoubleText = "Math.Atan({0})", FloatText = "MathF.Atan({0})", LanesText = "VectorMath.Atan({0})",
        Evaluate = static a => Math.Atan(a[0]), Precise = static a => DoubleDoubleFunctions.Atan(a[0]),
    };

    public static readonly Primitive AsinPi = new()
    {
        Name = "asinpi", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at −1 and 1, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(Real(r.Type, OverPi), Chord(a[0]))],
        DoubleText = "double.AsinPi({0})", FloatText = "float.AsinPi({0})", LanesText = "VectorMath.AsinPi({0})",
        Evaluate = static a => (double)(DoubleDoubleFunctions.Asin(a[0]) * DoubleDoubleConstants.OverPi),
        Precise = static a => DoubleDoubleFunctions.Asin(a[0]) * DoubleDoubleConstants.OverPi,
    };

    public static readonly Primitive AcosPi = new()
    {
        Name = "acospi", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at −1 and 1, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(Real(r.Type, -OverPi), Chord(a[0]))],
        DoubleText = "double.AcosPi({0})", FloatText = "float.AcosPi({0})", LanesText = "VectorMath.AcosPi({0})",
        Evaluate = static a => (double)(DoubleDoubleFunctions.Acos(a[0]) * DoubleDoubleConstants.OverPi),
        Precise = static a => DoubleDoubleFunctions.Acos(a[0]) * DoubleDoubleConstants.OverPi,
    };

    public static readonly Primitive AtanPi = new()
    {
        Name = "atanpi", Arity = 1, Cost = Cost.Expensive,
        Partials = [static (a, r) => Divide(Real(r.Type, OverPi), Plus(One(r.Type), Square(a[0])))],
        DoubleText = "double.AtanPi({0})", FloatText = "float.AtanPi({0})", LanesText = "VectorMath.AtanPi({0})",
        Evaluate = static a => (double)(DoubleDoubleFunctions.Atan(a[0]) * DoubleDoubleConstants.OverPi),
        Precise = static a => DoubleDoubleFunctions.Atan(a[0]) * DoubleDoubleConstants.OverPi,
    };

    /// <summary>The angle of (x, y): ∂y = x/h², ∂x = −y/h² with h = √(x² + y²) divided twice, because h² overflows and underflows.</summary>
    public static readonly Primitive Atan2 = new()
    {
        Name = "atan2", Arity = 2, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at the origin, and jumps across the negative x axis", Convention = "a zero seed contributes zero; the side is the sign of y",
        Partials =
        [
            static (a, r) => Divide(Divide(a[1], Radius(a)), Radius(a)),
            static (a, r) => Negate(Divide(Divide(a[0], Radius(a)), Radius(a))),
        ],
        DoubleText = "Math.Atan2({0}, {1})", FloatText = "MathF.Atan2({0}, {1})", LanesText = "VectorMath.Atan2({0}, {1})",
        Evaluate = static a => Math.Atan2(a[0], a[1]), Precise = static a => DoubleDoubleFunctions.Atan2(a[0], a[1]),
    };

    public static readonly Primitive Atan2Pi = new()
    {
        Name = "atan2pi", Arity = 2, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at the origin, and jumps across the negative x axis", Convention = "a zero seed contributes zero; the side is the sign of y",
        Partials =
        [
            static (a, r) => Divide(Multiply(Real(r.Type, OverPi), Divide(a[1], Radius(a))), Radius(a)),
            static (a, r) => Divide(Multiply(Real(r.Type, -OverPi), Divide(a[0], Radius(a))), Radius(a)),
        ],
        DoubleText = "double.Atan2Pi({0}, {1})", FloatText = "float.Atan2Pi({0}, {1})", LanesText = "VectorMath.Atan2Pi({0}, {1})",
        Evaluate = static a => (double)(DoubleDoubleFunctions.Atan2(a[0], a[1]) * DoubleDoubleConstants.OverPi),
        Precise = static a => DoubleDoubleFunctions.Atan2(a[0], a[1]) * DoubleDoubleConstants.OverPi,
    };

    public static readonly Primitive DegreesToRadians = new()
    {
        Name = "degreesToRadians", Arity = 1, Cost = Cost.Cheap,
        Partials = [static (a, r) => Real(r.Type, DoubleDoubleConstants.RadiansPerDegree.Hi)],
        DoubleText = "double.DegreesToRadians({0})", FloatText = "float.DegreesToRadians({0})", LanesText = "{V}.DegreesToRadians({0})",
        Evaluate = static a => a[0] * Math.PI / 180, Precise = static a => a[0] * DoubleDoubleConstants.RadiansPerDegree,
    };

    public static readonly Primitive RadiansToDegrees = new()
    {
        Name = "radiansToDegrees", Arity = 1, Cost = Cost.Cheap,
        Partials = [static (a, r) => Real(r.Type, DoubleDoubleConstants.DegreesPerRadian.Hi)],
        DoubleText = "double.RadiansToDegrees({0})", FloatText = "float.RadiansToDegrees({0})", LanesText = "{V}.RadiansToDegrees({0})",
        Evaluate = static a => a[0] * 180 / Math.PI, Precise = static a => a[0] * DoubleDoubleConstants.DegreesPerRadian,
    };

    /// <summary>√((1 − x)(1 + x)), which keeps its digits near ±1 where 1 − x² does not.</summary>
    private static Expression Chord(Expression x) => Call(Sqrt, Multiply(Minus(One(x.Type), x), Plus(One(x.Type), x)));

    private static Expression Radius(Expression[] a) => Call(Hypot!, a[0], a[1]);
}
