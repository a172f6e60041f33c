using System;
using System.Collections.Generic;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>Balls: about 100 bits with a proof; rows without a ball function have that of intervals, 53 bits.</summary>
internal readonly struct BallField : IField<Ball>
{
    private static readonly Dictionary<Primitive, Func<Ball, Ball>> s_functions = new()
    {
        [Exp] = BallFunctions.Exp, [Exp2] = BallFunctions.Exp2, [Exp10] = BallFunctions.Exp10, [ExpM1] = BallFunctions.ExpM1, [Exp2M1] = BallFunctions.Exp2M1, [Exp10M1] = BallFunctions.Exp10M1,
        [Log] = BallFunctions.Log, [Log2] = BallFunctions.Log2, [Log10] = BallFunctions.Log10, [LogP1] = BallFunctions.LogP1, [Log2P1] = BallFunctions.Log2P1, [Log10P1] = BallFunctions.Log10P1,
        [Sqrt] = Ball.Sqrt, [Cbrt] = BallFunctions.Cbrt,
        [Sin] = BallFunctions.Sin, [Cos] = BallFunctions.Cos, [Tan] = BallFunctions.Tan, [SinPi] = BallFunctions.SinPi, [CosPi] = BallFunctions.CosPi, [TanPi] = BallFunctions.TanPi,
        [Asin] = BallFunctions.Asin, [Acos] = BallFunctions.Acos, [Atan] = BallFunctions.Atan, [AsinPi] = BallFunctions.AsinPi, [AcosPi] = BallFunctions.AcosPi, [AtanPi] = BallFunctions.AtanPi,
        [DegreesToRadians] = BallFunctions.DegreesToRadians, [RadiansToDegrees] = BallFunctions.RadiansToDegrees,
        [Sinh] = BallFunctions.Sinh, [Cosh] = BallFunctions.Cosh, [Tanh] = BallFunctions.Tanh, [Asinh] = BallFunctions.Asinh, [Acosh] = BallFunctions.Acosh, [Atanh] = BallFunctions.Atanh,
        [Erf] = BallFunctions.Erf, [Erfc] = BallFunctions.Erfc, [NormalCdf] = BallFunctions.NormalCdf, [NormalPdf] = BallFunctions.NormalPdf,
        [Sigmoid] = BallFunctions.Sigmoid, [SoftPlus] = BallFunctions.SoftPlus, [AccurateExpM1] = BallFunctions.ExpM1, [AccurateLogP1] = BallFunctions.LogP1,
    };

    public Ball Of(double value) => value;

    public Ball Irrational(double nearest)
    {
        Ball known = BallFunctions.Known(KnownConstants.Of(Math.Abs(nearest)));
        return nearest < 0 ? -known : known;
    }

    public bool IsZero(Ball value) => value.IsZero;

    public Ball Negate(Ball value) => -value;

    public Ball Plus(Ball left, Ball right) => left + right;

    public Ball Minus(Ball left, Ball right) => left - right;

    public Ball Times(Ball left, Ball right) => left * right;

    public Ball Square(Ball value) => value * value;

    public Ball Over(Ball left, Ball right) => left / right;

    public Ball Apply(Primitive primitive, Ball[] a)
    {
        Ball value = Ball.Entire;
        if (s_functions.TryGetValue(primitive, out Func<Ball, Ball>? function))
        {
            value = function(a[0]);
        }
        else if (primitive == Pow)
        {
            value = BallFunctions.Pow(a[0], a[1]);
        }
        return value.IsFinite ? value : default(IntervalField).Apply(primitive, Array.ConvertAll(a, static b => b.ToInterval()));
    }
}
