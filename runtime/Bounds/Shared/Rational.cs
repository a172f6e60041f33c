using System.Numerics;

namespace Proxima;

/// <summary>A quotient of whole numbers, and the doubles around it. What is beyond the range of doubles stays beyond it but loses its value.</summary>
internal readonly struct Rational
{
    // Twice the decimal exponents of doubles, in digits of the quotient.
    private const int Far = 700;

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    /// <summary>The quotient of two whole numbers, the second one positive.</summary>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    public bool IsZero => _numerator.IsZero;

    /// <summary>digits · baseⁿ for base 2 or 10, n of any size.</summary>
    public static Rational Create(BigInteger digits, int numberBase, BigInteger exponent)
    {
        if (digits.IsZero)
        {
            return new(digits, BigInteger.One);
        }
        int length = digits.ToByteArray().Length * 8;
        BigInteger limit = (numberBase == 2 ? 4 * Far : Far) + length;
        if (exponent > limit)
        {
            exponent = limit;
        }
        if (exponent < -limit)
        {
            exponent = -limit;
        }
        BigInteger power = BigInteger.Pow(numberBase, (int)BigInteger.Abs(exponent));
        return exponent.Sign >= 0 ? new(digits * power, BigInteger.One) : new(digits, power);
    }

    public static Rational operator /(Rational left, Rational right)
    {
        int sign = right._numerator.Sign;
        return new(left._numerator * right._denominator * sign, left._denominator * right._numerator * sign);
    }

    public int CompareTo(Rational other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

    /// <summary>The largest double below or at the quotient.</summary>
    public double Down() => _numerator.Sign < 0 ? -MagnitudeUp() : MagnitudeDown();

    /// <summary>The smallest double above or at the quotient.</summary>
    public double Up() => _numerator.Sign < 0 ? -MagnitudeDown() : MagnitudeUp();

    private double MagnitudeDown()
    {
        (long mantissa, int exponent, _) = Split();
        double value = Binary.Scale(mantissa, exponent);
        return double.IsInfinity(value) ? double.MaxValue : value;
    }

    private double MagnitudeUp()
    {
        (long mantissa, int exponent, bool isExact) = Split();
        return Binary.Scale(isExact ? mantissa : mantissa + 1, exponent);
    }

    /// <summary>The magnitude as at most 53 bits times a power of two that a double can have, what is left cut off.</summary>
    private (long Mantissa, int Exponent, bool IsExact) Split()
    {
        BigInteger numerator = BigInteger.Abs(_numerator);
        // The quotient times 2^shift is below 2⁵⁴; a subnormal number has fewer bits.
        int shift = 53 - (Length(numerator) - Length(_denominator));
        shift = shift > 1074 ? 1074 : shift;
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(numerator << shift, _denominator, out BigInteger rest)
            : BigInteger.DivRem(numerator, _denominator << -shift, out rest);
        long mantissa = (long)quotient;
        bool isExact = rest.IsZero;
        while (mantissa >= 1L << 53)
        {
            isExact &= (mantissa & 1) == 0;
            mantissa >>= 1;
            shift--;
        }
        return (mantissa, -shift, isExact);
    }

    private static int Length(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        int length = 8 * (bytes.Length - 1);
        for (int top = bytes[bytes.Length - 1]; top > 0; top >>= 1)
        {
            length++;
        }
        return length;
    }
}
