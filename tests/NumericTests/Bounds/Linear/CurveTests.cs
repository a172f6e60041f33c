using System;
using System.Collections.Generic;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Lines around every curve, and around its slope.</summary>
public sealed class CurveTests
{
    private static readonly Dictionary<string, (Curve Curve, double Low, double High)> Curves = new()
    {
        ["exp"] = (Curve.Exp, -20, 20),
        ["exp2"] = (Curve.Exp2, -20, 20),
        ["exp10"] = (Curve.Exp10, -8, 8),
        ["expm1"] = (Curve.ExpM1, -9, 9),
        ["log"] = (Curve.Log, 0.01, 50),
        ["log2"] = (Curve.Log2, 0.01, 50),
        ["log10"] = (Curve.Log10, 0.01, 50),
        ["logp1"] = (Curve.LogP1, -0.9, 50),
        ["sqr"] = (Curve.Sqr, -30, 30),
        ["sqrt"] = (Curve.Sqrt, 0.001, 90),
        ["cbrt"] = (Curve.Cbrt, 0.01, 90),
        ["cbrt of negatives"] = (Curve.Cbrt, -90, -0.01),
        ["reciprocal"] = (Curve.Reciprocal, 0.1, 30),
        ["reciprocal of negatives"] = (Curve.Reciprocal, -30, -0.1),
        ["cube"] = (Curve.Power(3), -5, 5),
        ["fourth power"] = (Curve.Power(4), -5, 5),
        ["inverse cube"] = (Curve.Power(-3), 0.2, 5),
        ["inverse square of negatives"] = (Curve.Power(-2), -5, -0.2),
        ["seventh power"] = (Curve.Power(7), -3, 3),
        ["power 1.5"] = (Curve.Power((Interval)1.5), 0.01, 30),
        ["power 0.3"] = (Curve.Power((Interval)0.3), 0.01, 30),
        ["power -2.5"] = (Curve.Power((Interval)(-2.5)), 0.1, 30),
        ["power of a rounded third"] = (Curve.Power((Interval)1 / 3), 0.01, 30),
        ["fifth root"] = (Curve.Root(5), -40, 40),
        ["fourth root"] = (Curve.Root(4), 0.01, 40),
        ["inverse cube root"] = (Curve.Root(-3), 0.05, 40),
        ["exp2m1"] = (Curve.Exp2M1, -9, 9),
        ["exp10m1"] = (Curve.Exp10M1, -4, 4),
        ["log2p1"] = (Curve.Log2P1, -0.9, 50),
        ["log10p1"] = (Curve.Log10P1, -0.9, 50),
        ["normalPdf"] = (Curve.NormalPdf, -5, 5),
        ["sinpi"] = (Curve.SinPi, -3, 3),
        ["cospi"] = (Curve.CosPi, -3, 3),
        ["tanpi"] = (Curve.TanPi, -0.49, 0.49),
        ["asinpi"] = (Curve.AsinPi, -0.99, 0.99),
        ["acospi"] = (Curve.AcosPi, -0.99, 0.99),
        ["atanpi"] = (Curve.AtanPi, -20, 20),
        ["logGamma"] = (Curve.LogGamma, 0.05, 30),
        ["logGamma of negatives"] = (Curve.LogGamma, -2.95, -2.05),
        ["digamma"] = (Curve.Digamma, 0.05, 30),
        ["trigamma"] = (Curve.Polygamma(1), 0.05, 30),
        ["polygamma 3"] = (Curve.Polygamma(3), 0.05, 30),
        ["tanh"] = (Curve.Tanh, -9, 9),
        ["sigmoid"] = (Curve.Sigmoid, -20, 20),
        ["softplus"] = (Curve.SoftPlus, -20, 20),
        ["atan"] = (Curve.Atan, -20, 20),
        ["erf"] = (Curve.Erf, -4, 4),
        ["erfc"] = (Curve.Erfc, -4, 4),
        ["normal"] = (Curve.NormalCdf, -5, 5),
        ["sin"] = (Curve.Sin, -10, 10),
        ["cos"] = (Curve.Cos, -10, 10),
        ["tan"] = (Curve.Tan, -1.5, 1.5),
        ["asin"] = (Curve.Asin, -0.99, 0.99),
        ["acos"] = (Curve.Acos, -0.99, 0.99),
        ["sinh"] = (Curve.Sinh, -9, 9),
        ["cosh"] = (Curve.Cosh, -9, 9),
        ["asinh"] = (Curve.Asinh, -20, 20),
        ["acosh"] = (Curve.Acosh, 1.01, 20),
        ["atanh"] = (Curve.Atanh, -0.99, 0.99),
    };

    public static TheoryData<string> Names => [.. Curves.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_hold_the_curve_between_them(string name)
    {
        (Curve curve, double low, double high) = Curves[name];
        Random random = new(5);
        for (int trial = 0; trial < 300; trial++)
        {
            Interval x = Piece(random, low, high);
            Interval value = curve.Value(x);
            Strip strip = curve.Relax(x, value), slopes = curve.RelaxSlope(x, value);
            for (int i = 0; i <= 20; i++)
            {
                double at = Math.Min(x.Lo + (i * (x.Hi - x.Lo) / 20), x.Hi);
                Interval here = curve.Value(at);
                AssertBetween(strip, at, here, name);
                AssertBetween(slopes, at, curve.Slope(at, here), name + "'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_hold_the_quotients_of_differences(string name)
    {
        (Curve curve, double low, double high) = Curves[name];
        Random random = new(6);
        for (int trial = 0; trial < 300; trial++)
        {
            // The mean-value theorem: some slope between two points is their quotient, and the range of slopes holds it.
            Interval x = Piece(random, low, high);
            Interval quotient = (curve.Value(x.Hi) - curve.Value(x.Lo)) / ((Interval)x.Hi - x.Lo), slope = curve.Slope(x, curve.Value(x));
            Assert.False(Interval.Intersect(quotient, slope).IsEmpty, $"{name} on {x}: {quotient} outside {slope}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gaps_shrink_with_the_square_of_the_width(string name)
    {
        (Curve curve, double low, double high) = Curves[name];
        double middle = low + (0.6 * (high - low)), before = Gap(curve, middle, 1e-2), after = Gap(curve, middle, 1e-3);

        // A hundredth, and as much again for the third order and for rounding.
        Assert.True(after <= (before / 50) + 1e-11, $"{before} then {after}");
    }

    [Fact]
    public void Powers_of_one_exponent_are_one_curve()
    {
        Assert.Equal(Curve.Power(5), Curve.Power(5));
        Assert.NotEqual(Curve.Power(5), Curve.Power(4));
    }

    private static double Gap(Curve curve, double middle, double radius)
    {
        Interval x = new(middle - radius, middle + radius);
        Strip strip = curve.Relax(x, curve.Value(x));
        double atLow = ((strip.UpSlope - strip.LowSlope) * x.Lo) + (strip.UpShift - strip.LowShift);
        double atHigh = ((strip.UpSlope - strip.LowSlope) * x.Hi) + (strip.UpShift - strip.LowShift);
        return Math.Max(atLow, atHigh);
    }

    private static Interval Piece(Random random, double low, double high)
    {
        double at = low + (random.NextDouble() * (high - low)), width = (high - low) * Math.Pow(10, -4 * random.NextDouble());
        return new Interval(at, Math.Max(at, Math.Min(high, at + width)));
    }

    // The line is evaluated exactly: the slope and the shift are doubles.
    private static void AssertBetween(Strip strip, double at, Interval value, string name)
    {
        Interval up = ((Interval)strip.UpSlope * at) + strip.UpShift, low = ((Interval)strip.LowSlope * at) + strip.LowShift;
        Assert.True(up.Hi >= value.Lo && low.Lo <= value.Hi, $"{name} at {at}: {value} outside [{low}, {up}]");
    }
}
