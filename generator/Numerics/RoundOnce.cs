using System;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Numerics;

/// <summary>Operations that C# rounds once and netstandard2.0 lacks.</summary>
internal static class RoundOnce
{
    /// <summary>a·b + c rounded once (Boldo and Melquiond 2008: the low parts are added with rounding to odd).</summary>
    public static double MultiplyAdd(double a, double b, double c)
    {
        double plain = (a * b) + c;
        if (double.IsNaN(plain) || double.IsInfinity(plain) || a * b == 0)
        {
            // a·b may overflow where the sum does not: scaled by powers of two it fits.
            bool isSpurious = !double.IsNaN(a) && !double.IsInfinity(a) && !double.IsNaN(b) && !double.IsInfinity(b) && !double.IsNaN(c) && !double.IsInfinity(c);
            return isSpurious && a * b != 0 ? MultiplyAdd(a * 0.5, b * 0.5, c * 0.25) * 4 : plain;
        }
        DoubleDouble product = DoubleDouble.Product(a, b);
        DoubleDouble low = DoubleDouble.Sum(c, product.Lo);
        DoubleDouble high = DoubleDouble.Sum(product.Hi, low.Hi);
        return high.Hi + SumToOdd(low.Lo, high.Lo);
    }

    /// <summary>The same for <see langword="float"/>: the product of two floats is exact in double.</summary>
    public static float MultiplyAdd(float a, float b, float c) => (float)SumToOdd((double)a * b, c);

    /// <summary>The next larger double.</summary>
    public static double BitIncrement(double x)
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
        return BitConverter.Int64BitsToDouble(bits < 0 ? bits - 1 : bits + 1);
    }

    public static double BitDecrement(double x) => -BitIncrement(-x);

    public static float BitIncrement(float x)
    {
        if (float.IsNaN(x) || float.IsPositiveInfinity(x))
        {
            return x;
        }
        if (x == 0)
        {
            return float.Epsilon;
        }
        int bits = Floats.ToBits(x);
        return Floats.FromBits(bits < 0 ? bits - 1 : bits + 1);
    }

    public static float BitDecrement(float x) => -BitIncrement(-x);

    /// <summary>a + b rounded to odd: when inexact, the neighbour whose last bit is set, so that a second rounding cannot go astray.</summary>
    private static double SumToOdd(double a, double b)
    {
        DoubleDouble sum = DoubleDouble.Sum(a, b);
        if (sum.Lo == 0 || (BitConverter.DoubleToInt64Bits(sum.Hi) & 1) != 0)
        {
            return sum.Hi;
        }
        return sum.Lo > 0 ? BitIncrement(sum.Hi) : BitDecrement(sum.Hi);
    }
}
