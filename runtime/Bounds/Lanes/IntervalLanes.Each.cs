using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Functions without a form for vectors: lane by lane, which gives the numbers of <see cref="Interval"/> because it is its code.</content>
public readonly partial struct IntervalLanes
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes Each(Func<Interval, Interval> function, IntervalLanes x)
    {
        Span<double> lo = stackalloc double[Count], hi = stackalloc double[Count];
        x.CopyTo(lo, hi);
        Interval argument = Interval.Raw(lo[0], hi[0]), value = function(argument);
        (lo[0], hi[0]) = value;
        for (int lane = 1; lane < Count; lane++)
        {
            Interval next = Interval.Raw(lo[lane], hi[lane]);
            value = next.Equals(argument) ? value : function(argument = next); // lanes beyond the last box repeat it
            (lo[lane], hi[lane]) = value;
        }
        return Of(lo, hi);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes Each(Func<Interval, Interval, Interval> function, IntervalLanes x, IntervalLanes y)
    {
        Span<double> lo = stackalloc double[Count], hi = stackalloc double[Count], otherLo = stackalloc double[Count], otherHi = stackalloc double[Count];
        x.CopyTo(lo, hi);
        y.CopyTo(otherLo, otherHi);
        for (int lane = 0; lane < Count; lane++)
        {
            (lo[lane], hi[lane]) = function(Interval.Raw(lo[lane], hi[lane]), Interval.Raw(otherLo[lane], otherHi[lane]));
        }
        return Of(lo, hi);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes Each(Func<Interval, Interval, Interval, Interval> function, IntervalLanes x, IntervalLanes y, IntervalLanes z)
    {
        Span<double> lo = stackalloc double[3 * Count], hi = stackalloc double[3 * Count];
        x.CopyTo(lo, hi);
        y.CopyTo(lo[Count..], hi[Count..]);
        z.CopyTo(lo[(2 * Count)..], hi[(2 * Count)..]);
        for (int lane = 0; lane < Count; lane++)
        {
            int second = lane + Count, third = second + Count;
            (lo[lane], hi[lane]) = function(Interval.Raw(lo[lane], hi[lane]), Interval.Raw(lo[second], hi[second]), Interval.Raw(lo[third], hi[third]));
        }
        return Of(lo[..Count], hi[..Count]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes EachWith<T>(Func<Interval, T, Interval> function, IntervalLanes x, T argument)
    {
        Span<double> lo = stackalloc double[Count], hi = stackalloc double[Count];
        x.CopyTo(lo, hi);
        for (int lane = 0; lane < Count; lane++)
        {
            (lo[lane], hi[lane]) = function(Interval.Raw(lo[lane], hi[lane]), argument);
        }
        return Of(lo, hi);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes EachWith<T, TOther>(Func<Interval, T, TOther, Interval> function, IntervalLanes x, T argument, TOther other)
    {
        Span<double> lo = stackalloc double[Count], hi = stackalloc double[Count];
        x.CopyTo(lo, hi);
        for (int lane = 0; lane < Count; lane++)
        {
            (lo[lane], hi[lane]) = function(Interval.Raw(lo[lane], hi[lane]), argument, other);
        }
        return Of(lo, hi);
    }

    /// <summary>Some lanes computed one by one, the others as they are: no lane depends on what stands beside it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private IntervalLanes Replaced(ulong isKnown, Func<Interval, Interval, Interval> function, IntervalLanes x, IntervalLanes y)
    {
        Span<double> lo = stackalloc double[3 * Count], hi = stackalloc double[3 * Count];
        CopyTo(lo, hi);
        x.CopyTo(lo[Count..], hi[Count..]);
        y.CopyTo(lo[(2 * Count)..], hi[(2 * Count)..]);
        for (int lane = 0; lane < Count; lane++)
        {
            if ((isKnown >> lane & 1) == 0)
            {
                int second = lane + Count, third = second + Count;
                (lo[lane], hi[lane]) = function(Interval.Raw(lo[second], hi[second]), Interval.Raw(lo[third], hi[third]));
            }
        }
        return Of(lo[..Count], hi[..Count]);
    }

    private void CopyTo(Span<double> lo, Span<double> hi)
    {
        _lo.CopyTo(lo);
        _hi.CopyTo(hi);
    }

    private static IntervalLanes Of(ReadOnlySpan<double> lo, ReadOnlySpan<double> hi) => new(Vector512.Create(lo), Vector512.Create(hi));
}
