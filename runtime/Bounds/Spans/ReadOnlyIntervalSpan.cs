using System;

namespace Proxima;

/// <summary>Intervals whose lower and upper ends lie in two spans, to be read.</summary>
public readonly ref struct ReadOnlyIntervalSpan
{
    /// <summary>The intervals between elements of the same index.</summary>
    /// <exception cref="ArgumentException">The spans have different lengths.</exception>
    public ReadOnlyIntervalSpan(ReadOnlySpan<double> lo, ReadOnlySpan<double> hi)
    {
        RequireSameLength(lo.Length, hi.Length, nameof(hi));
        Lo = lo;
        Hi = hi;
    }

    /// <summary>The lower ends.</summary>
    public ReadOnlySpan<double> Lo { get; }

    /// <summary>The upper ends.</summary>
    public ReadOnlySpan<double> Hi { get; }

    /// <summary>The number of intervals.</summary>
    public int Length => Lo.Length;

    /// <summary>The interval at an index.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    /// <exception cref="ArgumentException">The two ends there are not those of an interval.</exception>
    public Interval this[int index] => new(Lo[index], Hi[index]);

    /// <summary>Some of the intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all there.</exception>
    public ReadOnlyIntervalSpan Slice(int start, int length) => new(Lo.Slice(start, length), Hi.Slice(start, length));

    internal static void RequireSameLength(int expected, int actual, string parameter)
    {
        if (expected != actual)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected {expected} elements, got {actual}."), parameter);
        }
    }
}
