using System;
using System.Collections.Generic;
using Proxima;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Numerics.DoubleDoubleFunctions;

namespace NumericTests.Bounds;

/// <summary>
/// An interval function of one argument, its reference with about 100 bits, where to take arguments, and how much wider than the two doubles around a value it may
/// be.
/// </summary>
/// <param name="Name">For messages.</param>
/// <param name="Enclose">The interval function.</param>
/// <param name="Reference">The value at a double.</param>
/// <param name="Samples">From a number in [0, 1) an argument.</param>
/// <param name="Ulps">The distance allowed between the ends, where that is limited: next to zeros that are not at 0 it is not.</param>
internal sealed record ElementaryFunction(
    string Name, Func<Interval, Interval> Enclose, Func<double, DoubleDouble> Reference, Func<double, double>[] Samples, double Ulps)
{
    // Two neighbours, and one more at each end where the value comes very near a double.
    private const double Tight = 3;

    // Next to a zero: the radius is relative to the terms that cancel there.
    private const double Unlimited = double.PositiveInfinity;

    // For the functions that no file of test vectors has, or only few.
    private const int Many = 100_000;

    private static readonly DoubleDouble Ln3 = Log((DoubleDouble)3);

    /// <summary>How many points are tried.</summary>
    public int Points { get; init; } = 20_000;

    public static IReadOnlyList<ElementaryFunction> All { get; } =
    [
        new("exp", Interval.Exp, x => Exp(x), [Linear(-700, 709), Linear(-2, 2), Decades(-300, 0)], Tight),
        new("exp2", Interval.Exp2, x => Exp2(x), [Linear(-1000, 1023), Linear(-2, 2), Decades(-300, 0), Whole(-60, 60)], Tight),
        new("exp10", Interval.Exp10, x => Exp10(x), [Linear(-300, 308), Linear(-2, 2), Decades(-300, 0), Whole(-20, 22)], Tight),
        new("expM1", Interval.ExpM1, x => ExpM1(x), [Linear(-50, 709), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("exp2M1", Interval.Exp2M1, x => Exp2M1(x), [Linear(-50, 1000), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("exp10M1", Interval.Exp10M1, x => Exp10M1(x), [Linear(-20, 300), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("log", Interval.Log, x => Log(x), [Positive(-280, 300), Linear(0.01, 10), Around(1)], Tight),
        new("log base 3", x => Interval.Log(x, 3), x => Log(x) / Ln3, [Positive(-280, 300), Linear(0.01, 10), Around(1)], 8), // two enclosures and a quotient
        new("log2", Interval.Log2, x => Log2(x), [Positive(-280, 300), Linear(0.01, 10), Around(1)], Tight),
        new("log10", Interval.Log10, x => Log10(x), [Positive(-280, 300), Linear(0.01, 10), Around(1)], Tight),
        new("logP1", Interval.LogP1, x => LogP1(x), [Positive(-280, 300), Linear(-0.99, 10), Decades(-280, -1)], Tight),
        new("log2P1", Interval.Log2P1, x => Log2P1(x), [Positive(-280, 300), Linear(-0.99, 10), Decades(-280, -1)], Tight),
        new("log10P1", Interval.Log10P1, x => Log10P1(x), [Positive(-280, 300), Linear(-0.99, 10), Decades(-280, -1)], Tight),
        new("sin", Interval.Sin, x => Sin(x), [Linear(-20, 20), Decades(-280, 5), Decades(5, 300)], Tight),
        new("cos", Interval.Cos, x => Cos(x), [Linear(-20, 20), Decades(-280, 5), Decades(5, 300)], Tight),
        new("tan", Interval.Tan, x => Tan(x), [Linear(-20, 20), Decades(-280, 5), Decades(5, 300)], Tight),
        new("sinPi", Interval.SinPi, x => SinPi(x), [Linear(-20, 20), Decades(-280, 5), Halves(-40, 40)], Tight),
        new("cosPi", Interval.CosPi, x => CosPi(x), [Linear(-20, 20), Decades(-280, 5), Halves(-40, 40)], Tight),
        new("tanPi", Interval.TanPi, x => TanPi(x), [Linear(-20, 20), Decades(-280, 5)], Tight),
        new("asin", Interval.Asin, x => Asin(x), [Linear(-1, 1), Decades(-280, 0), Around(1, -1)], Tight),
        new("acos", Interval.Acos, x => Acos(x), [Linear(-1, 1), Decades(-280, 0), Around(1, -1)], Tight),
        new("atan", Interval.Atan, x => Atan(x), [Linear(-5, 5), Decades(-280, 280)], Tight),
        new("asinPi", Interval.AsinPi, x => Asin(x) / DoubleDoubleConstants.Pi, [Linear(-1, 1), Decades(-280, 0), Around(1, -1)], Tight),
        new("acosPi", Interval.AcosPi, x => Acos(x) / DoubleDoubleConstants.Pi, [Linear(-1, 1), Decades(-280, 0), Around(1, -1)], Tight),
        new("atanPi", Interval.AtanPi, x => Atan(x) / DoubleDoubleConstants.Pi, [Linear(-5, 5), Decades(-280, 280)], Tight),
        new("degreesToRadians", Interval.DegreesToRadians, x => x * DoubleDoubleConstants.RadiansPerDegree, [Linear(-360, 360), Decades(-280, 280)], Tight),
        new("radiansToDegrees", Interval.RadiansToDegrees, x => x * DoubleDoubleConstants.DegreesPerRadian, [Linear(-7, 7), Decades(-280, 280)], Tight),
        new("sinh", Interval.Sinh, x => Sinh(x), [Linear(-700, 700), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("cosh", Interval.Cosh, x => Cosh(x), [Linear(-700, 700), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("tanh", Interval.Tanh, x => Tanh(x), [Linear(-25, 25), Linear(-2, 2), Decades(-280, 0)], Tight),
        new("asinh", Interval.Asinh, x => Asinh(x), [Linear(-25, 25), Linear(-2, 2), Decades(-280, 150)], Tight),
        new("acosh", Interval.Acosh, x => Acosh(x), [Linear(1, 25), Around(1, 1), Positive(1, 150)], Tight),
        new("atanh", Interval.Atanh, x => Atanh(x), [Linear(-1, 1), Decades(-280, -0.5)], Tight),
        new("sigmoid", Interval.Sigmoid, x => Sigmoid(x), [Linear(-700, 40), Linear(-5, 5), Decades(-280, 0)], Tight) { Points = Many },
        new("softPlus", Interval.SoftPlus, x => SoftPlus(x), [Linear(-700, 90), Linear(-5, 5), Decades(-280, 0)], Tight) { Points = Many },
        new("cbrt", Interval.Cbrt, x => Cbrt(x), [Linear(-5, 5), Decades(-280, 280), Whole(-999, 999)], Tight),
        new("fifth root", x => Interval.RootN(x, 5), x => RootN(x, 5), [Linear(-5, 5), Decades(-280, 280)], Tight),
        new("inverse square root", x => Interval.RootN(x, -2), x => RootN(x, -2), [Linear(0.1, 5), Positive(-280, 280)], Tight),
        new("seventh power", x => Interval.Pow(x, 7), x => Pow(x, 7), [Linear(-5, 5), Decades(-35, 35)], Tight),
        new("power 0.3", x => Interval.Pow(x, 0.3), x => Pow(x, 0.3), [Linear(0.1, 5), Positive(-280, 280)], Tight),
        new("hypot with 3", x => Interval.Hypot(x, 3), x => Hypot(x, 3), [Linear(-5, 5), Decades(-150, 150)], Tight),
        new("angle over 2", x => Interval.Atan2(x, 2), x => Atan2(x, 2), [Linear(-5, 5), Decades(-250, 250)], Tight),
        new("half turns over −2", x => Interval.Atan2Pi(x, -2), x => Atan2(x, -2) / DoubleDoubleConstants.Pi, [Linear(0.01, 5), Linear(-5, -0.01)], Tight),
        new("erf", Interval.Erf, x => Erf(x), [Linear(-6, 6), Linear(-1, 1), Decades(-280, 0)], Tight) { Points = Many },
        new("erfc", Interval.Erfc, x => Erfc(x), [Linear(-6, 26), Linear(-1, 4)], Tight) { Points = Many },
        new("normalCdf", Interval.NormalCdf, x => NormalCdf(x), [Linear(-37, 8), Linear(-2, 2)], Tight) { Points = Many },
        new("normalPdf", Interval.NormalPdf, x => NormalPdf(x), [Linear(-37, 37), Linear(-2, 2)], Tight) { Points = Many },
        new("logGamma", Interval.LogGamma, x => LogGamma(x), [Linear(2.5, 200), Linear(0.01, 0.9), Linear(1.1, 1.9), Positive(1, 250)], Tight) { Points = Many },
        new("logGamma of negative numbers", Interval.LogGamma, x => LogGamma(x), [Linear(-20, 0)], Unlimited) { Points = Many },
        new("digamma", Interval.Digamma, x => Digamma(x), [Linear(1.5, 200), Linear(0.01, 1.4), Positive(1, 100)], Tight) { Points = Many },
        new("digamma of negative numbers", Interval.Digamma, x => Digamma(x), [Linear(-20, 0)], Unlimited) { Points = Many },
        new("trigamma", Interval.Trigamma, x => Polygamma(1, x), [Linear(0.01, 200), Positive(1, 50)], Tight) { Points = Many },
        new("trigamma of negative numbers", Interval.Trigamma, x => Polygamma(1, x), [Linear(-20, 0)], Tight) { Points = Many },
        new("polygamma 2", x => Interval.Polygamma(2, x), x => Polygamma(2, x), [Linear(0.01, 200), Positive(1, 30)], Tight) { Points = Many },
        new("polygamma 5", x => Interval.Polygamma(5, x), x => Polygamma(5, x), [Linear(0.01, 200), Positive(1, 20)], Tight) { Points = Many },
        new("polygamma 2 of negative numbers", x => Interval.Polygamma(2, x), x => Polygamma(2, x), [Linear(-20, 0)], Unlimited) { Points = Many },
    ];

    private static Func<double, double> Linear(double lo, double hi) => t => lo + (t * (hi - lo));

    private static Func<double, double> Positive(double lowest, double highest) => t => Math.Pow(10, lowest + (t * (highest - lowest)));

    /// <summary>Either sign, by the parity of a late digit.</summary>
    private static Func<double, double> Decades(double lowest, double highest) =>
        t => Math.Pow(10, lowest + (t * (highest - lowest))) * (Math.Floor(t * 1e6) % 2 == 0 ? 1 : -1);

    private static Func<double, double> Whole(int lo, int hi) => t => Math.Floor(lo + (t * (hi - lo)));

    private static Func<double, double> Halves(int lo, int hi) => t => Math.Floor(lo + (t * (hi - lo))) / 2;

    /// <summary>On a side, or on both, at distances down to 10⁻¹⁶.</summary>
    private static Func<double, double> Around(double centre, int side = 0) =>
        t => centre + (Math.Pow(10, -16 + (t * 15)) * (side != 0 ? side : Math.Floor(t * 1e6) % 2 == 0 ? 1 : -1));
}
