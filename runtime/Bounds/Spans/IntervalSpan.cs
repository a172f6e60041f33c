using System;

namespace Proxima;

/// <summary>
/// Intervals whose lower and upper ends lie in two spans. Sums, differences and products of many at once, at the widest vectors the processor has: rounded by
/// the instruction with AVX-512, by a step outwards elsewhere (<see cref="Interval.Reproducible"/> asks for that everywhere). Either way the results contain
/// what <see cref="Interval"/> contains.
/// </summary>
public readonly ref partial struct IntervalSpan
{
    /// <summary>The intervals between elements of the same index.</summary>
    /// <exception cref="ArgumentException">The spans have different lengths.</exception>
    public IntervalSpan(Span<double> lo, Span<double> hi)
    {
        ReadOnlyIntervalSpan.RequireSameLength(lo.Length, hi.Length, nameof(hi));
        Lo = lo;
        Hi = hi;
    }

    /// <summary>The lower ends.</summary>
    public Span<double> Lo { get; }

    /// <summary>The upper ends.</summary>
    public Span<double> Hi { get; }

    /// <summary>The number of intervals.</summary>
    public int Length => Lo.Length;

    /// <summary>The interval at an index.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    /// <exception cref="ArgumentException">The two ends there are not those of an interval.</exception>
    public Interval this[int index]
    {
        get => new(Lo[index], Hi[index]);
        set
        {
            Lo[index] = value.Lo;
            Hi[index] = value.Hi;
        }
    }

    /// <summary>The same intervals, to be read.</summary>
    public static implicit operator ReadOnlyIntervalSpan(IntervalSpan intervals) => new(intervals.Lo, intervals.Hi);

    /// <summary>Some of the intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all there.</exception>
    public IntervalSpan Slice(int start, int length) => new(Lo.Slice(start, length), Hi.Slice(start, length));
}
