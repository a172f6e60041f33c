using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>
/// Eight intervals, one per lane of two vectors: what generated bounds compute with for eight boxes at once. Every operation is that of <see cref="Interval"/> in each lane
/// and gives the same numbers, the tightest ends for + − × ÷ √ (only a zero may have the other sign), so that nobody can tell how boxes were grouped.
/// </summary>
/// <remarks>Ends are rounded by the instruction. Where <see cref="IsSupported"/> is false, no lanes can be loaded, and boxes are computed one by one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct IntervalLanes
{
    /// <summary>The number of intervals.</summary>
    public const int Count = 8;

    private readonly Vector512<double> _lo;
    private readonly Vector512<double> _hi;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private IntervalLanes(Vector512<double> lo, Vector512<double> hi)
    {
        _lo = lo;
        _hi = hi;
    }

    /// <summary>The same interval in every lane.</summary>
    /// <param name="lo">The lower end.</param>
    /// <param name="hi">The upper end.</param>
    /// <exception cref="ArgumentException">The ends make no interval.</exception>
    public IntervalLanes(double lo, double hi)
    {
        Interval checkedEnds = new(lo, hi);
        _lo = Vector512.Create(checkedEnds.Lo);
        _hi = Vector512.Create(checkedEnds.Hi);
    }

    /// <summary>True on processors with AVX-512, unless <see cref="Interval.Reproducible"/> asks for the portable code: that gives the same numbers one by one.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported && Avx512DQ.IsSupported && s_isEmbedded;
    }

    // Read once: a field that never changes costs nothing in optimised code.
    private static readonly bool s_isEmbedded = !Interval.Reproducible;

    /// <summary>The set without members in every lane.</summary>
    public static IntervalLanes Empty => new(Vector512.Create(double.NaN), Vector512.Create(double.NaN));

    /// <summary>The same number in every lane, as an interval.</summary>
    /// <param name="value">The number; NaN is empty, an infinity what lies beyond every finite double.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator IntervalLanes(double value)
    {
        Interval interval = value;
        return new(Vector512.Create(interval.Lo), Vector512.Create(interval.Hi));
    }

    /// <summary>One side of up to eight boxes.</summary>
    /// <param name="boxes">The boxes, one after the other.</param>
    /// <param name="first">The number of the box for the first lane. Lanes beyond the last box repeat that one.</param>
    /// <param name="side">Which side of each box.</param>
    /// <param name="sides">The number of sides that a box has.</param>
    /// <returns>The side of each box in a lane.</returns>
    /// <exception cref="PlatformNotSupportedException">Lanes are not supported.</exception>
    public static IntervalLanes Load(ReadOnlySpan<Interval> boxes, int first, int side, int sides)
    {
        if (!IsSupported)
        {
            throw new PlatformNotSupportedException();
        }
        int start = (first * sides) + side;
        ReadOnlySpan<Interval> from = boxes[start..];
        if (from.Length > 7 * sides)
        {
            return Gather(from[0], from[sides], from[2 * sides], from[3 * sides], from[4 * sides], from[5 * sides], from[6 * sides], from[7 * sides]);
        }
        int last = (from.Length - 1) / sides;
        return Gather(from[0], At(from, 1), At(from, 2), At(from, 3), At(from, 4), At(from, 5), At(from, 6), At(from, 7));

        Interval At(ReadOnlySpan<Interval> from, int lane) => from[Math.Min(lane, last) * sides];
    }

    /// <summary>Writes the lanes to one column of up to eight rows.</summary>
    /// <param name="rows">The rows, one after the other; lanes beyond the last row are dropped.</param>
    /// <param name="first">The number of the row for the first lane.</param>
    /// <param name="column">Which column.</param>
    /// <param name="columns">The number of columns.</param>
    public void Store(Span<Interval> rows, int first, int column, int columns)
    {
        Span<double> lo = stackalloc double[Count], hi = stackalloc double[Count];
        CopyTo(lo, hi);
        int at = (first * columns) + column;
        for (int lane = 0; lane < Count && at < rows.Length; lane++, at += columns)
        {
            rows[at] = Interval.Raw(lo[lane], hi[lane]);
        }
    }

    /// <summary>Tells of each lane whether it has finite ends and members.</summary>
    /// <returns>A bit per lane, the first the lowest.</returns>
    public ulong AreBounded()
    {
        Vector512<double> largest = Vector512.Create(double.MaxValue);
        return Vector512.ExtractMostSignificantBits(Avx512F.CompareGreaterThanOrEqual(_lo, -largest) & Avx512F.CompareLessThanOrEqual(_hi, largest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static IntervalLanes Gather(Interval a, Interval b, Interval c, Interval d, Interval e, Interval f, Interval g, Interval h) => new(
        Vector512.Create(a.Lo, b.Lo, c.Lo, d.Lo, e.Lo, f.Lo, g.Lo, h.Lo),
        Vector512.Create(a.Hi, b.Hi, c.Hi, d.Hi, e.Hi, f.Hi, g.Hi, h.Hi));
}
