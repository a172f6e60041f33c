using System;

namespace Proxima.Generator.Numerics;

/// <summary>
/// The unevaluated sum of two doubles, about 106 bits (Dekker 1971, Knuth 1969): the reference that everything else is measured against.
/// Basic operations are within 2⁻¹⁰² relative as long as neither operand nor result comes near the ends of the exponent range. An infinity or
/// NaN lives in <see cref="Hi"/> with a zero <see cref="Lo"/>. No fused multiply-add is used, so that every host gives the same bits.
/// </summary>
internal readonly struct DoubleDouble : IEquatable<DoubleDouble>, IComparable<DoubleDouble>
{
    private const double Splitter = 134217729; // 2²⁷ + 1
    private const double SplitLimit = 6.696928794914171e299; // 2⁹⁹⁶: beyond it the splitter overflows

    public DoubleDouble(double hi, double lo = 0)
    {
        Hi = hi;
        Lo = lo;
    }

    public double Hi { get; }

    public double Lo { get; }

    public static DoubleDouble Zero => default;

    public static DoubleDouble One => new(1);

    public static DoubleDouble NaN => new(double.NaN);

    public bool IsNaN => double.IsNaN(Hi);

    public bool IsFinite => !double.IsNaN(Hi) && !double.IsInfinity(Hi);

    public bool IsZero => Hi == 0;

    /// <summary>True for negative numbers and −0.</summary>
    public bool IsNegative => BitConverter.DoubleToInt64Bits(Hi) < 0;

    public static implicit operator DoubleDouble(double value) => new(value);

    /// <summary>Rounds to nearest.</summary>
    public static explicit operator double(DoubleDouble value) => value.Hi;

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.Hi, value.Lo == 0 ? 0 : -value.Lo);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble high = Sum(left.Hi, right.Hi);
        if (!high.IsFinite || (left.Lo == 0 && right.Lo == 0))
        {
            return high;
        }
        DoubleDouble low = Sum(left.Lo, right.Lo);
        DoubleDouble middle = QuickSum(high.Hi, high.Lo + low.Hi);
        return QuickSum(middle.Hi, middle.Lo + low.Lo);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble product = Product(left.Hi, right.Hi);
        return product.IsFinite && !product.IsZero // a zero keeps its sign
            ? QuickSum(product.Hi, product.Lo + ((left.Hi * right.Lo) + (left.Lo * right.Hi)))
            : product;
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.Hi / right.Hi;
        if (first == 0 || double.IsNaN(first) || double.IsInfinity(first) || double.IsInfinity(right.Hi))
        {
            return new(first);
        }
        // Long division: each step takes the next 53 bits of the quotient.
        DoubleDouble rest = left - (right * first);
        double second = rest.Hi / right.Hi;
        rest -= right * second;
        double third = rest.Hi / right.Hi;
        return QuickSum(first, second) + third;
    }

    public static bool operator ==(DoubleDouble left, DoubleDouble right) => left.Hi == right.Hi && left.Lo == right.Lo;

    public static bool operator !=(DoubleDouble left, DoubleDouble right) => !(left == right);

    public static bool operator <(DoubleDouble left, DoubleDouble right) => left.Hi < right.Hi || (left.Hi == right.Hi && left.Lo < right.Lo);

    public static bool operator >(DoubleDouble left, DoubleDouble right) => right < left;

    public static bool operator <=(DoubleDouble left, DoubleDouble right) => left.Hi < right.Hi || (left.Hi == right.Hi && left.Lo <= right.Lo);

    public static bool operator >=(DoubleDouble left, DoubleDouble right) => right <= left;

    /// <summary>a + b exactly (Knuth), unless it overflows.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return WithError(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>a · b exactly (Dekker), unless the error underflows or the product overflows.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
        if (double.IsInfinity(product) || double.IsNaN(product))
        {
            return new(product);
        }
        if (Math.Abs(a) > SplitLimit)
        {
            return Product(a * 3.7252902984619140625e-09, b).Scale(268435456); // 2⁻²⁸, 2²⁸
        }
        if (Math.Abs(b) > SplitLimit)
        {
            return Product(b, a);
        }
        (double aHigh, double aLow) = Split(a);
        (double bHigh, double bLow) = Split(b);
        return WithError(product, ((aHigh * bHigh) - product + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
    }

    /// <summary>Multiplies by a power of two.</summary>
    public DoubleDouble Scale(double powerOfTwo) => WithError(Hi * powerOfTwo, Lo * powerOfTwo);

    public DoubleDouble Abs() => IsNegative ? -this : this;

    public int CompareTo(DoubleDouble other) => Hi.CompareTo(other.Hi) is not 0 and int order ? order : Lo.CompareTo(other.Lo);

    public bool Equals(DoubleDouble other) => Hi.Equals(other.Hi) && Lo.Equals(other.Lo);

    public override bool Equals(object? obj) => obj is DoubleDouble other && Equals(other);

    public override int GetHashCode() => unchecked((Hi.GetHashCode() * 31) + Lo.GetHashCode());

    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:R} + {1:R}", Hi, Lo);

    /// <summary>a + b exactly where |a| ≥ |b| (Dekker).</summary>
    private static DoubleDouble QuickSum(double a, double b)
    {
        double sum = a + b;
        return WithError(sum, b - (sum - a));
    }

    private static DoubleDouble WithError(double value, double error) =>
        error == 0 || double.IsInfinity(value) || double.IsNaN(value) ? new(value) : new(value, error);

    private static (double High, double Low) Split(double value)
    {
        double scaled = Splitter * value;
        double high = scaled - (scaled - value);
        return (high, value - high);
    }
}
