using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// A closed set of real numbers, <c>{x : Lo ≤ x ≤ Hi}</c>, after IEEE 1788 (set-based). Every operation and function contains each real result of reals in
/// its arguments; where nothing is defined the result is <see cref="Empty"/>. An infinite end means unbounded and is not itself a member.
/// </summary>
#if NETSTANDARD2_0
internal
#else
public
#endif
readonly partial record struct Interval
{
    /// <summary>The interval from <paramref name="lo"/> to <paramref name="hi"/>; two NaN make the empty one.</summary>
    /// <exception cref="ArgumentException">lo &gt; hi, exactly one of them is NaN, lo is +∞ or hi is −∞.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Interval(double lo, double hi)
    {
        // True for NaN too, which the slow path tells apart.
        if (!(lo <= hi) || lo == double.PositiveInfinity || hi == double.NegativeInfinity)
        {
            RefuseUnlessEmpty(lo, hi);
        }
        Lo = lo;
        Hi = hi;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Interval(double lo, double hi, bool isChecked)
    {
        _ = isChecked;
        Lo = lo;
        Hi = hi;
    }

    /// <summary>The lower end: −∞ when unbounded below, NaN when empty.</summary>
    public double Lo { get; }

    /// <summary>The upper end: +∞ when unbounded above, NaN when empty.</summary>
    public double Hi { get; }

    /// <summary>The set without members, (NaN, NaN).</summary>
    public static Interval Empty => Raw(double.NaN, double.NaN);

    /// <summary>All real numbers, (−∞, +∞).</summary>
    public static Interval Entire => Raw(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>True for the set without members.</summary>
    public bool IsEmpty => double.IsNaN(Lo);

    /// <summary>True for the set of all real numbers.</summary>
    public bool IsEntire => double.IsNegativeInfinity(Lo) && double.IsPositiveInfinity(Hi);

    /// <summary>True for a set with exactly one member.</summary>
    public bool IsPoint => Lo == Hi;

    /// <summary>True for a set that is not empty and has two finite ends.</summary>
    // Hi − Lo would overflow: [−1e308, 1e308] is bounded.
    public bool IsBounded => Lo >= double.MinValue && Hi <= double.MaxValue;

    /// <summary>
    /// The set whose one member is <paramref name="value"/>. NaN is <see cref="Empty"/>; an infinity is what lies beyond every finite double,
    /// [<see cref="double.MaxValue"/>, +∞] or its negative.
    /// </summary>
    public static implicit operator Interval(double value)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? Raw(double.MaxValue, value) : Raw(value, double.MinValue);
        }
        return Raw(value, value);
    }

    /// <summary>The two ends.</summary>
    public void Deconstruct(out double lo, out double hi)
    {
        lo = Lo;
        hi = Hi;
    }

    /// <summary>An interval of ends known to be in order, or of two NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Interval Raw(double lo, double hi) => new(lo, hi, isChecked: true);

    private static void RefuseUnlessEmpty(double lo, double hi)
    {
        if (!(double.IsNaN(lo) && double.IsNaN(hi)))
        {
            throw new ArgumentException(FormattableString.Invariant($"[{lo:R}, {hi:R}] is not an interval: lo ≤ hi, lo < +∞ and hi > −∞ must hold."), nameof(lo));
        }
    }
}
