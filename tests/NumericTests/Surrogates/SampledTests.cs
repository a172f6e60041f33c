using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Proxima;
using Xunit;
using Xunit.Abstractions;

namespace NumericTests.Surrogates;

/// <summary>More players than are enumerated.</summary>
public sealed class SampledTests(ITestOutputHelper output)
{
    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    [Fact]
    public void Thirty_inputs_in_2400_evaluations_are_within_three_percent_and_three_quarters_of_sampling()
    {
        Layers model = Examples.Net(30, 16, 30);
        double[] at = new Numbers(31).Normals(30), baseline = new double[30];
        double[] exact = References.Net30();
        Attribution shapley = Explain.Shapley(model, at, baseline, Result with { Evaluations = 2400 });
        double[] sampled = [.. Enumerable.Range(0, 5).Select(seed => Near.Error(KernelShap.Values(mask => model.Value([.. at.Select((x, i) => mask[i] ? x : 0)]), 30, 2400, (ulong)seed), exact))];
        double error = Near.Error(shapley.Values, exact);
        output.WriteLine(FormattableString.Invariant($"30 inputs, {shapley.Evaluations} evaluations: off by {error:P2}, KernelSHAP with as many by {sampled.Average():P2} (mean of 5 seeds), ratio {error / sampled.Average():F2}"));
        Assert.True(shapley.Evaluations <= 2400);
        Assert.True(error <= 0.031, $"{error}");
        Assert.True(error <= 0.75 * sampled.Average(), $"{error}, sampled {string.Join(", ", sampled)}");
        Assert.False(shapley.IsExact);
        Assert.True(Math.Abs(shapley.Residual) <= 1e-14);
        int within = Enumerable.Range(0, 30).Count(i => Math.Abs(shapley.Values[i] - exact[i]) <= shapley.HalfWidths![i]);
        Assert.True(within >= 27, $"{within} of 30 within their half widths");
    }

    [Fact]
    public void Enumeration_block_by_block_is_the_library_s()
    {
        Layers model = Examples.Net(14, 16, 14);
        double[] at = new Numbers(15).Normals(14), baseline = new Numbers(16).Normals(14);
        Near.Equal(Enumeration.Shapley(model, at, baseline), Explain.Shapley(model, at, baseline, Result).Values, 1e-12);
    }

    [Theory]
    [InlineData(ExplainMethod.Shapley, 600)]
    [InlineData(ExplainMethod.Shapley, 4000)]
    [InlineData(ExplainMethod.Lime, 2000)]
    [InlineData(ExplainMethod.Banzhaf, 2000)]
    public void Estimates_are_within_their_half_widths_of_enumeration(ExplainMethod method, int evaluations)
    {
        int within = 0, all = 0;
        for (ulong seed = 0; seed < 4; seed++)
        {
            Layers model = Examples.Net(14, 12, 200 + seed);
            double[] at = new Numbers(300 + seed).Normals(14), baseline = new double[14];
            Attribution exact = Explained(model, at, baseline, method, Result);
            Attribution estimate = Explained(model, at, baseline, method, Result with { MaxEnumeration = 8, Evaluations = evaluations });
            Assert.True(exact.IsExact && !estimate.IsExact);
            Assert.Equal(exact.Value, estimate.Value, 1e-14);
            within += Enumerable.Range(0, 14).Count(i => Math.Abs(estimate.Values[i] - exact.Values[i]) <= estimate.HalfWidths![i]);
            all += 14;
        }
        Assert.True(within >= 0.9 * all, $"{within} of {all} within their half widths");
    }

    [Fact]
    public void Points_of_each_dimension_fill_every_interval_once()
    {
        // Sobol points in base 2 are stratified in each coordinate, scrambled or not, in dimensions with and without stored numbers.
        const int Count = 256;
        double[] columns = Sobol.Columns(40, Count, 1);
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(Enumerable.Range(0, Count), columns.Skip(i * Count).Take(Count).Select(static u => (int)(u * Count)).Order());
        }
    }

    [Fact]
    public void The_first_21_dimensions_are_stratified_in_pairs()
    {
        // Joe and Kuo's numbers: neighbouring dimensions fill 16 × 16 squares once in 256 points where their degrees permit; the first two always do.
        double[] columns = Sobol.Columns(2, 256, 7);
        Assert.Equal(256, Enumerable.Range(0, 256).Select(r => ((int)(columns[r] * 16), (int)(columns[256 + r] * 16))).Distinct().Count());
    }

    [Fact]
    public void The_normal_quantile_inverts_the_distribution_function()
    {
        for (double p = 1e-9; p < 1; p += 0.0137)
        {
            Assert.Equal(p, Special.NormalCdf(NormalQuantile.Of(p)), 4e-16 + (1e-14 * p)); // AS 241 states 16 digits of the quantile
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(127)]
    public void Gauss_Legendre_rules_integrate_polynomials(int nodes)
    {
        GaussLegendre rule = GaussLegendre.Of(nodes);
        foreach (int degree in (int[])[0, 1, nodes, (2 * nodes) - 1])
        {
            double sum = rule.Nodes.Zip(rule.Weights, (x, w) => w * Math.Pow(x, degree)).Sum();
            Assert.Equal(1.0 / (degree + 1), sum, 1e-14);
        }
    }

    private static Attribution Explained(Layers model, double[] at, double[] baseline, ExplainMethod method, ExplainOptions options) => method switch
    {
        ExplainMethod.Shapley => Explain.Shapley(model, at, baseline, options),
        ExplainMethod.Lime => Explain.Lime(model, at, baseline, options),
        _ => Explain.Banzhaf(model, at, baseline, options),
    };
}
