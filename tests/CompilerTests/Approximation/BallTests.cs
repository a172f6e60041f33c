extern alias compiler;

using System;
using System.Collections.Generic;
using Proxima.Generator.Approximation;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using Interval = compiler::Proxima.Interval;
using Twofold = compiler::Proxima.Twofold;

namespace CompilerTests.Approximation;

/// <summary>Balls contain what double-doubles compute by other formulas, and are small.</summary>
public sealed class BallTests
{
    private static readonly (Primitive Row, double Lo, double Hi)[] s_rows =
    [
        (Elementary.Exp, -40, 40), (Elementary.ExpM1, -2, 2), (Elementary.Exp2, -60, 60), (Elementary.Exp2M1, -2, 2), (Elementary.Exp10, -20, 20), (Elementary.Exp10M1, -1, 1),
        (Elementary.Log, 1e-3, 1e3), (Elementary.Log2, 1e-3, 1e3), (Elementary.Log10, 1e-3, 1e3), (Elementary.LogP1, -0.9, 10), (Elementary.Log2P1, -0.9, 10), (Elementary.Log10P1, -0.9, 10),
        (Elementary.Sqrt, 0, 100), (Elementary.Cbrt, -100, 100), (Elementary.Sin, -100, 100), (Elementary.Cos, -100, 100), (Elementary.Tan, -1.5, 1.5),
        (Elementary.SinPi, -5, 5), (Elementary.CosPi, -5, 5), (Elementary.TanPi, -0.4, 0.4), (Elementary.Asin, -0.99, 0.99), (Elementary.Acos, -0.99, 0.99), (Elementary.Atan, -20, 20),
        (Elementary.AsinPi, -0.99, 0.99), (Elementary.AcosPi, -0.99, 0.99), (Elementary.AtanPi, -20, 20), (Elementary.DegreesToRadians, -360, 360), (Elementary.RadiansToDegrees, -7, 7),
        (Elementary.Sinh, -10, 10), (Elementary.Cosh, -10, 10), (Elementary.Tanh, -10, 10), (Elementary.Asinh, -20, 20), (Elementary.Acosh, 1.1, 20), (Elementary.Atanh, -0.9, 0.9),
        (Elementary.Erf, -2.9, 2.9), (Elementary.Erfc, -2, 1.9), (Elementary.NormalCdf, -1.9, 4), (Elementary.NormalPdf, -5, 5), (Elementary.Sigmoid, -20, 20), (Elementary.SoftPlus, -20, 20),
    ];

    /// <summary>2⁻⁸⁸ of the larger of value and argument: a few dozen operations within 2⁻¹⁰², six doublings, and cancellation of a few bits.</summary>
    [Fact]
    public void Functions_contain_the_value_and_are_within_88_bits()
    {
        Random random = new(11);
        foreach ((Primitive row, double lo, double hi) in s_rows)
        {
            for (int i = 0; i < 500; i++)
            {
                double x = i == 0 && lo <= 0 && hi >= 0 ? 0 : lo + ((hi - lo) * random.NextDouble());
                DoubleDouble value = row.Precise!([x]);
                Ball ball = default(BallField).Apply(row, [x]);
                double scale = Math.Max(Math.Abs(value.Hi), 1e-3);
                Assert.True(Distance(ball, value) <= ball.Radius + (3.2e-30 * Math.Max(scale, Math.Abs(x))), $"{row.Name}({x:R})"); // the reference's own 2⁻⁹⁸
                Assert.True(ball.Radius <= 3.3e-27 * scale, $"{row.Name}({x:R}): {ball.Radius:R}");
            }
        }
    }

    [Fact]
    public void A_wide_argument_gives_every_value_in_it()
    {
        Random random = new(12);
        foreach ((Primitive row, double lo, double hi) in s_rows)
        {
            for (int i = 0; i < 100; i++)
            {
                double x = lo + ((hi - lo) * (0.01 + (0.98 * random.NextDouble())));
                double radius = Math.Abs(x) * Math.ScaleB(1, -random.Next(8, 60)) * 0.01;
                Ball ball = default(BallField).Apply(row, [((Ball)x).Widen(radius)]);
                foreach (double share in new[] { -1, -0.5, 0.3, 1 })
                {
                    DoubleDouble value = row.Precise!([x + (DoubleDouble)(radius * share)]);
                    Assert.True(Distance(ball, value) <= ball.Radius + (1e-28 * Math.Max(1, Math.Abs(value.Hi))), $"{row.Name}({x:R} ± {radius:R})");
                }
            }
        }
    }

    [Fact]
    public void Exact_zeros_are_exact()
    {
        foreach (Primitive row in new[] { Elementary.Sin, Elementary.Tan, Elementary.Asin, Elementary.Atan, Elementary.Sinh, Elementary.Tanh, Elementary.Asinh, Elementary.Atanh, Elementary.Erf, Elementary.ExpM1, Elementary.LogP1 })
        {
            Assert.True(default(BallField).Apply(row, [0]).IsZero, row.Name);
        }
        Assert.True(BallFunctions.Log(1).IsZero);
    }

    [Fact]
    public void What_leaves_the_range_is_all_reals_or_near_zero()
    {
        Assert.False(((Ball)1e100 * 1e100 * 1e100).IsFinite);
        Ball small = (Ball)1e-100 * 1e-100 * 1e-100;
        Assert.True(small.IsFinite && Distance(small, 0) <= small.Radius && small.Radius > 0);
        Assert.False(((Ball)1 / ((Ball)0).Widen(1e-9)).IsFinite);
        Assert.Equal(Interval.Entire, Ball.Entire.ToInterval());
    }

    private static double Distance(Ball ball, DoubleDouble value) => (new DoubleDouble(ball.Middle.Hi, ball.Middle.Lo) - value).Abs().Hi;
}
