using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Laws that explanations keep whatever the model is.</summary>
public sealed class LawTests
{
    // A few dozen roundings of numbers of size 1.
    private const double Rounding = 1e-13;

    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    [Fact]
    public void A_linear_model_is_recovered_by_every_method()
    {
        double[] weights = new Numbers(1).Normals(7), at = new Numbers(2).Normals(7), baseline = new Numbers(3).Normals(7);
        double[] parts = [.. weights.Select((w, i) => w * (at[i] - baseline[i]))];
        Layers affine = new(new Layer(weights, [0.7], Activation.Identity));
        Sums opaque = new(7, SurrogatePieces.Smooth, new Part([0, 1, 2, 3, 4, 5, 6], x => 0.7 + x.Zip(weights, (a, w) => a * w).Sum(), _ => weights));
        Check(affine);
        Check(opaque);

        void Check<TModel>(TModel model)
            where TModel : struct, ISurrogate<double>
        {
            foreach (Attribution attribution in AllMethods(model, at, baseline, ExplainOptions.Default))
            {
                Near.Equal(attribution.IsSlope ? weights : parts, attribution.Values, Rounding);
                Assert.True(Math.Abs(attribution.Residual) <= Rounding);
            }
            LinearFit fit = LocalLinear.Fit(model, at, Neighbourhood.Gaussian(0.5));
            Near.Equal(weights, fit.Slopes, 1e-12); // a linear system of 7 unknowns
            Assert.Equal(model.Value(at), fit.Value, 1e-12);
        }
    }

    [Fact]
    public void A_logistic_margin_is_recovered_because_it_is_explained_before_its_link()
    {
        Layers model = References.Net("logistic10");
        double[] at = References.Rows("logistic10")[0], baseline = new double[10];
        double[] parts = [.. model.Structure.Terms[0].Weights.ToArray().Select((w, i) => w * at[i])];
        Attribution shapley = Explain.Shapley(model, at, baseline);
        Assert.True(shapley.IsMargin);
        Assert.Equal(0, shapley.Evaluations);
        Near.Equal(parts, shapley.Values, Rounding);
        Near.Equal(parts, Explain.IntegratedGradients(model, at, baseline).Values, Rounding);
    }

    [Fact]
    public void Shapley_values_and_integrated_gradients_are_complete()
    {
        Layers net = References.Net("mlp12");
        foreach (double[] at in References.Rows("mlp12"))
        {
            foreach (ExplainOptions options in (ExplainOptions[])[ExplainOptions.Default, Result])
            {
                foreach (Attribution attribution in (Attribution[])[Explain.Shapley(net, at, new double[12], options), Explain.IntegratedGradients(net, at, new double[12], options)])
                {
                    Assert.True(Math.Abs(attribution.Residual) <= 1e-14 * Math.Max(1, attribution.Values.Sum(Math.Abs)), $"{attribution.Method}: {attribution.Residual}");
                }
            }
        }
    }

    [Fact]
    public void A_feature_that_the_model_does_not_read_gets_nothing()
    {
        Numbers numbers = new(4);
        double[] weights = numbers.Normals(5 * 8);
        for (int j = 0; j < 8; j++)
        {
            weights[(j * 5) + 3] = 0;
        }
        Layers model = new(new Layer(weights, numbers.Normals(8), Activation.Tanh), new Layer(numbers.Normals(8), [0], Activation.Sigmoid));
        foreach (Attribution attribution in AllMethods(model, numbers.Normals(5), numbers.Normals(5), Result))
        {
            // Shapley values are differences of sums of 32 values; the others never see the feature.
            Assert.True(Math.Abs(attribution.Values[3]) <= (attribution.Method == ExplainMethod.Shapley ? 1e-15 : 0), $"{attribution.Method}: {attribution.Values[3]}");
        }
    }

    [Fact]
    public void Features_that_the_model_treats_alike_get_the_same()
    {
        Sums model = new(3, SurrogatePieces.Smooth, new Part([0, 1, 2], x => Math.Sin(x[0] + x[1]) * x[2], x => [Math.Cos(x[0] + x[1]) * x[2], Math.Cos(x[0] + x[1]) * x[2], Math.Sin(x[0] + x[1])]));
        foreach (Attribution attribution in AllMethods(model, [0.7, 0.7, 1.1], [0.2, 0.2, -0.4], ExplainOptions.Default))
        {
            // A cubature's points are not symmetric in the coordinates; what it leaves is within its half widths.
            double allowed = Rounding + (2 * (attribution.HalfWidths?.Max() ?? 0));
            Assert.True(Math.Abs(attribution.Values[0] - attribution.Values[1]) <= allowed, $"{attribution.Method}: {attribution.Values[0]}, {attribution.Values[1]}");
        }
    }

    [Fact]
    public void Explanations_of_a_sum_are_sums_of_explanations()
    {
        Numbers numbers = new(5);
        double[] at = numbers.Normals(4), baseline = numbers.Normals(4);
        Part first = new([0, 1, 2, 3], x => x[0] * x[1] * x[2], x => [x[1] * x[2], x[0] * x[2], x[0] * x[1], 0]);
        Part second = new([0, 1, 2, 3], x => Math.Exp(0.3 * x[3]) * x[0], x => [Math.Exp(0.3 * x[3]), 0, 0, 0.3 * Math.Exp(0.3 * x[3]) * x[0]]);
        ExplainOptions fixedPoints = ExplainOptions.Default with { Evaluations = 1024 };
        Attribution[] left = AllMethods(new Sums(4, SurrogatePieces.Smooth, first), at, baseline, fixedPoints);
        Attribution[] right = AllMethods(new Sums(4, SurrogatePieces.Smooth, second), at, baseline, fixedPoints);
        Attribution[] both = AllMethods(new Sums(4, SurrogatePieces.Smooth, first, second), at, baseline, fixedPoints);
        for (int m = 0; m < both.Length; m++)
        {
            Near.Equal([.. left[m].Values.Zip(right[m].Values, (a, b) => a + b)], both[m].Values, Rounding);
        }
    }

    [Fact]
    public void Sines_of_full_periods_are_invisible_to_masks_and_plain_to_gradients()
    {
        // Han, Srinivas, Lakkaraju 2022, remark 2: w·x₀ is a multiple of π, so f is 0 at every mask.
        double[] at = [1, 0.5, 2], frequencies = [Math.PI, 4 * Math.PI, 1.5 * Math.PI];
        Sums model = new(3, SurrogatePieces.Smooth, [.. Enumerable.Range(0, 3).Select(i => new Part([i], x => Math.Sin(frequencies[i] * x[0]), x => [frequencies[i] * Math.Cos(frequencies[i] * x[0])]))]);
        foreach (Attribution attribution in AllMethods(model, at, new double[3], ExplainOptions.Default with { Sigma = 0.01 }).Where(static a => a.Method <= ExplainMethod.Occlusion))
        {
            Assert.All(attribution.Values, static value => Assert.True(Math.Abs(value) <= 2e-15)); // sin(nπ) in double
        }
        Attribution smooth = Explain.SmoothGrad(model, at, options: new() { Sigma = 0.01 });
        double[] expected = [.. frequencies.Select((w, i) => w * Math.Cos(w * at[i]) * Math.Exp(-0.5 * w * w * 1e-4))]; // the mean of a cosine under noise
        Near.Equal(expected, smooth.Values, 1e-9); // five Gauss–Hermite nodes at a tenth of a period
        Ranking ranking = Explain.Best(model, at, new double[3], Neighbourhood.Gaussian(0.05), ExplainOptions.Default with { Sigma = 0.05 });
        Assert.Contains(ranking.Best.Method, (ExplainMethod[])[ExplainMethod.SmoothGrad, ExplainMethod.CLime]);
    }

    [Theory]
    [InlineData("friedman5")]
    [InlineData("logistic10")]
    [InlineData("mlp12")]
    public void Each_method_has_the_least_loss_on_its_own_neighbourhood(string name)
    {
        for (int row = 0; row < 2; row++)
        {
            double[] at = References.Rows(name)[row], baseline = new double[at.Length];
            Array.Fill(baseline, name == "friedman5" ? 0.5 : 0);
            LossMatrix matrix = name == "friedman5" ? Explain.Losses(Examples.Friedman(), at, baseline, Result) : Explain.Losses(References.Net(name), at, baseline, Result);
            foreach (ExplainMethod column in Enum.GetValues<ExplainMethod>())
            {
                double least = matrix.Explanations.Min(explanation => matrix[explanation.Method, column]);
                // Its own loss is a sum of squares like the others, so equal to rounding of the largest loss in the column.
                double scale = matrix.Explanations.Max(explanation => matrix[explanation.Method, column]);
                Assert.True(matrix[column, column] <= least + (1e-12 * scale), $"{name}, {column}: {matrix[column, column]}, least {least}");
            }
        }
    }

    [Fact]
    public void Groups_of_one_are_features_and_a_group_is_one_player()
    {
        Layers model = References.Net("mlp12");
        double[] at = References.Rows("mlp12")[1], baseline = new double[12];
        ExplainOptions single = Result with { Groups = [.. Enumerable.Range(0, 12).Select(static i => (int[])[i])] };
        ExplainOptions triples = Result with { Groups = [[0, 5, 7], [1, 2, 3], [4, 6, 11], [8, 9, 10]] };
        Assert.Equal(Explain.Shapley(model, at, baseline, Result).Values, Explain.Shapley(model, at, baseline, single).Values);
        Assert.Equal(16, Explain.Shapley(model, at, baseline, triples).Evaluations);
        foreach (Attribution attribution in (Attribution[])[Explain.Shapley(model, at, baseline, triples), Explain.IntegratedGradients(model, at, baseline, triples)])
        {
            Assert.Equal(4, attribution.Values.Length);
            Assert.True(Math.Abs(attribution.Residual) <= 1e-14);
        }
        double[] parts = Explain.IntegratedGradients(model, at, baseline, Result).Values;
        double[] grouped = Explain.IntegratedGradients(model, at, baseline, triples).Values;
        Assert.Equal(parts[0] + parts[5] + parts[7], grouped[0], 1e-15);
    }

    internal static Attribution[] AllMethods<TModel>(TModel model, double[] at, double[] baseline, ExplainOptions options)
        where TModel : struct, ISurrogate<double>
        =>
        [
            Explain.Shapley(model, at, baseline, options), Explain.Lime(model, at, baseline, options), Explain.Banzhaf(model, at, baseline, options), Explain.Occlusion(model, at, baseline, options),
            Explain.IntegratedGradients(model, at, baseline, options), Explain.GradientTimesInput(model, at, baseline, options), Explain.Gradient(model, at, baseline, options),
            Explain.SmoothGrad(model, at, baseline, options), Explain.CLime(model, at, baseline, options),
        ];
}
