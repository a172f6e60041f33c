using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Powers, roots, lengths and multiply-adds.</summary>
internal static partial class Elementary
{
    public static readonly Primitive Sqrt = new()
    {
        Name = "sqrt", Arity = 1, Cost = Cost.Moderate, IsSingular = true,
        Kink = "at zero, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(Real(r.Type, 0.5), r)],
        DoubleText = "Math.Sqrt({0})", FloatText = "MathF.Sqrt({0})", LanesText = "{V}.Sqrt({0})",
        Evaluate = static a => Math.Sqrt(a[0]), Precise = static a => DoubleDoubleFunctions.Sqrt(a[0]),
    };

    /// <summary>1/(3r²), not r/(3x), which is 0/0 at zero.</summary>
    public static readonly Primitive Cbrt = new()
    {
        Name = "cbrt", Arity = 1, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at zero, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials = [static (a, r) => Divide(One(r.Type), Multiply(Real(r.Type, 3), Square(r)))],
        DoubleText = "Math.Cbrt({0})", FloatText = "MathF.Cbrt({0})", LanesText = "VectorMath.Cbrt({0})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Cbrt(a[0]), Precise = static a => DoubleDoubleFunctions.Cbrt(a[0]),
    };

    /// <summary>The n-th root, n an integer: 1/(n·rⁿ⁻¹).</summary>
    public static readonly Primitive RootN = new()
    {
        Name = "rootn", Arity = 2, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at zero, where the slope is infinite", Convention = "a zero seed contributes zero, any other infinity",
        Partials =
        [
            static (a, r) => Divide(One(r.Type), Multiply(Convert(a[1], r.Type), Call(Pow!, r, Minus(Convert(a[1], r.Type), One(r.Type))))),
            null,
        ],
        DoubleText = "double.RootN({0}, {1})", FloatText = "float.RootN({0}, {1})", LanesText = "VectorMath.RootN({0}, {1})",
        Evaluate = static a => (double)DoubleDoubleFunctions.RootN(a[0], (int)a[1]),
        Precise = static a => DoubleDoubleFunctions.RootN(a[0], (int)a[1].Hi),
    };

    /// <summary>aᵇ: ∂a = b·aᵇ⁻¹, ∂b = aᵇ·ln a.</summary>
    public static readonly Primitive Pow = new()
    {
        Name = "pow", Arity = 2, Cost = Cost.Expensive, IsSingular = true,
        Kink = "at a zero base, and in the exponent of a negative base",
        Convention = "a⁰ does not depend on a; 0ᵇ does not depend on b for b ≥ 0; a zero seed contributes zero",
        Partials = [PowByBase, PowByExponent],
        DoubleText = "Math.Pow({0}, {1})", FloatText = "MathF.Pow({0}, {1})", LanesText = "VectorMath.Pow({0}, {1})",
        Evaluate = static a => Math.Pow(a[0], a[1]), Precise = static a => DoubleDoubleFunctions.Pow(a[0], a[1]),
    };

    /// <summary>√(a² + b²): (a/r, b/r).</summary>
    public static readonly Primitive Hypot = new()
    {
        Name = "hypot", Arity = 2, Cost = Cost.Expensive,
        Kink = "where both arguments are zero", Convention = "the derivative is zero there",
        Partials = [static (a, r) => Cosine(a[0], r), static (a, r) => Cosine(a[1], r)],
        DoubleText = "double.Hypot({0}, {1})", FloatText = "float.Hypot({0}, {1})", LanesText = "{V}.Hypot({0}, {1})",
        Evaluate = static a => (double)DoubleDoubleFunctions.Hypot(a[0], a[1]), Precise = static a => DoubleDoubleFunctions.Hypot(a[0], a[1]),
    };

    public static readonly Primitive FusedMultiplyAdd = new()
    {
        Name = "fma", Arity = 3,
        Partials = [static (a, r) => a[1], static (a, r) => a[0], static (a, r) => One(r.Type)],
        DoubleText = "Math.FusedMultiplyAdd({0}, {1}, {2})", FloatText = "MathF.FusedMultiplyAdd({0}, {1}, {2})",
        LanesText = "{V}.FusedMultiplyAdd({0}, {1}, {2})",
        Evaluate = static a => RoundOnce.MultiplyAdd(a[0], a[1], a[2]), Precise = static a => (a[0] * a[1]) + a[2],
    };

    /// <summary>Rounded once or twice, whichever the hardware does faster; evaluated here as rounded once.</summary>
    public static readonly Primitive MultiplyAddEstimate = new()
    {
        Name = "mad", Arity = 3,
        Partials = [static (a, r) => a[1], static (a, r) => a[0], static (a, r) => One(r.Type)],
        DoubleText = "double.MultiplyAddEstimate({0}, {1}, {2})", FloatText = "float.MultiplyAddEstimate({0}, {1}, {2})",
        LanesText = "{V}.MultiplyAddEstimate({0}, {1}, {2})",
        Evaluate = static a => RoundOnce.MultiplyAdd(a[0], a[1], a[2]), Precise = static a => (a[0] * a[1]) + a[2],
    };

    /// <summary>a·(1 − t) + b·t.</summary>
    public static readonly Primitive Lerp = new()
    {
        Name = "lerp", Arity = 3,
        Partials = [static (a, r) => Minus(One(r.Type), a[2]), static (a, r) => a[2], static (a, r) => Minus(a[1], a[0])],
        DoubleText = "double.Lerp({0}, {1}, {2})", FloatText = "float.Lerp({0}, {1}, {2})", LanesText = "{V}.Lerp({0}, {1}, {2})",
        Evaluate = static a => RoundOnce.MultiplyAdd(a[0], 1 - a[2], a[1] * a[2]), Precise = static a => (a[0] * (1 - a[2])) + (a[1] * a[2]),
    };

    /// <summary>x · 2ⁿ, n an integer.</summary>
    public static readonly Primitive ScaleB = new()
    {
        Name = "scaleb", Arity = 2,
        Partials = [static (a, r) => Call(ScaleB!, One(r.Type), a[1]), null],
        DoubleText = "Math.ScaleB({0}, {1})", FloatText = "MathF.ScaleB({0}, {1})", LanesText = "VectorMath.ScaleB({0}, {1})",
        Evaluate = static a => (double)DoubleDoubleFunctions.ScaleB(a[0], (int)a[1]), Precise = static a => DoubleDoubleFunctions.ScaleB(a[0], (int)a[1].Hi),
    };

    /// <summary>Estimates whose bits differ between processors have no rule: a derivative would describe one of them only.</summary>
    public static readonly Primitive ReciprocalEstimate = new()
    {
        Name = "reciprocalEstimate", Arity = 1, DoubleText = "Math.ReciprocalEstimate({0})", FloatText = "MathF.ReciprocalEstimate({0})",
    };

    public static readonly Primitive ReciprocalSqrtEstimate = new()
    {
        Name = "reciprocalSqrtEstimate", Arity = 1, DoubleText = "Math.ReciprocalSqrtEstimate({0})", FloatText = "MathF.ReciprocalSqrtEstimate({0})",
    };

    /// <summary>b·aᵇ⁻¹; small whole exponents as products, and 0 rather than 0·∞ at b = 0, a = 0. Only there: at other a the slope of this in b is 1/a.</summary>
    private static Expression? PowByBase(Expression[] a, Expression r)
    {
        if (a[1] is Constant { Real: 0 or 1 or 2 or 3 } small)
        {
            return small.Real switch
            {
                0 => null,
                1 => One(r.Type),
                2 => Multiply(Real(r.Type, 2), a[0]),
                _ => Multiply(Real(r.Type, 3), Square(a[0])),
            };
        }
        Expression slope = Multiply(a[1], Call(Pow, a[0], Minus(a[1], One(r.Type))));
        return a[1] is Constant ? slope : Select(And(IsZero(a[0]), IsZero(a[1])), Zero(r.Type), slope);
    }

    /// <summary>aᵇ·ln a, and 0 rather than 0·∞ where aᵇ is zero, or where a and b are.</summary>
    private static Expression PowByExponent(Expression[] a, Expression r)
    {
        Expression slope = Multiply(r, Call(Log, a[0]));
        if (a[0] is Constant { Real: > 0 and < double.PositiveInfinity })
        {
            return slope;
        }
        return Select(Or(IsZero(r), And(IsZero(a[0]), IsZero(a[1]))), Zero(r.Type), slope);
    }

    /// <summary>x / length, 0 at the origin.</summary>
    private static Expression Cosine(Expression x, Expression length) => Select(IsZero(length), Zero(length.Type), Divide(x, length));
}
