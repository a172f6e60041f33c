using System;
using System.Linq;
using Proxima;

namespace NumericTests.Bounds.Lanes;

/// <summary>Searches that bound several boxes ahead take the same steps as those that bound one after the other.</summary>
[Trait("Category", "Batch")]
public sealed class SearchLaneTests
{
    private static readonly Interval[] s_box = [new(-2, 2), new(-2, 2)];

    [Fact]
    public void Minima_are_the_same() => SameMinimum(new LaneModels.GoldsteinPriceModel(), s_box);

    [Fact]
    public void Minima_of_roots_and_quotients_are_the_same() => SameMinimum(new LaneModels.QuotientsModel(3), s_box);

    [Fact]
    public void Minima_of_partly_defined_functions_are_the_same() => SameMinimum(new LaneModels.PartlyModel(), s_box);

    [Fact]
    public void Ranges_are_the_same()
    {
        CertifiedRange together = Certify.Range(new OneByOne<LaneModels.QuotientsModel>(new(3), AreTogether: true), s_box), one = Certify.Range(new OneByOne<LaneModels.QuotientsModel>(new(3)), s_box);
        Assert.Equal((one.Enclosure, one.Attained, one.Splits), (together.Enclosure, together.Attained, together.Splits));
        Assert.Equal(one.Largest, together.Largest);
        Assert.Equal(one.Smallest, together.Smallest);
    }

    [Theory]
    [InlineData(Norm.Infinity)]
    [InlineData(Norm.One)]
    [InlineData(Norm.Two)]
    public void Constants_are_the_same(Norm norm)
    {
        Bound together = Certify.Lipschitz(new OneByOne<LaneModels.QuotientsModel>(new(3), AreTogether: true), s_box, norm), one = Certify.Lipschitz(new OneByOne<LaneModels.QuotientsModel>(new(3)), s_box, norm);
        Assert.Equal((one.Upper, one.Lower, one.Splits), (together.Upper, together.Lower, together.Splits));
        Assert.Equal(one.Witness, together.Witness);
    }

    private static void SameMinimum<TModel>(TModel model, Interval[] box)
        where TModel : struct, IEnclosure
    {
        CertifyOptions options = new() { RelativeGap = 1e-9, MaxSplits = 3_000 };
        Enclosure together = Minimise.Global(model, box, 1e-3, options), one = Minimise.Global(new OneByOne<TModel>(model), box, 1e-3, options);
        Assert.Equal((one.Minimum, one.Splits, one.Minimisers.Count), (together.Minimum, together.Splits, together.Minimisers.Count));
        Assert.Equal(one.Witness, together.Witness);
        Assert.Equal(one.Minimisers.SelectMany(static b => b), together.Minimisers.SelectMany(static b => b));
        Assert.True(IntervalLanes.IsSupported == model.BoxesAtOnce > 1);
    }

    /// <summary>A model without its trace and, unless they are asked for, without its lanes.</summary>
    private readonly record struct OneByOne<TModel>(TModel Model, bool AreTogether = false) : IEnclosure
        where TModel : struct, IEnclosure
    {
        public int Dimension => Model.Dimension;

        public int BoxesAtOnce => AreTogether ? Model.BoxesAtOnce : 1;

        public double Value(ReadOnlySpan<double> x) => Model.Value(x);

        public void Values(ReadOnlySpan<double> rows, Span<double> results) => Model.Values(rows, results);

        public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => Model.Gradient(x, gradient);

        public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => Model.Gradients(rows, results, gradients);

        public Interval Range(ReadOnlySpan<Interval> box) => Model.Range(box);

        public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient) => Model.GradientRange(box, gradient);

        public bool IsDefined(ReadOnlySpan<Interval> box) => Model.IsDefined(box);

        public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => Model.HessianRange(box, hessian);

        public void Ranges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges) => Model.Ranges(boxes, ranges);

        public void GradientRanges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges, Span<Interval> gradients) => Model.GradientRanges(boxes, ranges, gradients);

        public void HessianRanges(ReadOnlySpan<Interval> boxes, Span<Interval> hessians, Span<bool> areBounded) => Model.HessianRanges(boxes, hessians, areBounded);
    }
}

/// <summary>Straight lines of + − × ÷ √: models that have lanes.</summary>
internal static partial class LaneModels
{
    [Lipschitz]
    public static double GoldsteinPrice(double x, double y)
    {
        double s = x + y + 1, t = 2 * x - 3 * y;
        return (1 + s * s * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) * (30 + t * t * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
    }

    [Lipschitz]
    public static double Quotients(double x, double y, [Constant] double shift) => (x * y - y) / (1 + x * x + y * y) + Math.Sqrt(shift + x) * (y - 0.3) - 0.2 * x;

    [Lipschitz]
    public static double Partly(double x, double y) => Math.Sqrt(x) * y + Math.Sqrt(1 - x * y) - 1 / (y + 3 * x);
}
