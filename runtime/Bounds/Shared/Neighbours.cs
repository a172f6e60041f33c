using System;

namespace Proxima;

/// <summary>The doubles next to a double.</summary>
internal static class Neighbours
{
    /// <summary>The largest double below; −∞ and NaN stay, +∞ becomes the largest finite one.</summary>
    public static double Below(double x) => -Above(-x);

    /// <summary>The smallest double above; +∞ and NaN stay, −∞ becomes the smallest finite one.</summary>
    public static double Above(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x))
        {
            return x;
        }
        if (x == 0)
        {
            return double.Epsilon;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        return BitConverter.Int64BitsToDouble(x > 0 ? bits + 1 : bits - 1);
    }
}
