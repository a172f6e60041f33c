using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Arithmetic, rounded by the instruction. See <see cref="EmbeddedIntervalProducts"/> for which products can be the ends.</content>
public readonly partial struct IntervalLanes
{
    private const byte Least = 0b0100, Largest = 0b0101; // of two numbers, or the one that is a number

    /// <inheritdoc cref="Interval.op_Addition(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator +(IntervalLanes left, IntervalLanes right) => new(
        Avx512F.Add(left._lo, right._lo, FloatRoundingMode.ToNegativeInfinity),
        Avx512F.Add(left._hi, right._hi, FloatRoundingMode.ToPositiveInfinity));

    /// <inheritdoc cref="Interval.op_Subtraction(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator -(IntervalLanes left, IntervalLanes right) => new(
        Avx512F.Subtract(left._lo, right._hi, FloatRoundingMode.ToNegativeInfinity),
        Avx512F.Subtract(left._hi, right._lo, FloatRoundingMode.ToPositiveInfinity));

    /// <inheritdoc cref="Interval.op_UnaryNegation(Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator -(IntervalLanes value) => new(-value._hi, -value._lo);

    /// <inheritdoc cref="Interval.op_UnaryPlus(Interval)"/>
    public static IntervalLanes operator +(IntervalLanes value) => value;

    /// <inheritdoc cref="Interval.op_Multiply(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator *(IntervalLanes left, IntervalLanes right)
    {
        Vector512<double> a = left._lo, b = left._hi, c = right._lo, d = right._hi;
        Vector512<double> isNegative = Avx512F.CompareLessThan(a, Vector512<double>.Zero);
        Vector512<double> isPositive = Avx512F.CompareGreaterThan(b, Vector512<double>.Zero);
        Vector512<double> least = Avx512F.Multiply(a, Avx512F.BlendVariable(c, d, isNegative), FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> otherLeast = Avx512F.Multiply(b, Avx512F.BlendVariable(d, c, isPositive), FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> largest = Avx512F.Multiply(b, Avx512F.BlendVariable(c, d, isPositive), FloatRoundingMode.ToPositiveInfinity);
        Vector512<double> otherLargest = Avx512F.Multiply(a, Avx512F.BlendVariable(d, c, isNegative), FloatRoundingMode.ToPositiveInfinity);
        Vector512<double> lo = Avx512DQ.Range(least, otherLeast, Least);
        Vector512<double> hi = Avx512DQ.Range(largest, otherLargest, Largest);
        // NaN is left by empty sets, and by [0, 0] times all reals, which is [0, 0].
        Vector512<double> isZero = Avx512F.CompareUnordered(lo, lo) & Avx512F.CompareOrdered(a, c);
        return new(Vector512.ConditionalSelect(isZero, Vector512<double>.Zero, lo), Vector512.ConditionalSelect(isZero, Vector512<double>.Zero, hi));
    }

    /// <summary>The product with a number, whose sign is the same in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator *(double left, IntervalLanes right)
    {
        if (left > 0 && left <= double.MaxValue)
        {
            Vector512<double> factor = Vector512.Create(left);
            return new(Avx512F.Multiply(factor, right._lo, FloatRoundingMode.ToNegativeInfinity), Avx512F.Multiply(factor, right._hi, FloatRoundingMode.ToPositiveInfinity));
        }
        if (left < 0 && left >= double.MinValue)
        {
            Vector512<double> factor = Vector512.Create(left);
            return new(Avx512F.Multiply(factor, right._hi, FloatRoundingMode.ToNegativeInfinity), Avx512F.Multiply(factor, right._lo, FloatRoundingMode.ToPositiveInfinity));
        }
        return Product(left, right); // zero, infinite or NaN
    }

    /// <inheritdoc cref="op_Multiply(double, IntervalLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator *(IntervalLanes left, double right) => right * left;

    /// <inheritdoc cref="Interval.op_Division(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes operator /(IntervalLanes left, IntervalLanes right)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        Vector512<double> isNegative = Avx512F.CompareLessThan(right._hi, zero);
        // By a positive divisor: −a by −b where b is negative.
        Vector512<double> lo = Vector512.ConditionalSelect(isNegative, -left._hi, left._lo), hi = Vector512.ConditionalSelect(isNegative, -left._lo, left._hi);
        Vector512<double> near = Vector512.ConditionalSelect(isNegative, -right._hi, right._lo), far = Vector512.ConditionalSelect(isNegative, -right._lo, right._hi);
        IntervalLanes quotient = new(
            Avx512F.Divide(lo, Avx512F.BlendVariable(near, far, Avx512F.CompareGreaterThanOrEqual(lo, zero)), FloatRoundingMode.ToNegativeInfinity),
            Avx512F.Divide(hi, Avx512F.BlendVariable(far, near, Avx512F.CompareGreaterThan(hi, zero)), FloatRoundingMode.ToPositiveInfinity));
        ulong isKnown = Vector512.ExtractMostSignificantBits(isNegative | Avx512F.CompareGreaterThan(right._lo, zero));
        return isKnown == AllLanes ? quotient : quotient.Replaced(isKnown, static (a, b) => a / b, left, right); // a divisor with a zero in it, or an empty one
    }

    /// <inheritdoc cref="Interval.Sqrt(Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Sqrt(IntervalLanes x)
    {
        IntervalLanes root = new(Avx512F.Sqrt(x._lo, FloatRoundingMode.ToNegativeInfinity), Avx512F.Sqrt(x._hi, FloatRoundingMode.ToPositiveInfinity));
        ulong isKnown = Vector512.ExtractMostSignificantBits(Avx512F.CompareGreaterThanOrEqual(x._lo, Vector512<double>.Zero));
        return isKnown == AllLanes ? root : root.Replaced(isKnown, static (a, _) => Interval.Sqrt(a), x, x);
    }

    /// <inheritdoc cref="Interval.Sqr(Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Sqr(IntervalLanes x)
    {
        IntervalLanes magnitude = Abs(x);
        return new(
            Avx512F.Multiply(magnitude._lo, magnitude._lo, FloatRoundingMode.ToNegativeInfinity),
            Avx512F.Multiply(magnitude._hi, magnitude._hi, FloatRoundingMode.ToPositiveInfinity));
    }

    /// <inheritdoc cref="Interval.Abs(Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Abs(IntervalLanes x)
    {
        Vector512<double> lo = Vector512.Abs(x._lo), hi = Vector512.Abs(x._hi);
        return new(Vector512.ConditionalSelect(HasZero(x), Vector512<double>.Zero, Avx512F.Min(lo, hi)), Avx512F.Max(lo, hi));
    }

    /// <inheritdoc cref="Interval.Max(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Max(IntervalLanes left, IntervalLanes right) => new(Vector512.Max(left._lo, right._lo), Vector512.Max(left._hi, right._hi));

    /// <inheritdoc cref="Interval.Min(Interval, Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Min(IntervalLanes left, IntervalLanes right) => new(Vector512.Min(left._lo, right._lo), Vector512.Min(left._hi, right._hi));

    /// <inheritdoc cref="Interval.NotZeroSlope(Interval)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes NotZeroSlope(IntervalLanes divisor) => OneUnless(HasZero(divisor));

    /// <inheritdoc cref="Interval.InsideSlope(Interval, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes InsideSlope(IntervalLanes x, double lo, double hi) => OneUnless(IsOutside(x, lo, hi));

    /// <inheritdoc cref="Interval.Inside(Interval, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes Inside(IntervalLanes x, double lo, double hi)
    {
        Vector512<double> isOutside = IsOutside(x, lo, hi);
        return new(
            Vector512.ConditionalSelect(isOutside, Vector512.Create(double.NegativeInfinity), x._lo),
            Vector512.ConditionalSelect(isOutside, Vector512.Create(double.PositiveInfinity), x._hi));
    }

    private static ulong AllLanes => (1UL << Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> HasZero(IntervalLanes x) =>
        Avx512F.CompareLessThanOrEqual(x._lo, Vector512<double>.Zero) & Avx512F.CompareGreaterThanOrEqual(x._hi, Vector512<double>.Zero);

    /// <summary>Not an empty one: comparisons with NaN are false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> IsOutside(IntervalLanes x, double lo, double hi) =>
        Avx512F.CompareLessThan(x._lo, Vector512.Create(lo)) | Avx512F.CompareGreaterThan(x._hi, Vector512.Create(hi));

    /// <summary>All reals in some lanes, 1 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static IntervalLanes OneUnless(Vector512<double> isAny) => new(
        Vector512.ConditionalSelect(isAny, Vector512.Create(double.NegativeInfinity), Vector512<double>.One),
        Vector512.ConditionalSelect(isAny, Vector512.Create(double.PositiveInfinity), Vector512<double>.One));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes Product(IntervalLanes left, IntervalLanes right) => left * right;
}
