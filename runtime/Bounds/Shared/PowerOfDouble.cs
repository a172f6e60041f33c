using System;

namespace Proxima;

/// <summary>
/// xⁿ as (High + Low) · 2^Exponent within a proved relative error, by squaring in double-double (Dekker 1971) with the exponents kept apart, so that nothing
/// overflows on the way. What is exact stays known as exact.
/// </summary>
internal readonly struct PowerOfDouble
{
    // One product of two pairs in [1, 4): their low parts are at most 2⁻⁵² of the high ones. Dropping Low · Low loses 2⁻¹⁰⁴ relative, the two cross products and
    // their sum round by less than 2⁻¹⁰³ in all, adding them to the error of the main product by 2⁻¹⁰⁴, the last sum is exact: less than 2⁻¹⁰¹ together.
    private const double StepError = 3.944304526105059e-31; // 2⁻¹⁰¹

    private readonly double _high;
    private readonly double _low;
    private readonly long _exponent;
    private readonly double _error;

    private PowerOfDouble(double high, double low, long exponent, double error)
    {
        _high = high;
        _low = low;
        _exponent = exponent;
        _error = error;
    }

    public static PowerOfDouble Of(double x, int n)
    {
        int exponent = Binary.Exponent(x);
        PowerOfDouble square = new(Binary.Scale(x, -exponent), 0, exponent, 0);
        PowerOfDouble result = default;
        bool isOne = true; // not 1 · square, whose error would no longer count as none
        for (long rest = Math.Abs((long)n); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                result = isOne ? square : Multiply(result, square);
                isOne = false;
            }
            if (rest > 1)
            {
                square = Multiply(square, square);
            }
        }
        return n > 0 ? result : result.Reciprocal();
    }

    public double Down() => Scaled(_error == 0 ? ExactDown() : Directed.AddDown(_high, Directed.SubtractDown(_low, Allowance())), isDown: true);

    public double Up() => Scaled(_error == 0 ? -new PowerOfDouble(-_high, -_low, 0, 0).ExactDown() : Directed.AddUp(_high, Directed.AddUp(_low, Allowance())), isDown: false);

    private static PowerOfDouble Multiply(PowerOfDouble a, PowerOfDouble b)
    {
        double product = a._high * b._high;
        double error = Residuals.ProductError(a._high, b._high, product);
        bool isExact = a._low == 0 && b._low == 0;
        if (!isExact)
        {
            error += (a._high * b._low) + (a._low * b._high);
        }
        double high = product + error;
        double low = error - (high - product);
        int shift = Binary.Exponent(high);
        double scale = Binary.Power(-shift);
        // (1 + e)(1 + f)(1 + g) − 1 is e + f + g but for products of them, which are below 2⁻⁶⁸ even for the largest n.
        double relative = a._error + b._error + (isExact ? 0 : StepError);
        return new(high * scale, low * scale, a._exponent + b._exponent + shift, relative * (1 + 1e-9));
    }

    /// <summary>1 / (High + Low): two steps of long division, then what is left is below 2⁻¹⁰⁰.</summary>
    private PowerOfDouble Reciprocal()
    {
        double first = 1 / _high;
        double product = first * _high;
        double rest = (1 - product) - Residuals.ProductError(first, _high, product) - (first * _low);
        double second = rest / _high;
        double high = first + second;
        double low = second - (high - first);
        // A power of two has an exact reciprocal.
        bool isExact = _error == 0 && _low == 0 && Math.Abs(_high) == 1;
        return new(high, low, -_exponent, isExact ? 0 : (_error * (1 + 1e-9)) + (8 * StepError));
    }

    private double ExactDown() => _low >= 0 ? _high : Neighbours.Below(_high);

    /// <summary>The largest absolute error of High + Low.</summary>
    private double Allowance() => _error * 1.0000001 * Math.Abs(_high);

    private double Scaled(double value, bool isDown)
    {
        int exponent = (int)Math.Max(-4000, Math.Min(4000, _exponent));
        return isDown ? Directed.ScaleDown(value, exponent) : Directed.ScaleUp(value, exponent);
    }
}
