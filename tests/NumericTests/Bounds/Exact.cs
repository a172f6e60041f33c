using System;
using System.Numerics;

namespace NumericTests.Bounds;

/// <summary>A quotient of whole numbers: what doubles and their sums, products and quotients are exactly.</summary>
internal readonly record struct Exact(BigInteger Numerator, BigInteger Denominator) : IComparable<Exact>
{
    public static implicit operator Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = (bits & 0xF_FFFF_FFFF_FFFF) + (biased == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(biased, 1) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return exponent >= 0 ? new(signed << exponent, BigInteger.One) : new(signed, BigInteger.One << -exponent);
    }

    public static Exact operator +(Exact left, Exact right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Exact operator -(Exact left, Exact right) => left + new Exact(-right.Numerator, right.Denominator);

    public static Exact operator *(Exact left, Exact right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Exact operator /(Exact left, Exact right) =>
        new(left.Numerator * right.Denominator * right.Numerator.Sign, left.Denominator * right.Numerator * right.Numerator.Sign);

    public int CompareTo(Exact other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>True when lo ≤ this ≤ hi; ends may be infinite.</summary>
    public bool LiesWithin(double lo, double hi) =>
        (double.IsNegativeInfinity(lo) || CompareTo(lo) >= 0) && (double.IsPositiveInfinity(hi) || CompareTo(hi) <= 0) && !double.IsNaN(lo) && !double.IsNaN(hi);
}
