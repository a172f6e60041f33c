using System;

namespace Proxima;

/// <content>Hyperbolic functions and their inverses, from m = e^|x| − 1 and ln(1 + …), which do not cancel.</content>
internal static partial class Kernels
{
    /// <summary>Twice the error below: 2⁻⁶⁵ of eˣ − 1, which counts once, and of what is done with it, 2⁻⁹⁹.</summary>
    private const double HyperbolicError = 1.1 * TwoTo64Less;

    /// <summary>(m + m/(1 + m))/2; from 64 on e^|x|/2 to 2⁻¹⁸⁰.</summary>
    public static Interval Sinh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo28Less)
        {
            return Outwards(x);
        }
        if (magnitude > 64)
        {
            return Signed(HalfExp(magnitude), x);
        }
        Twofold m = ExpM1Middle(magnitude);
        return Signed(Near((m + (m / (1 + m))).Scale(0.5), HyperbolicError), x);
    }

    /// <summary>(e^|x| + 1/e^|x|)/2; not below 1.</summary>
    public static Interval Cosh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo28Less)
        {
            return x == 0 ? Exact(1) : Interval.Raw(1, Neighbours.Above(1));
        }
        if (magnitude > 64)
        {
            return HalfExp(magnitude);
        }
        Twofold parts = ExpParts(magnitude, out int k);
        Twofold power = parts.Scale(PowerOfTwo(k));
        Interval value = Near((power + (1 / power)).Scale(0.5), ExpError);
        return value.Lo < 1 ? Interval.Raw(1, value.Hi) : value;
    }

    /// <summary>m/(m + 2) with m = e^|2x| − 1; from 24 on 1 to 2⁻⁶⁸. Not above 1.</summary>
    public static Interval Tanh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo28Less)
        {
            return Inwards(x);
        }
        if (magnitude > 24)
        {
            return Signed(double.IsInfinity(x) ? Exact(1) : Interval.Raw(Neighbours.Below(1), 1), x);
        }
        Twofold m = ExpM1Middle(2 * magnitude);
        Interval value = Near(m / (m + 2), HyperbolicError);
        return Signed(value.Hi > 1 ? Interval.Raw(value.Lo, 1) : value, x);
    }

    /// <summary>ln(1 + (x + x²/(1 + √(1 + x²)))); from 2⁶⁰ on ln 2x to 2⁻¹²¹.</summary>
    public static Interval Asinh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo28Less)
        {
            return Inwards(x);
        }
        if (magnitude > 1.152921504606847e18)
        {
            return Signed(LogOfTwice(magnitude), x);
        }
        Twofold square = Twofold.Product(magnitude, magnitude);
        return Signed(Near(LogP1Middle(magnitude + (square / (1 + Twofold.Sqrt(1 + square)))), 2 * LogError), x);
    }

    /// <summary>ln(1 + (t + √(t·(2 + t)))) with t = x − 1, for x ≥ 1; from 2⁶⁰ on ln 2x to 2⁻¹²¹.</summary>
    public static Interval Acosh(double x)
    {
        if (x == 1)
        {
            return default;
        }
        if (x > 1.152921504606847e18)
        {
            return LogOfTwice(x);
        }
        Twofold t = Twofold.Sum(x, -1);
        return Near(LogP1Middle(t + Twofold.Sqrt(t * (2 + t))), 2 * LogError);
    }

    /// <summary>½·ln(1 + 2x/(1 − x)) for |x| ≤ 1.</summary>
    public static Interval Atanh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo28Less)
        {
            return Outwards(x);
        }
        return Signed(
            magnitude == 1
                ? Interval.Raw(double.MaxValue, double.PositiveInfinity)
                : Near(LogP1Middle(2 * magnitude / Twofold.Sum(1, -magnitude)).Scale(0.5), 2 * LogError),
            x);
    }

    private static Interval HalfExp(double x) =>
        x > 711 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : Scaled(ExpParts(x, out int k), ExpError, k - 1);

    private static Interval LogOfTwice(double x) => double.IsInfinity(x)
        ? Interval.Raw(double.MaxValue, x)
        : Near(LogMiddle(Mantissa(x, out int k), k + 1), 2 * LogError);
}
