using System;
using System.Linq;
using Proxima;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Programs on forms against the same programs on numbers.</summary>
public sealed class FormTests
{
    [Fact]
    public void Loops_over_arrays_become_matrices_again()
    {
        LayeredGraph graph = ReferenceNet.All.Single(static net => net.Name == "relu_randk16_w32_d5").Graph();
        Assert.Equal([16, 32, 32, 32, 32], graph.Layers.Select(static layer => layer.Count));
        Assert.Equal(10, graph.Outputs.Count);
        Assert.All(graph.Layers.Skip(1), static layer => Assert.Null(Assert.Single(layer.Arguments[0].Blocks).Radius));
    }

    [Fact]
    public void What_no_result_depends_on_is_left_out()
    {
        BoundGraph graph = new(1);
        Form x = graph.Input(0);
        _ = Form.Exp(x);
        Assert.Single(graph.Layer([2.0 * x]).Layers);
    }

    [Fact]
    public void Equal_operations_are_one()
    {
        BoundGraph graph = new(1);
        Form x = graph.Input(0);
        LayeredGraph layers = graph.Layer([Form.Exp(x) + Form.Exp(x)]);
        Assert.Equal(1, layers.Layers[1].Count);
        Assert.Equal(2, layers.Outputs.Blocks[0].Weights[0, 0]);
    }

    [Fact]
    public void Kinked_branches_are_rectified_arguments()
    {
        BoundGraph graph = new(1);
        Form x = graph.Input(0);
        Form leaky = Form.Select(Form.Greater(x, 0.0), x, 0.125 * x), absolute = Form.Select(Form.Less(x, 0.0), -x, x);
        LayeredGraph layers = graph.Layer([leaky, absolute]);
        Assert.True(LinearBound.IsPiecewiseLinear(layers));
        Interval[,] slopes = LinearBound.Jacobian(layers, [new Interval(-1, 2)]);
        AssertNear(new Interval(0.125, 1), slopes[0, 0]);
        AssertNear(new Interval(-1, 1), slopes[1, 0]);
        AssertNear(new Interval(0.25, 0.5), LinearBound.Range(graph.Layer([leaky]), [new Interval(0.25, 0.5)])[0]);
    }

    [Fact]
    public void A_jump_has_no_bounded_derivative()
    {
        BoundGraph graph = new(1);
        Form x = graph.Input(0);
        LayeredGraph layers = graph.Layer([Form.Attach(Form.Select(Form.Greater(x, 0.0), x, x - 1.0), x)]);
        Assert.Equal(double.PositiveInfinity, LinearBound.Lipschitz(layers, [new Interval(-1, 1)], Norm.Infinity, new SearchLimits()).Upper);
        Assert.InRange(LinearBound.Lipschitz(layers, [new Interval(0.5, 1)], Norm.Infinity, new SearchLimits()).Upper, 1, 1 + 1e-9);
    }

    [Fact]
    public void Outside_its_domain_a_function_has_no_bounded_derivative()
    {
        BoundGraph graph = new(1);
        LayeredGraph layers = graph.Layer([Form.Sqrt(Form.Inside(graph.Input(0), 0, double.PositiveInfinity))]);
        SearchLimits root = new() { Splits = 0 };
        Assert.Equal(double.PositiveInfinity, LinearBound.Lipschitz(layers, [new Interval(-1, 1)], Norm.Infinity, root).Upper);
        Assert.Equal(double.PositiveInfinity, LinearBound.Lipschitz(layers, [new Interval(0, 1)], Norm.Infinity, root).Upper);
        Assert.InRange(LinearBound.Lipschitz(layers, [new Interval(0.25, 1)], Norm.Infinity, root).Upper, 1, 1 + 1e-9);
    }

    [Fact]
    public void Differences_cancel()
    {
        BoundGraph graph = new(2);
        Form x = graph.Input(0), y = graph.Input(1);
        Interval range = LinearBound.Range(graph.Layer([Form.Exp(x) + (y * x) - Form.Exp(x) - (x * y)]), [new Interval(0, 1), new Interval(-1, 1)])[0];

        // Zero, and the room that is left for underflow.
        Assert.True(range.Contains(0) && range.Magnitude < 1e-290, range.ToString());
    }

    [Fact]
    public void A_product_with_a_rounded_constant_keeps_its_error()
    {
        BoundGraph graph = new(1);
        Interval third = (Interval)1 / 3;
        Interval slope = LinearBound.Jacobian(graph.Layer([(Form)third * graph.Input(0)]), [new Interval(0, 1)])[0, 0];
        Assert.True(third.IsSubsetOf(slope));

        // γ of a graph this small is some 80 roundings.
        Assert.InRange(slope.Width, third.Width, 1e-13);
    }

    [Fact]
    public void Random_programs_stay_inside_their_bounds()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RandomForm program = RandomForm.Generate(seed);
            BoundGraph graph = new(RandomForm.Inputs);
            LayeredGraph layers = graph.Layer([program.Trace([.. Enumerable.Range(0, RandomForm.Inputs).Select(graph.Input)])]);
            Random random = new(seed + 1);
            Interval[] box = [.. Enumerable.Range(0, RandomForm.Inputs).Select(_ => Edge(random))];
            Interval range = LinearBound.Range(layers, box)[0];
            Interval[,] slopes = LinearBound.Jacobian(layers, box);
            for (int sample = 0; sample < 30; sample++)
            {
                Interval[] point = [.. box.Select(edge => (Interval)(edge.Lo + (random.NextDouble() * (edge.Hi - edge.Lo))))];
                Interval value = LinearBound.Range(layers, point)[0];
                Assert.False(Interval.Intersect(range, value).IsEmpty, $"{seed}: {value} outside {range}");
                Assert.True(Math.Abs(program.Evaluate(point) - value.Midpoint) <= 1e-9 * (1 + value.Magnitude), $"{seed}: {program.Evaluate(point)} is not {value}");
                Interval[,] here = LinearBound.Jacobian(layers, point);
                for (int k = 0; k < RandomForm.Inputs; k++)
                {
                    Assert.False(Interval.Intersect(slopes[0, k], here[0, k]).IsEmpty, $"{seed}: {here[0, k]} outside {slopes[0, k]}");
                    Interval mean = Quotient(program, box, point, k);
                    Assert.True(mean.Hi >= slopes[0, k].Lo && mean.Lo <= slopes[0, k].Hi, $"{seed}: {mean} outside {slopes[0, k]}");
                }
            }
        }
    }

    /// <summary>A difference quotient across the box, which the mean-value theorem puts among the slopes; ± what rounding can do to it.</summary>
    private static Interval Quotient(RandomForm program, Interval[] box, Interval[] point, int k)
    {
        Interval[] other = [.. point];
        other[k] = point[k].Lo < box[k].Midpoint ? box[k].Hi : box[k].Lo;
        double step = other[k].Lo - point[k].Lo, a = program.Evaluate(other), b = program.Evaluate(point), error = 1e-12 * (1 + Math.Abs(a) + Math.Abs(b)) / Math.Abs(step);
        return new Interval(((a - b) / step) - error, ((a - b) / step) + error);
    }

    private static Interval Edge(Random random)
    {
        double low = (3 * random.NextDouble()) - 1.5;
        return new Interval(low, low + (random.NextDouble() * Math.Pow(10, -2 * random.NextDouble())));
    }

    private static void AssertNear(Interval expected, Interval actual)
    {
        Assert.True(expected.IsSubsetOf(actual), $"{actual} does not hold {expected}");
        Assert.InRange(actual.Width, expected.Width, expected.Width + 1e-12);
    }
}
