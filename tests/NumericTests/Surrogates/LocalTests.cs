using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Fits on any neighbourhood, and expansions.</summary>
public sealed class LocalTests
{
    [Fact]
    public void A_fit_on_Gaussian_noise_approaches_SmoothGrad()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[0];
        LinearFit fit = LocalLinear.Fit(model, at, Neighbourhood.Gaussian(0.1, 4096));
        Attribution smooth = Explain.CLime(model, at, options: new() { Scale = OutputScale.Result });
        Near.Equal(smooth.Values, fit.Slopes, 0.02); // regression on 4,096 points against the limit
        Assert.Equal(smooth.R2, fit.R2, 0.05); // the loss is that of 25 points, all equally far away
    }

    [Fact]
    public void Rows_far_away_hardly_count_under_a_kernel()
    {
        // Two lines with a bend at 0: near −1 only the left one counts.
        double[] rows = [.. Enumerable.Range(-40, 81).Select(static k => k / 20.0)], values = [.. rows.Select(static x => x < 0 ? -x : 3 * x)];
        double[] weights = [.. rows.Select(static x => Math.Exp(-(x + 1) * (x + 1) / 0.01))];
        Assert.Equal(-1, LocalLinear.Fit([-1.0], rows, values, weights).Slopes[0], 1e-12);
        Assert.Equal(1, LocalLinear.Fit([-1.0], rows, values).Slopes[0], 0.1); // all rows alike: between the two
    }

    [Fact]
    public void A_penalty_shrinks_slopes_by_its_share()
    {
        // One coordinate: slope = Σ w (x − mean) (y − mean) / (Σ w (x − mean)² + ridge), and the value moves with it.
        double[] rows = [-1, 0, 1, 4], values = [2, 1, 3, 7];
        LinearFit free = LocalLinear.Fit([0.5], rows, values), held = LocalLinear.Fit([0.5], rows, values, ridge: 2);
        Assert.Equal(16.0 / 14, free.Slopes[0], 1e-14); // Σ (x − 1) (y − 3.25) = 16, Σ (x − 1)² = 14
        Assert.Equal(4 / (3.5 + 2), held.Slopes[0], 1e-14);
        Assert.Equal(3.25 - (0.5 * held.Slopes[0]), held.Value, 1e-14);
        Assert.True(held.Loss > free.Loss);
    }

    [Fact]
    public void A_fit_on_a_box_is_the_mean_slope()
    {
        // Of a square on [a − r, a + r] the best line has slope 2a and the mean a² + r²/3; Sobol points integrate it to about 1/n.
        LinearFit fit = LocalLinear.Fit(default(Square), [1.5], Neighbourhood.Box(0.5, 4096));
        Assert.Equal(3, fit.Slopes[0], 1e-3);
        Assert.Equal(2.25 + (0.25 / 3), fit.Value, 1e-3);
    }

    [Fact]
    public void Cached_rows_are_a_neighbourhood()
    {
        Layers model = new(new Layer([1, -2], [0.5], Activation.Identity));
        double[] rows = new Numbers(3).Normals(40);
        LinearFit fit = LocalLinear.Fit(model, [0.1, 0.2], Neighbourhood.Rows(rows, 2, width: 1));
        Near.Equal([1, -2], fit.Slopes, 1e-12);
        Assert.Equal(0.5 + 0.1 - 0.4, fit.Value, 1e-12);
        Assert.Throws<ArgumentException>(() => LocalLinear.Fit(model, [1e9, 1e9], Neighbourhood.Rows(rows, 2, width: 1e-3)));
    }

    [Fact]
    public void Best_ranks_by_loss_and_prefers_noise_near_the_row()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[1];
        Ranking ranking = Explain.Best(model, at, new double[12], Neighbourhood.Gaussian(0.3), new() { Scale = OutputScale.Result, Sigma = 0.3 });
        Assert.Equal(9, ranking.Ranked.Count);
        Assert.Equal(ranking.Ranked.Select(static r => r.Loss).Order(), ranking.Ranked.Select(static r => r.Loss));
        Assert.Contains(ranking.Best.Method, (ExplainMethod[])[ExplainMethod.SmoothGrad, ExplainMethod.CLime]);
        Assert.Equal(4, Explain.Best(Examples.Trees(), new double[10], new Numbers(1).Normals(10), Neighbourhood.Box(1)).Ranked.Count);
    }

    [Fact]
    public void A_quadratic_model_is_its_own_expansion()
    {
        Bowl model = default;
        Quadratic expansion = Quadratic.Around(model, [1, 2, 3]);
        double[] x = [-0.5, 0.25, 4];
        Assert.Equal(model.Value(x), expansion.ValueAt(x), 1e-13);
        double[] interactions = expansion.Interactions(x);
        double linear = Enumerable.Range(0, 3).Sum(i => expansion.Gradient[i] * (expansion.At[i] - x[i]));
        Assert.Equal(expansion.Value - linear + interactions.Sum(), model.Value(x), 1e-13);
        Assert.Equal(0, interactions[1]); // x₀ and x₁ do not act together
    }

    private readonly struct Square : IFunction<double>
    {
        public int Dimension => 1;

        public double Value(ReadOnlySpan<double> x) => x[0] * x[0];

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = rows[r] * rows[r];
            }
        }
    }

    private readonly struct Bowl : IHessianProduct<double>
    {
        public int Dimension => 3;

        public double Value(ReadOnlySpan<double> x) => (x[0] * x[0]) + (3 * x[1] * x[1]) - (x[0] * x[2]) + (2 * x[1] * x[2]) + x[2];

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Value(rows.Slice(3 * r, 3));
            }
        }

        public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
        {
            (gradient[0], gradient[1], gradient[2]) = ((2 * x[0]) - x[2], (6 * x[1]) + (2 * x[2]), -x[0] + (2 * x[1]) + 1);
            return Value(x);
        }

        public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Gradient(rows.Slice(3 * r, 3), gradients.Slice(3 * r, 3));
            }
        }

        public double HessianProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
        {
            (product[0], product[1], product[2]) = ((2 * v[0]) - v[2], (6 * v[1]) + (2 * v[2]), -v[0] + (2 * v[1]));
            return Value(x);
        }
    }
}
