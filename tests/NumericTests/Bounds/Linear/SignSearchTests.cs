using System;
using System.Linq;
using System.Text.Json;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Piecewise-linear networks have exact constants.</summary>
public sealed class SignSearchTests
{
    // Exact values are stored as computed in nearest arithmetic.
    private const double Slack = 1e-9;

    private static readonly SearchLimits ToTheEnd = new() { RelativeGap = 1e-9, Splits = 5_000 };

    public static TheoryData<string, int> Solved => ReferenceNet.Cases(static (net, box) => net.IsRelu && box.Exact is not null);

    public static TheoryData<string, int> Enumerated => ReferenceNet.Cases(static (net, box) => net.IsRelu && box.Exact is not null && box.Spectral is not null);

    [Theory]
    [MemberData(nameof(Solved))]
    public void Deciding_signs_finds_the_exact_constant(string name, int index)
    {
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find(name, index);
        double exact = box.Exact!.Value;
        LayeredGraph graph = net.Graph();
        SearchResult result = LinearBound.Lipschitz(graph, box.Box, Norm.Infinity, ToTheEnd);
        Assert.InRange(result.Upper, exact * (1 - Slack), exact * (1 + Slack));
        Assert.InRange(result.Lower, exact * (1 - Slack), exact * (1 + Slack));
        Assert.True(box.Box.Zip(result.Witness).All(static pair => pair.First.Contains(pair.Second)));
        Interval[] point = [.. result.Witness.Select(static x => (Interval)x)];
        Assert.True(LinearBound.Lipschitz(graph, point, Norm.Infinity, new SearchLimits { Splits = 0 }).Upper >= result.Lower);
    }

    [Theory]
    [MemberData(nameof(Enumerated))]
    public void The_other_norms_are_exact_too(string name, int index)
    {
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find(name, index);
        LayeredGraph graph = net.Graph();
        SearchResult two = LinearBound.Lipschitz(graph, box.Box, Norm.Two, ToTheEnd);
        Assert.InRange(two.Upper, box.Spectral!.Value * (1 - Slack), box.Spectral.Value * (1 + Slack));
        Assert.InRange(two.Lower, box.Spectral.Value * (1 - Slack), two.Upper);
        if (net.Outputs == 1)
        {
            double largest = box.Entries("exactLow").Concat(box.Entries("exactHigh")).Max(Math.Abs);
            Assert.InRange(LinearBound.Lipschitz(graph, box.Box, Norm.One, ToTheEnd).Upper, largest * (1 - Slack), largest * (1 + Slack));
        }
    }

    [Fact]
    public void An_open_box_is_closer_than_any_bound_known()
    {
        // 60.9 was the smallest upper bound known; 27.986 is the constant, found after 5,363 splits.
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find("relu_randk16_w32", 2);
        Assert.Null(box.Exact);
        SearchResult result = LinearBound.Lipschitz(net.Graph(), box.Box, Norm.Infinity, new SearchLimits { Splits = 500 });
        Assert.InRange(result.Upper, 27.98, 60);
        Assert.InRange(result.Lower, 20, 27.987);
    }

    [Fact]
    public void Equal_searches_give_equal_bits()
    {
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find("relu_randk16_w16", 2);
        SearchLimits limits = new() { Splits = 50 };
        SearchResult first = LinearBound.Lipschitz(net.Graph(), box.Box, Norm.Infinity, limits), second = LinearBound.Lipschitz(net.Graph(), box.Box, Norm.Infinity, limits);
        Assert.Equal(BitConverter.DoubleToInt64Bits(first.Upper), BitConverter.DoubleToInt64Bits(second.Upper));
        Assert.Equal(first.Witness, second.Witness);
        Assert.Equal(50, first.Splits);
    }

    [Theory]
    [InlineData("relu_credit_6-12-12-1")]
    [InlineData("tanh_credit_6-12-12-1")]
    public void Signs_of_partial_derivatives_are_proved_or_refuted(string name)
    {
        ReferenceNet net = ReferenceNet.All.Single(net => net.Name == name);
        LayeredGraph graph = net.Graph();
        foreach (ReferenceBox box in net.Boxes)
        {
            JsonElement known = box.Json.GetProperty("mono");
            JsonElement[] verdicts = known.TryGetProperty("exact_sign", out JsonElement signs)
                ? [.. signs.EnumerateArray()]
                : [.. known.GetProperty("features").EnumerateArray().Select(static feature => feature.GetProperty("verdict"))];
            for (int k = 0; k < graph.InputCount; k++)
            {
                Assert.Equal(verdicts[k].GetString(), Verdict(graph, box.Box, k));
            }
        }
    }

    private static string Verdict(LayeredGraph graph, Interval[] box, int input)
    {
        SearchLimits limits = new() { Target = 0, RelativeGap = 0, Splits = 20_000 };
        SearchResult falls = LinearBound.Partial(graph, box, 0, input, -1, limits), grows = LinearBound.Partial(graph, box, 0, input, 1, limits);
        return (falls.Upper <= 0, grows.Upper <= 0, falls.Lower > 0 && grows.Lower > 0) switch
        {
            (true, _, _) => "inc",
            (_, true, _) => "dec",
            (_, _, true) => "mixed",
            _ => "unknown",
        };
    }
}
