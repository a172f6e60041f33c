using System;
using System.Linq;
using System.Numerics;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>What structure makes exact.</summary>
public sealed class StructureTests
{
    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    [Fact]
    public void Pairwise_terms_of_40_variables_take_four_evaluations_each()
    {
        Sums model = Examples.Pairs();
        double[] at = new Numbers(41).Normals(40), baseline = new Numbers(42).Normals(40), expected = new double[40];
        for (int i = 0; i < 39; i++)
        {
            // Two orders of two players.
            double Term(double a, double b)
            {
                double[] result = new double[1];
                model.TermValues(i, (double[])[a, b], result);
                return result[0];
            }
            double none = Term(baseline[i], baseline[i + 1]), first = Term(at[i], baseline[i + 1]), second = Term(baseline[i], at[i + 1]), both = Term(at[i], at[i + 1]);
            expected[i] += 0.5 * (first - none + both - second);
            expected[i + 1] += 0.5 * (second - none + both - first);
        }
        long before = model.Count;
        Attribution shapley = Explain.Shapley(model, at, baseline);
        Assert.Equal(4 * 39, model.Count - before);
        Assert.Equal(4 * 39, shapley.Evaluations);
        Assert.True(shapley.IsExact);
        Near.Equal(expected, shapley.Values, 1e-14);
        Assert.True(Math.Abs(shapley.Residual) <= 1e-13); // sums of 39 terms of size 1
    }

    [Fact]
    public void Boosted_trees_have_the_Shapley_values_of_brute_force()
    {
        Sums model = Examples.Trees();
        double[] at = new Numbers(101).Normals(10), baseline = new Numbers(102).Normals(10);
        Near.Equal(BruteForce(mask => model.Value([.. at.Select((x, i) => ((mask >> i) & 1) != 0 ? x : baseline[i])]), 10), Explain.Shapley(model, at, baseline).Values, 1e-12);
    }

    [Fact]
    public void Gradients_of_trees_are_refused_by_name()
    {
        Sums model = Examples.Trees();
        double[] at = new double[10];
        Action[] calls =
        [
            () => Explain.Gradient(model, at), () => Explain.SmoothGrad(model, at), () => Explain.CLime(model, at), () => Explain.IntegratedGradients(model, at, at), () => Explain.GradientTimesInput(model, at, at),
        ];
        foreach (Action call in calls)
        {
            Assert.Contains("Explain.Shapley", Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_link_over_several_terms_is_enumerated_as_a_whole()
    {
        Layers whole = Examples.Net(6, 5, 6);
        SplitNet split = new(whole);
        double[] at = new Numbers(7).Normals(6), baseline = new Numbers(8).Normals(6);
        Near.Equal(Explain.Shapley(whole, at, baseline, Result).Values, Explain.Shapley(split, at, baseline, Result).Values, 1e-13);
        Near.Equal(Explain.Lime(whole, at, baseline, Result).Values, Explain.Lime(split, at, baseline, Result).Values, 1e-13);
        Near.Equal(Explain.Shapley(whole, at, baseline).Values, Explain.Shapley(split, at, baseline).Values, 1e-13);
        Near.Equal(Explain.IntegratedGradients(whole, at, baseline, Result).Values, Explain.IntegratedGradients(split, at, baseline, Result).Values, 1e-13);
        Near.Equal(Explain.SmoothGrad(whole, at, baseline, Result).Values, Explain.SmoothGrad(split, at, baseline, Result).Values, 1e-13);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Integrated_gradients_of_rectified_units_are_exact_by_segments(bool hasLink)
    {
        const int Panels = 20_000;
        Layers model = Examples.Rectified(16, hasLink ? Activation.Sigmoid : Activation.Identity);
        for (ulong row = 0; row < 5; row++)
        {
            double[] at = new Numbers(160 + row).Normals(16), baseline = new double[16], expected = new double[16], gradient = new double[16], x = new double[16];
            Attribution path = Explain.IntegratedGradients(model, at, baseline, Result);
            Assert.True(path.IsExact);
            Assert.True((path.Evaluations + 1) / 2 <= 20, $"{(path.Evaluations + 1) / 2} breaks"); // signs at the breaks, gradients between them: fewer than 20 segments
            Assert.True(Math.Abs(path.Residual) <= 1e-15 * Math.Max(1, Math.Abs(path.Value)), $"{path.Residual}");
            for (int k = 0; k < Panels; k++)
            {
                for (int i = 0; i < 16; i++)
                {
                    x[i] = (k + 0.5) / Panels * at[i];
                }
                model.Gradient(x, gradient);
                for (int i = 0; i < 16; i++)
                {
                    expected[i] += at[i] * gradient[i] / Panels;
                }
            }
            Near.Equal(expected, path.Values, 2e-4); // the midpoint rule is off by a panel at each kink
        }
    }

    [Fact]
    public void Kinks_in_front_of_kinks_are_found()
    {
        // |x − ½| with a second unit that bends only where the first is already bent.
        Layers model = new(
            new Layer([1, -1], [-0.5, 0.5], Activation.Relu),
            new Layer([1, 1], [-0.25], Activation.Relu),
            new Layer([1], [0], Activation.Identity));
        Attribution path = Explain.IntegratedGradients(model, [1.0], [0.0]);
        Assert.Equal(0, path.Values[0], 1e-16); // down from ¼ to 0, flat, and up again
        Assert.Equal(9, path.Evaluations); // breaks at 0, ¼, ½, ¾, 1 and four gradients
    }

    private static double[] BruteForce(Func<int, double> value, int players)
    {
        double[] weights = new double[players], values = new double[players];
        for (int s = 0; s < players; s++)
        {
            double choose = 1;
            for (int i = 0; i < s; i++)
            {
                choose = choose * (players - 1 - i) / (i + 1);
            }
            weights[s] = 1 / (players * choose);
        }
        for (int mask = 0; mask < 1 << players; mask++)
        {
            for (int i = 0; i < players; i++)
            {
                if (((mask >> i) & 1) == 0)
                {
                    values[i] += weights[BitOperations.PopCount((uint)mask)] * (value(mask | (1 << i)) - value(mask));
                }
            }
        }
        return values;
    }
}
