using System;

namespace Proxima.Linear;

/// <summary>Sizes of rounding errors.</summary>
internal static class Roundoff
{
    /// <summary>2⁻⁵³: an operation rounded to nearest is off by at most this part of its result.</summary>
    public const double Unit = 1.0 / (1L << 53);

    /// <summary>2⁻⁹⁷⁰, more than all underflows of a sum of 2¹⁰⁰ terms.</summary>
    public const double Tiny = 1e-292;

    /// <summary>The value moved outward by more than four roundings of terms of this size.</summary>
    public static double Up(double value, double size) => value + ((8 * Unit * size) + Tiny);

    /// <summary>What an upper bound that was computed with infinities means.</summary>
    public static double UpperOrInfinite(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;

    public static double LowerOrInfinite(double value) => double.IsNaN(value) ? double.NegativeInfinity : value;

    public static double Magnitude(double lo, double hi) => Math.Max(Math.Abs(lo), Math.Abs(hi));
}
