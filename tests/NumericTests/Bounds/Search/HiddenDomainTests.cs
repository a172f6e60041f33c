using System;
using Proxima;
using Xunit;

namespace NumericTests.Bounds.Search;

/// <summary>
/// A factor of zero hides that another has no value: the slope stays bounded, zero times all reals is zero, and beside an undecided branch the end of a box where the
/// arm has no value looks like an end where the function has the other arm's.
/// </summary>
public sealed class HiddenDomainTests
{
    [Fact]
    public void An_end_at_which_an_arm_has_no_value_does_not_stand_for_the_box()
    {
        // 5 for y > 0 and x ≤ 1. The slope in x is 0: x may seem to stand at 2, where only the other arm has a value.
        CertifiedRange range = Certify.Range(new HiddenDomains.RootModel(0), [new(0, 2), new(-1, 1)]);
        Assert.True(range.Enclosure.Contains(5) && range.Enclosure.Contains(0), range.Enclosure.ToString());
        Assert.True(Minimise.Global(new HiddenDomains.LogarithmModel(0), [new(0, 2), new(-1, 1)]).Minimum.Contains(-5));
    }

    /// <summary>At y = 1 the rounded border leaves the branch open: the point x = 2 has the other arm's value only.</summary>
    [Fact]
    public void A_centre_at_which_an_arm_has_no_value_does_not_stand_for_the_box()
    {
        double y = 0.1 * 3 > 0.3 ? 0.1 : -0.1;
        CertifiedRange range = Certify.Range(new HiddenDomains.BorderModel(0), [new(0, 2), y]);
        Assert.True(range.Enclosure.Contains(new HiddenDomains.BorderModel(0).Value([1, y])), range.Enclosure.ToString());
    }

    [Fact]
    public void A_slope_beside_the_domain_is_not_lost()
    {
        Bound bound = Certify.Lipschitz(new HiddenDomains.SlopeModel(0), [new(-1, 0), new(-1, 1)], Norm.Infinity);
        Assert.True(bound.Upper >= 10, bound.ToString()); // 5·|y| + 5·|x| at (−1, 1)
    }

    [Fact]
    public void A_box_within_the_domain_keeps_its_speed()
    {
        CertifiedRange range = Certify.Range(new HiddenDomains.RootModel(0), [new(0, 1), new(0.5, 1)]);
        Assert.Equal(new Interval(5, 5), range.Enclosure);
        Assert.Equal(0, range.Splits);
    }
}

/// <summary>Partial functions in arms of branches, times a weight that may be zero.</summary>
internal static partial class HiddenDomains
{
    [Lipschitz]
    public static double Root(double x, double y, [Constant] double weight) => y > 0 ? 5 + weight * Math.Sqrt(1 - x) : 0;

    [Lipschitz]
    public static double Logarithm(double x, double y, [Constant] double weight)
    {
        double hidden = weight * Math.Log(1 - x);
        return y > 0 ? hidden - 5 : y;
    }

    [Lipschitz]
    public static double Border(double x, double y, [Constant] double weight) => 3 * y > 0.3 ? 5 + weight * Math.Sqrt(1 - x) : -3 * y > 0.3 ? 5 + weight * Math.Sqrt(1 - x) : 0;

    [Lipschitz]
    public static double Slope(double x, double y, [Constant] double weight) => y > 0 ? 5 * x * y + weight * Math.Sqrt(-x) * y : 0;
}
