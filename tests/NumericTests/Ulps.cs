using System;

namespace NumericTests;

/// <summary>Distances in units in the last place: how many representable numbers lie between two.</summary>
internal static class Ulps
{
    /// <summary>Zero for equal bits and for two NaNs; huge for a NaN and a number, and for +0 and −0.</summary>
    public static double Between(double actual, double expected)
    {
        if (double.IsNaN(actual) || double.IsNaN(expected))
        {
            return double.IsNaN(actual) && double.IsNaN(expected) ? 0 : double.PositiveInfinity;
        }
        if (actual == 0 && expected == 0)
        {
            return double.IsNegative(actual) == double.IsNegative(expected) ? 0 : double.PositiveInfinity;
        }
        return (double)Math.Abs((decimal)Ordinal(actual) - Ordinal(expected));
    }

    /// <inheritdoc cref="Between(double, double)"/>
    public static double Between(float actual, float expected)
    {
        if (float.IsNaN(actual) || float.IsNaN(expected))
        {
            return float.IsNaN(actual) && float.IsNaN(expected) ? 0 : double.PositiveInfinity;
        }
        if (actual == 0 && expected == 0)
        {
            return float.IsNegative(actual) == float.IsNegative(expected) ? 0 : double.PositiveInfinity;
        }
        return Math.Abs((double)Ordinal(actual) - Ordinal(expected));
    }

    private static long Ordinal(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static long Ordinal(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        return bits < 0 ? (long)int.MinValue - bits : bits;
    }
}
