using System;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>Construction, empty and unbounded sets, truth.</summary>
public sealed class IntervalTests
{
    private const double Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, -Inf)]
    [InlineData(Inf, -Inf)]
    public void Ends_out_of_order_are_refused(double lo, double hi)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Interval(lo, hi));
        Assert.Contains(FormattableString.Invariant($"[{lo:R}, {hi:R}]"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Special_sets_are_what_they_say()
    {
        Assert.True(new Interval(double.NaN, double.NaN).IsEmpty);
        Assert.Equal(Interval.Empty, new Interval(double.NaN, double.NaN));
        Assert.Equal(new Interval(0, 0), default);
        Assert.True(Interval.Entire.IsEntire && !Interval.Entire.IsBounded);
        Assert.Equal(Interval.Empty, (Interval)double.NaN);
        Assert.Equal(new Interval(double.MaxValue, Inf), (Interval)Inf);
        Assert.Equal(new Interval(-Inf, double.MinValue), (Interval)(-Inf));
        Assert.True(((Interval)3).IsPoint);
    }

    [Fact]
    public void Comparisons_say_what_can_be()
    {
        Interval low = new(0, 1);
        Interval high = new(1, 2);
        Assert.Equal(Truth.Maybe, Interval.Less(low, high));
        Assert.Equal(Truth.Always, Interval.LessOrEqual(low, high));
        Assert.Equal(Truth.Never, Interval.Greater(low, high));
        Assert.Equal(Truth.Maybe, Interval.GreaterOrEqual(low, high));
        Assert.Equal(Truth.Maybe, Interval.Equal(low, high));
        Assert.Equal(Truth.Never, Interval.Equal(low, 3));
        Assert.Equal(Truth.Always, Interval.Equal(3, 3));
        Assert.Equal(Truth.Never, Interval.NotEqual(3, 3));
        Assert.Equal(default, Interval.Less(low, Interval.Empty));
        Assert.Equal(default, Interval.Equal(Interval.Empty, Interval.Empty));
        Assert.Equal(Truth.Never, Interval.Less(Inf, low));
    }

    [Fact]
    public void Selection_is_the_hull_of_what_is_possible()
    {
        Interval one = new(0, 1);
        Interval other = new(3, 4);
        Assert.Equal(one, Interval.Select(Truth.Always, one, other));
        Assert.Equal(other, Interval.Select(Truth.Never, one, other));
        Assert.Equal(new Interval(0, 4), Interval.Select(Truth.Maybe, one, other));
        Assert.Equal(Interval.Empty, Interval.Select(default, one, other));
    }

    [Fact]
    public void Guards_widen_or_narrow()
    {
        Assert.Equal(new Interval(0, 1), Interval.Inside(new(0, 1), 0, Inf));
        Assert.Equal(Interval.Entire, Interval.Inside(new(-1, 1), 0, Inf));
        Assert.Equal(Interval.Entire, Interval.InsideOpen(new(0, 1), 0, Inf));
        Assert.Equal(new Interval(1, Inf), Interval.InsideOpen(new(1, Inf), 0, Inf));
        Assert.Equal(new Interval(2, 5), Interval.AtLeast(new(0, 5), new(2, 3)));
        Assert.Equal(Interval.Empty, Interval.AtLeast(new(0, 1), new(2, 3)));
        Assert.Equal(new Interval(0, 3), Interval.AtMost(new(0, 5), new(2, 3)));
        Assert.Equal(Interval.Empty, Interval.AtMost(new(4, 5), new(2, 3)));
        Assert.Equal(Interval.Entire, Interval.Jump(new Interval(-1, 0)));
        Assert.Equal(new Interval(0, 0), Interval.Jump(new Interval(1, 2)));
    }
}
