using System;
using System.Threading;
using Proxima;
using Xunit;

namespace NumericTests.Bounds.Search;

[Trait("Category", "Batch")]
public sealed class SearchTests
{
    private static readonly Interval[] s_camelBox = [new(-3, 3), new(-2, 2)];

    [Fact]
    public void The_global_minimum_is_enclosed_with_both_minimisers()
    {
        Enclosure found = Minimise.Global(new Camel(), s_camelBox, 1e-3, new() { RelativeGap = 1e-9 });
        const double least = -1.0316284534898774; // to 16 digits, so the enclosure is met to one rounding of it
        Assert.True(found.Minimum.Lo <= least + 4.5e-16 && found.Minimum.Hi >= least - 4.5e-16, found.Minimum.ToString());
        Assert.True(found.Minimum.Width <= 2e-9, found.Minimum.ToString());
        foreach (double sign in new[] { 1.0, -1.0 })
        {
            Assert.Contains(found.Minimisers, b => b[0].Contains(sign * 0.0898420131) && b[1].Contains(sign * -0.7126564030));
        }
        Assert.All(found.Minimisers, static b => Assert.True(b[0].Width <= 6.1e-3 && Math.Abs(Math.Abs(b[0].Midpoint) - 0.0898) < 0.05));
    }

    [Fact]
    public void A_range_is_proved_from_both_sides()
    {
        CertifiedRange range = Certify.Range(new Camel(), s_camelBox);
        Assert.True(range.Attained.IsSubsetOf(range.Enclosure));
        // The largest value is taken at the corners (3, 2) and (−3, −2): 108.9 + 6 + 48 with the double 2.1.
        Assert.Equal(162.9, range.Enclosure.Hi, 1e-6 * 163); // the relative gap asked for
        Assert.Equal(-1.0316284534898774, range.Enclosure.Lo, 1e-6 * 2);
    }

    [Theory]
    [InlineData(Norm.Infinity)]
    [InlineData(Norm.One)]
    [InlineData(Norm.Two)]
    public void A_constant_is_never_below_a_slope_that_a_sample_shows(Norm norm)
    {
        Bound bound = Certify.Lipschitz(new Camel(), s_camelBox, norm);
        Assert.True(bound.Upper <= bound.Lower * (1 + 2e-6), bound.ToString());
        Random random = new(1);
        double[] gradient = new double[2];
        for (int i = 0; i < 100_000; i++)
        {
            double[] x = [(6 * random.NextDouble()) - 3, (4 * random.NextDouble()) - 2];
            new Camel().Gradient(x, gradient);
            double a = Math.Abs(gradient[0]), b = Math.Abs(gradient[1]);
            double slope = norm switch { Norm.Infinity => a + b, Norm.One => Math.Max(a, b), _ => Math.Sqrt((a * a) + (b * b)) };
            Assert.True(slope <= bound.Upper * (1 + 1e-13)); // the sample's own roundings
        }
    }

    [Fact]
    public void Kinks_are_bounded_by_the_generalised_gradient()
    {
        Bound bound = Certify.Lipschitz(new Kinked(), [new(-1, 1), new(-1, 1)], Norm.Infinity);
        Assert.Equal(3, bound.Upper);
        Assert.Equal(3, bound.Lower);
        Assert.Equal(1, Certify.Lipschitz(new Kinked(), [new(0.5, 1), 0.0], Norm.One).Lower);
    }

    [Fact]
    public void A_slope_of_one_point_alone_refutes_nothing()
    {
        Interval[] box = [new(-1, 1)];
        Assert.Equal(Verdict.Unknown, Certify.Monotone(new Alone(), box, 0, Direction.Increasing).Verdict);
        Bound bound = Certify.Lipschitz(new Alone(), box, Norm.Infinity);
        Assert.Equal((1, 5), (bound.Lower, bound.Upper)); // beside the point; the enclosure of a box round the point stays
        Assert.NotEqual(0, bound.Witness[0]);
        LipschitzCertificate certificate = LipschitzCertificate.Create(new Alone(), "alone", box, Norm.Infinity);
        Assert.Equal(1, certificate.Lower);
        Assert.True(certificate.Check(new Alone(), out string reason), reason);
    }

    [Fact]
    public void An_unbounded_slope_gives_no_finite_constant()
    {
        Assert.Equal(double.PositiveInfinity, Certify.Lipschitz(new Root(), [new(0, 1)], Norm.Infinity).Upper);
        Assert.Equal(double.PositiveInfinity, Certify.Lipschitz(new Root(), [new(-1, 1)], Norm.Infinity).Upper);
        Assert.Equal(0.5, Certify.Lipschitz(new Root(), [new(1, 4)], Norm.Infinity).Upper, 1e-6);
        Assert.Equal(0.5, Certify.Lipschitz(new Root(), [new(1, double.PositiveInfinity)], Norm.Infinity).Upper, 1e-6);
    }

    /// <summary>The end at which it would be largest is none of its domain: the part before it must not be lost.</summary>
    [Fact]
    public void A_function_that_falls_from_a_pole_has_no_largest_value()
    {
        CertifiedRange range = Certify.Range(new InverseRoot(), [new(0, 4)]);
        Assert.True(range.Enclosure.Contains(0.5) && double.IsPositiveInfinity(range.Enclosure.Hi), range.Enclosure.ToString());
        Assert.True(Minimise.Global(new InverseRoot(), [new(0, 4)]).Minimum.Contains(0.5));
    }

    /// <summary>On the side x = 0 the function has values for y ≤ 1 only: those are not the largest.</summary>
    [Fact]
    public void A_side_on_which_the_function_is_partly_defined_does_not_stand_for_the_box()
    {
        CertifiedRange range = Certify.Range(new HalfOpen(), [new(0, 1), new(0, 2)]);
        Assert.True(range.Enclosure.Contains(new HalfOpen().Value([1e-6, 2])), range.Enclosure.ToString());
    }

    [Fact]
    public void Monotonicity_is_proved_refuted_or_open()
    {
        MonotoneVerdict proved = Certify.Monotone(new Camel(), [new(2.5, 3), new(-2, 2)], 0, Direction.Increasing);
        Assert.Equal(Verdict.Proved, proved.Verdict);
        MonotoneVerdict refuted = Certify.Monotone(new Camel(), s_camelBox, 0, Direction.Increasing);
        Assert.Equal(Verdict.Refuted, refuted.Verdict);
        double[] gradient = new double[2];
        new Camel().Gradient(refuted.Violation.Witness, gradient);
        Assert.True(gradient[0] < 0);
        Assert.Equal(Verdict.Proved, Certify.Monotone(new Kinked(), s_camelBox, 0, Direction.Increasing).Verdict);
        Assert.Equal(Verdict.Refuted, Certify.Monotone(new Kinked(), s_camelBox, 1, Direction.Increasing).Verdict);
        Assert.Equal(Verdict.Proved, Certify.Monotone(new Root(), [new(0, 2)], 0, Direction.Increasing).Verdict);
        // 8 − 8.4·x² + 2·x⁴ is positive from 2.2 on, which one box does not show.
        Assert.Equal(Verdict.Unknown, Certify.Monotone(new Camel(), [new(2.2, 10), new(-2, 2)], 0, Direction.Increasing, new() { MaxSplits = 0 }).Verdict);
        Assert.Equal(Verdict.Proved, Certify.Monotone(new Camel(), [new(2.2, 10), new(-2, 2)], 0, Direction.Increasing).Verdict);
    }

    [Fact]
    public void A_decision_holds_within_the_radius_and_fails_beyond()
    {
        // 2·|y| + max(x, 0) ≤ 1 around (0, 0): the nearest point beyond has x = y = 1/3.
        CertifiedRadius radius = Certify.DecisionRadius(new Kinked(), [0.0, 0.0], 1, [new(-5, 5), new(-5, 5)]);
        Assert.InRange(radius.Radius, 1.0 / 3 * (1 - 2e-6), 1.0 / 3);
        Assert.InRange(radius.Attained, 1.0 / 3, 1.0 / 3 * (1 + 2e-6));
        Assert.True(new Kinked().Value(radius.Witness) > 1);
    }

    [Fact]
    public void A_surrogate_is_within_tolerance_up_to_its_radius()
    {
        // x² around 0 in the camel's y = 0, x ≈ 0: the tangent 0 at 0 is off by about 4x², so 1e-4 is met to about 0.005.
        CertifiedRadius radius = Certify.SurrogateRadius(new Camel(), [0.0, 0.0], 0, [0.0, 0.0], 1e-4, s_camelBox, [1.0, 0.0]);
        Assert.InRange(radius.Radius, 0.00500, 0.00501);
        Assert.True(radius.Attained >= radius.Radius);
    }

    [Fact]
    public void A_certificate_survives_json_and_a_forged_one_does_not()
    {
        LipschitzCertificate certificate = LipschitzCertificate.Create(new Camel(), "camel", s_camelBox, Norm.Infinity);
        LipschitzCertificate read = LipschitzCertificate.Parse(certificate.ToJson());
        Assert.True(read.Check(new Camel(), out string reason), reason);
        Assert.Equal(certificate.Upper, read.Upper);
        LipschitzCertificate forged = new()
        {
            Model = read.Model, Norm = read.Norm, Box = read.Box, Upper = 0.9 * read.Lower, Lower = read.Lower, Witness = read.Witness, Splits = read.Splits, Tree = read.Tree,
        };
        Assert.False(forged.Check(new Camel(), out reason));
        Assert.Contains("leaf", reason, StringComparison.Ordinal);
        LipschitzCertificate unbounded = new()
        {
            Model = read.Model, Norm = read.Norm, Box = read.Box, Upper = double.NaN, Lower = read.Lower, Witness = read.Witness, Splits = read.Splits, Tree = read.Tree,
        };
        Assert.False(unbounded.Check(new Camel(), out _));
        LipschitzCertificate cut = LipschitzCertificate.Parse(certificate.ToJson().Replace(" -1\"", "\"", StringComparison.Ordinal));
        Assert.False(cut.Check(new Camel(), out _));
        Assert.Throws<FormatException>(static () => LipschitzCertificate.Parse("{}"));
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Assert.Contains("box", Assert.Throws<ArgumentException>(static () => Certify.Lipschitz(new Camel(), [new(0, 1)], Norm.Infinity)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => Certify.DecisionRadius(new Camel(), [7.0, 0.0], 1, s_camelBox));
        Assert.Throws<ArgumentException>(static () => Certify.DecisionRadius(new Camel(), [double.NaN, 0.0], 1, s_camelBox));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Certify.Monotone(new Camel(), s_camelBox, 2, Direction.Increasing));
        Assert.Throws<ArgumentException>(static () => Minimise.Global(new Camel(), s_camelBox, -1));
        Assert.Equal(new Bound(0, 0, [], 0) with { Witness = [] }, Certify.Lipschitz(new Camel(), [Interval.Empty, new(0, 1)], Norm.Infinity) with { Witness = [] }, (a, b) => a.Upper == b.Upper && a.Lower == b.Lower);
        Assert.True(Certify.Range(new Camel(), [Interval.Empty, new(0, 1)]).Enclosure.IsEmpty);
    }

    [Fact]
    public void A_search_can_be_cancelled_and_limited()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Certify.Lipschitz(new Camel(), s_camelBox, Norm.Two, new() { CancellationToken = source.Token }));
        Bound short1 = Certify.Lipschitz(new Camel(), s_camelBox, Norm.Two, new() { MaxSplits = 5 }), long1 = Certify.Lipschitz(new Camel(), s_camelBox, Norm.Two);
        Assert.True(short1.Splits <= 5 && short1.Upper >= long1.Upper);
    }
}
