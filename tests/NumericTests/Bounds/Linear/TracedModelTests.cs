using System;
using System.Linq;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Models whose program is traced.</summary>
public sealed class TracedModelTests
{
    private static readonly CertifyOptions s_root = new() { MaxSplits = 0 };

    public static TheoryData<string, int> OfOneResult => ReferenceNet.Cases(static (net, _) => IsLayered(net));

    [Fact]
    public void Loops_over_arrays_become_dense_layers()
    {
        LayeredGraph graph = TracedModel.Of(Tanh(ReferenceNet.All.Single(static net => net.Name == "tanh_credit_6-12-12-1")))!;
        Assert.Equal([6, 12, 12], graph.Layers.Select(static layer => layer.Count));
        Assert.Equal([Curve.Tanh, Curve.Tanh], graph.Layers.Skip(1).Select(static layer => layer.Curve));
        Assert.All(graph.Layers.Skip(1), static layer => Assert.Null(Assert.Single(layer.Arguments[0].Blocks).Radius));
        Assert.Equal([2], graph.Outputs.Blocks.Select(static block => block.Source));
    }

    [Fact]
    public void Rectified_units_written_as_branches_are_rectified()
    {
        LayeredGraph graph = TracedModel.Of(Relu(ReferenceNet.All.Single(static net => net.Name == "relu_credit_6-12-12-1")))!;
        Assert.Equal([6, 12, 12], graph.Layers.Select(static layer => layer.Count));
        Assert.True(LinearBound.IsPiecewiseLinear(graph));
    }

    [Theory]
    [MemberData(nameof(OfOneResult))]
    public void A_trace_gives_the_bound_of_the_graph_built_by_hand(string name, int index)
    {
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find(name, index);
        LayeredGraph traced = (net.IsRelu ? TracedModel.Of(Relu(net)) : TracedModel.Of(Tanh(net)))!;
        SearchLimits root = new() { Splits = 0 };
        foreach (Norm norm in new[] { Norm.Infinity, Norm.One, Norm.Two })
        {
            Assert.Equal(LinearBound.Lipschitz(net.Graph(), box.Box, norm, root).Upper, LinearBound.Lipschitz(traced, box.Box, norm, root).Upper);
        }
    }

    [Theory]
    [MemberData(nameof(OfOneResult))]
    public void A_constant_of_a_model_is_that_of_the_net(string name, int index)
    {
        (ReferenceNet net, ReferenceBox box) = ReferenceNet.Find(name, index);
        CertifyOptions options = new() { MaxSplits = 2_000, RelativeGap = 1e-7 };
        Bound bound = net.IsRelu ? Certify.Lipschitz(Relu(net), box.Box, Norm.Infinity, options) : Certify.Lipschitz(Tanh(net), box.Box, Norm.Infinity, options);

        // Stored in nearest arithmetic; a smooth net on the whole domain of six inputs is still 1.03 off after this many splits.
        Assert.True(bound.Upper >= box.Lower * (1 - 1e-12), bound.ToString());
        Assert.True(bound.Upper <= box.Lower * (net.IsRelu ? 1 + 1e-6 : 1.05) || (net.IsRelu && box.Exact is null), bound.ToString());
        Assert.True(bound.Lower <= bound.Upper);
    }

    [Fact]
    public void The_credit_score_goes_one_way_in_four_inputs_and_not_in_two()
    {
        ReferenceNet net = ReferenceNet.All.Single(static net => net.Name == "tanh_credit_6-12-12-1");
        TracedModels.TanhModel model = Tanh(net);
        Interval[] box = net.Boxes[0].Box;
        (int Coordinate, Direction Way, Verdict Verdict)[] expected =
        [
            (0, Direction.Increasing, Verdict.Proved), (1, Direction.Decreasing, Verdict.Proved), (2, Direction.Increasing, Verdict.Refuted), (2, Direction.Decreasing, Verdict.Refuted),
            (3, Direction.Decreasing, Verdict.Proved), (4, Direction.Increasing, Verdict.Refuted), (4, Direction.Decreasing, Verdict.Refuted), (5, Direction.Increasing, Verdict.Proved),
        ];
        double[] gradient = new double[6];
        long splits = 0;
        foreach ((int coordinate, Direction way, Verdict verdict) in expected)
        {
            MonotoneVerdict found = Certify.Monotone(model, box, coordinate, way);
            Assert.Equal(verdict, found.Verdict);
            splits += found.Violation.Splits;
            if (verdict == Verdict.Refuted)
            {
                model.Gradient(found.Violation.Witness, gradient);
                Assert.True(way == Direction.Increasing ? gradient[coordinate] < 0 : gradient[coordinate] > 0);
            }
        }

        // 14,000 with lines around slopes from mean values alone.
        Assert.InRange(splits, 1, 6_000);
    }

    [Theory]
    [InlineData(-1, 2, -1, 1, 4.75)]
    [InlineData(2, 3, 0.5, 1, 4)]
    [InlineData(-2, 0.5, -2, -1, 2.75)]
    public void Hinges_are_exact(double xLow, double xHigh, double yLow, double yHigh, double expected)
    {
        Assert.True(LinearBound.IsPiecewiseLinear(TracedModel.Of(new TracedModels.HingesModel())!));
        Bound bound = Certify.Lipschitz(new TracedModels.HingesModel(), [new(xLow, xHigh), new(yLow, yHigh)], Norm.Infinity);
        Assert.InRange(bound.Upper, expected, expected * (1 + 1e-9));
        Assert.InRange(bound.Lower, expected * (1 - 1e-9), bound.Upper);
    }

    [Fact]
    public void Curves_that_meet_on_a_border_are_bounded_across_it()
    {
        // d² and 2|d| − 1 have the slope 2 where they meet, and no steeper one.
        Bound bound = Certify.Lipschitz(new TracedModels.HuberModel(), [new(-2, 2), new(-2, 2)], Norm.Infinity, new() { RelativeGap = 1e-3 });
        Assert.InRange(bound.Upper, 4, 4 * 1.001 * 1.001);
    }

    [Fact]
    public void Every_kind_of_row_encloses_samples()
    {
        LayeredGraph graph = TracedModel.Of(new TracedModels.FunctionsModel())!;
        Random random = new(7);
        double[] gradient = new double[2];
        for (int trial = 0; trial < 200; trial++)
        {
            double width = Math.Pow(10, -3 * random.NextDouble());
            Interval[] box = [.. Enumerable.Range(0, 2).Select(_ => 0.8 + (2 * random.NextDouble())).Select(low => new Interval(low, low + width))];
            Interval range = LinearBound.Range(graph, box)[0];
            Interval[,] slopes = LinearBound.Jacobian(graph, box);
            Assert.True(range.IsBounded && slopes[0, 0].IsBounded && slopes[0, 1].IsBounded, $"{box[0]}, {box[1]}");
            for (int sample = 0; sample < 20; sample++)
            {
                double[] point = [.. box.Select(side => Math.Min(side.Hi, side.Lo + (random.NextDouble() * side.Width)))];
                double value = new TracedModels.FunctionsModel().Gradient(point, gradient);
                Near(value, range);
                Near(gradient[0], slopes[0, 0]);
                Near(gradient[1], slopes[0, 1]);
            }
        }
    }

    [Fact]
    public void What_may_jump_is_not_traced()
    {
        Assert.IsNotAssignableFrom<ILinearEnclosure>(new TracedModels.StepModel());
        Assert.IsNotAssignableFrom<ILinearEnclosure>(new TracedModels.JumpModel());
        Assert.IsAssignableFrom<IEnclosure>(new TracedModels.StepModel());
        Assert.Null(TracedModel.Of(new TracedModels.JumpModel()));
        Assert.Equal(double.PositiveInfinity, Certify.Lipschitz(new TracedModels.JumpModel(), [new(-1, 1)], Norm.Infinity, s_root).Upper);
    }

    [Fact]
    public void A_range_is_that_of_the_trace_where_that_is_closer()
    {
        ReferenceNet net = ReferenceNet.All.Single(static net => net.Name == "tanh_credit_6-12-12-1");
        Interval[] box = net.Boxes[1].Box;
        CertifiedRange range = Certify.Range(Tanh(net), box, s_root);
        Assert.True(range.Enclosure.IsSubsetOf(LinearBound.Range(net.Graph(), box)[0]) && range.Enclosure.Width < Tanh(net).Range(box).Width / 2);
        Assert.True(range.Attained.IsSubsetOf(range.Enclosure));
    }

    /// <summary>The rounding of some thirty operations on numbers below a hundred.</summary>
    private static void Near(double value, Interval range) => Assert.True(value >= range.Lo - 1e-12 && value <= range.Hi + 1e-12, $"{value} outside {range}");

    /// <summary>Hidden layers of one width and one result: what the models are written for.</summary>
    private static bool IsLayered(ReferenceNet net) => net.Outputs == 1 && net.Activation is "relu" or "tanh" && net.Biases.SkipLast(1).All(b => b.Length == net.Biases[0].Length);

    private static TracedModels.TanhModel Tanh(ReferenceNet net) => new(net.Weights[0][0].Length, Flat(net), Biases(net), net.Biases[0].Length, net.Biases.Length - 1);

    private static TracedModels.ReluModel Relu(ReferenceNet net) => new(net.Weights[0][0].Length, Flat(net), Biases(net), net.Biases[0].Length, net.Biases.Length - 1);

    private static double[] Flat(ReferenceNet net) => [.. net.Weights.SelectMany(static layer => layer.SelectMany(static row => row))];

    private static double[] Biases(ReferenceNet net) => [.. net.Biases.SelectMany(static b => b)];
}
