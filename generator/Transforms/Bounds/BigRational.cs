using System;
using System.Numerics;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>A fraction of whole numbers in lowest terms: what every double is, exactly.</summary>
internal readonly record struct BigRational
{
    /// <summary>Numbers of more bits are not worth a proof.</summary>
    private const int Longest = 8192;

    private BigRational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static BigRational Zero => new(BigInteger.Zero, BigInteger.One);

    public static BigRational One => new(BigInteger.One, BigInteger.One);

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    /// <summary>The number itself; null for infinities and NaN.</summary>
    public static BigRational? Of(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return null;
        }
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return power >= 0 ? new(signed << power, BigInteger.One) : Reduced(signed, BigInteger.One << -power);
    }

    public static BigRational operator +(BigRational left, BigRational right) =>
        Reduced((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static BigRational operator -(BigRational value) => new(-value.Numerator, value.Denominator);

    public static BigRational operator *(BigRational left, BigRational right) => Reduced(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public BigRational Inverse() => Numerator.Sign < 0 ? new(-Denominator, -Numerator) : new(Denominator, Numerator);

    /// <summary>True when the number has grown beyond what a proof should carry.</summary>
    public bool IsLong => BigInteger.Abs(Numerator) >> Longest != 0 || Denominator >> Longest != 0;

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) : Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/" + Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static BigRational Reduced(BigInteger numerator, BigInteger denominator)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common.IsOne ? new(numerator, denominator) : new(numerator / common, denominator / common);
    }
}
