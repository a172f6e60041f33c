using System;
using System.Linq;
using System.Text.Json;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>Values against the stored references of three models.</summary>
public sealed class ReferenceTests
{
    // The references are double arithmetic by other code, with sums of up to 4,096 values of size 1: 1e-12 of the vector's norm is what such sums allow.
    private const double Exactly = 1e-12;

    private static readonly ExplainOptions Result = new() { Scale = OutputScale.Result };

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (string name in (string[])["friedman5", "logistic10", "mlp12"])
        {
            for (int row = 0; row < References.Cases(name).Length; row++)
            {
                cases.Add(name, row);
            }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_method_has_the_reference_values(string name, int row)
    {
        switch (name)
        {
            case "friedman5":
                Check(new Scores.FriedmanModel(), name, row);
                Check(Examples.FriedmanWhole(), name, row);
                break;
            case "logistic10":
                Check(new Logistic10.ScoreModel(10), name, row);
                Check(References.Net(name), name, row);
                break;
            default:
                Check(new Mlp12.ScoreModel(12), name, row);
                Check(References.Net(name), name, row);
                break;
        }
    }

    [Theory]
    [InlineData("logistic10")]
    [InlineData("mlp12")]
    public void Hand_written_models_have_the_reference_values(string name)
    {
        Layers model = References.Net(name);
        double[][] rows = References.Rows(name);
        Near.Equal(References.ValuesAtRows(name), [.. rows.Select(row => model.Value(row))], 1e-14); // a few ulp of sums of 16
    }

    private static void Check<TModel>(TModel model, string name, int row)
        where TModel : struct, ISurrogate<double>
    {
        JsonElement reference = References.Cases(name)[row];
        double[] at = References.Numbers(reference.GetProperty("x0"));
        Attribution gradient = Explain.Gradient(model, at, options: Result);
        Near.Equal(References.Numbers(reference.GetProperty("gradient")), gradient.Values, Exactly);
        Assert.True(gradient.IsExact);

        foreach (JsonProperty property in reference.EnumerateObject().Where(static p => p.Name.StartsWith("baseline_", StringComparison.Ordinal)))
        {
            CheckBaseline(model, at, property.Value);
        }
        if (reference.TryGetProperty("shapley_exact_background100", out JsonElement background))
        {
            Attribution shapley = Explain.Shapley(model, at, References.Background(name), Result);
            Near.Equal(References.Numbers(background), shapley.Values, Exactly);
            Assert.True(shapley.IsExact);
            Assert.True(Math.Abs(shapley.Residual) <= 1e-14 * (Math.Abs(shapley.Value) + 1), $"{shapley.Residual}");
        }
        CheckNoise(model, name, at, reference, 0.1);
        CheckNoise(model, name, at, reference, 0.5);
    }

    private static void CheckBaseline<TModel>(TModel model, double[] at, JsonElement reference)
        where TModel : struct, ISurrogate<double>
    {
        double[] baseline = References.Numbers(reference.GetProperty("baseline"));
        Attribution shapley = Explain.Shapley(model, at, baseline, Result);
        Near.Equal(References.Numbers(reference.GetProperty("shapley_exact")), shapley.Values, Exactly);
        Assert.True(shapley.IsExact);
        Assert.True(Math.Abs(shapley.Residual) <= 1e-14 * (Math.Abs(shapley.Value) + 1), $"{shapley.Residual}");

        Attribution path = Explain.IntegratedGradients(model, at, baseline, Result);
        Near.Equal(References.Numbers(reference.GetProperty("integrated_gradients")), path.Values, Exactly);
        Assert.True(Math.Abs(path.Residual) <= 1e-14 * (Math.Abs(path.Value) + 1), $"{path.Residual}");

        Near.Equal(References.Numbers(reference.GetProperty("grad_x_input")), Explain.GradientTimesInput(model, at, baseline, Result).Values, Exactly);
        Near.Equal(References.Numbers(reference.GetProperty("occlusion_remove_one")), Explain.Occlusion(model, at, baseline, Result).Values, Exactly);
        Near.Equal(
            References.Numbers(reference.GetProperty("occlusion_one_hot_lfa")), Explain.Occlusion(model, at, baseline, Result with { Occlusion = OcclusionConvention.KeepOne }).Values, Exactly);

        foreach (JsonProperty property in reference.EnumerateObject().Where(static p => p.Name.StartsWith("lime_binary_population_nu=", StringComparison.Ordinal)))
        {
            // The name has the width to six digits; the second one is the default, 0.75·√d.
            double? width = property.Name.EndsWith("=1", StringComparison.Ordinal) ? 1 : null;
            Attribution lime = Explain.Lime(model, at, baseline, Result with { KernelWidth = width });
            Near.Equal(References.Numbers(property.Value.GetProperty("coef")), lime.Values, Exactly);
            Assert.Equal(property.Value.GetProperty("intercept").GetDouble(), lime.BaseValue, 1e-12 * (1 + Math.Abs(lime.BaseValue)));
            if (!double.IsNaN(lime.R2))
            {
                Assert.Equal(property.Value.GetProperty("weighted_R2").GetDouble(), lime.R2, 1e-11); // 1 − a quotient of sums
            }
        }
    }

    private static void CheckNoise<TModel>(TModel model, string name, double[] at, JsonElement reference, double sigma)
        where TModel : struct, ISurrogate<double>
    {
        JsonElement noise = reference.GetProperty(FormattableString.Invariant($"smoothgrad_sigma={sigma}"));
        double[] expected = References.Numbers(noise.GetProperty("value"));
        Attribution smooth = Explain.SmoothGrad(model, at, options: Result with { Sigma = sigma });
        Attribution fitted = Explain.CLime(model, at, options: Result with { Sigma = sigma });
        if (noise.TryGetProperty("closed_form", out JsonElement closed))
        {
            // The closed form was a Gauss–Hermite sum, good to the 1e-7 that its own check states; ours agrees to what both resolve.
            Assert.True(smooth.IsExact);
            Near.Equal(References.Numbers(closed), smooth.Values, 1e-7);
        }
        else if (sigma == 0.1 && (model.Structure.Terms.Length > 1 || name == "mlp12"))
        {
            // 2d gradients and the one at the row; terms of one and two coordinates take at most as many. The same again for the half widths.
            long most = 2 * ((2 * at.Length) + 1);
            Assert.True(smooth.Evaluations <= most * model.Structure.Terms.Length, $"{smooth.Evaluations}");
            Near.Equal(expected, smooth.Values, 1e-3);
        }

        // Within the half widths and the reference's own five standard errors.
        double[] errors = References.Numbers(noise.GetProperty("se")), covariances = References.Numbers(noise.GetProperty("clime_limit_by_covariance")), limits = References.Numbers(noise.GetProperty("clime_se"));
        for (int i = 0; i < at.Length; i++)
        {
            double width = smooth.HalfWidths?[i] ?? 1e-7;
            Assert.True(Math.Abs(expected[i] - smooth.Values[i]) <= (2 * width) + (5 * errors[i]), $"σ {sigma}, {i}: {smooth.Values[i]} ± {width}, expected {expected[i]} ± {errors[i]}");
            Assert.True(Math.Abs(covariances[i] - fitted.Values[i]) <= (2 * width) + (5 * limits[i]), $"σ {sigma}, {i}: {fitted.Values[i]} ± {width}, expected {covariances[i]} ± {limits[i]}");
        }
    }
}
