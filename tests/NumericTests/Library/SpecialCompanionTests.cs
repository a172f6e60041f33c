using System;
using System.Collections.Generic;
using Proxima;

namespace NumericTests.Library;

/// <summary>Gradients of models that call <see cref="Special"/>.</summary>
public sealed class SpecialCompanionTests
{
    private static readonly Dictionary<string, (Function Model, GradientFunction Companion, double[] At)> Models = new()
    {
        ["Option"] = (
            static x => SpecialModels.Option(x[0], x[1], x[2], x[3], x[4]),
            static (x, g) => SpecialModels.OptionGradient(x[0], x[1], x[2], x[3], x[4], out g[0], out g[1], out g[2], out g[3], out g[4]), [1.1, 1, 0.4, 0.2, 1.5]),
        ["Errors"] = (static x => SpecialModels.Errors(x[0], x[1]), static (x, g) => SpecialModels.ErrorsGradient(x[0], x[1], out g[0], out g[1]), [0.4, 0.9]),
        ["Beta"] = (static x => SpecialModels.Beta(x[0], x[1], x[2]), static (x, g) => SpecialModels.BetaGradient(x[0], x[1], x[2], out g[0], out g[1], out g[2]), [2.5, 0.7, 0.3]),
        ["Polygammas"] = (static x => SpecialModels.Polygammas(x[0], 3), static (x, g) => SpecialModels.PolygammasGradient(x[0], 3, out g[0]), [1.7]),
        ["Logistic"] = (static x => SpecialModels.Logistic(x[0], x[1]), static (x, g) => SpecialModels.LogisticGradient(x[0], x[1], out g[0], out g[1]), [0.8, -1.6]),
        ["Small"] = (static x => SpecialModels.Small(x[0], x[1]), static (x, g) => SpecialModels.SmallGradient(x[0], x[1], out g[0], out g[1]), [0.8, -1.6]),
        ["LogSumExp"] = (static x => SpecialModels.LogSumExp(x), static (x, g) => SpecialModels.LogSumExpGradient(x, g), [0.3, -1, 2, 1.9]),
        ["Mixture"] = (
            static x => SpecialModels.Mixture(x[..3].ToArray(), x[3]), static (x, g) => SpecialModels.MixtureGradient(x[..3], x[3], g[..3], out g[3]), [0.3, -0.2, 0.1, 0.6]),
        ["Hidden"] = (static x => HiddenSpecial.F(x[0]), static (x, g) => HiddenSpecial.FGradient(x[0], out g[0]), [0.3]),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_agrees_with_differences_of_the_model(string name)
    {
        (Function model, GradientFunction companion, double[] at) = Models[name];
        Differences.Agree(model, companion, at, name);
    }

    [Fact]
    public void The_gradient_of_a_sum_of_exponentials_is_the_softmax()
    {
        double[] slope = new double[4];
        // The same numbers in every case: e^(xᵢ − max)/Σ, so at ties a half each, and far apart one and nothing.
        Assert.Equal(1000 + Math.Log(2), SpecialModels.LogSumExpGradient([1000, -1000, 1000, double.NegativeInfinity], slope));
        Assert.Equal([0.5, 0, 0.5, 0], slope);
        SpecialModels.LogSumExpGradient([2, 2, 2, 2], slope);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], slope);
        double[] x = [0.3, -1, 2, 1.9];
        double value = SpecialModels.LogSumExpGradient(x, slope);
        for (int i = 0; i < x.Length; i++)
        {
            Accuracy.WithinUlps(Math.Exp(x[i] - value), slope[i], 8, "softmax"); // an exponential of a difference on each side
        }
        Assert.Equal(double.NegativeInfinity, SpecialModels.LogSumExpGradient([], []));
    }

    /// <summary>diag p − p·pᵀ, at ties of the largest too.</summary>
    [Theory]
    [InlineData(0.3, -1, 2, 2)]
    [InlineData(5, 5, 5, 5)]
    [InlineData(900, 899, 901, -900)]
    public void The_Hessian_of_a_sum_of_exponentials_is_the_covariance(double a, double b, double c, double d)
    {
        double[] p = new double[4], hessian = new double[16];
        SpecialModels.LogSumExpHessian([a, b, c, d], p, hessian);
        for (int i = 0; i < 16; i++)
        {
            Accuracy.Value((i % 5 == 0 ? p[i / 4] : 0) - (p[i / 4] * p[i % 4]), hessian[i], "covariance");
        }
    }

    private static readonly Dictionary<string, (Action<double[], double[], double[]> Hessian, GradientFunction Gradient)> Seconds = new()
    {
        ["Option"] = (static (x, g, h) => SpecialModels.OptionHessian(x[0], x[1], x[2], x[3], x[4], g, h), Models["Option"].Companion),
        ["Errors"] = (static (x, g, h) => SpecialModels.ErrorsHessian(x[0], x[1], g, h), Models["Errors"].Companion),
        ["Beta"] = (static (x, g, h) => SpecialModels.BetaHessian(x[0], x[1], x[2], g, h), Models["Beta"].Companion),
        ["Polygammas"] = (static (x, g, h) => SpecialModels.PolygammasHessian(x[0], 3, g, h), Models["Polygammas"].Companion),
        ["Logistic"] = (static (x, g, h) => SpecialModels.LogisticHessian(x[0], x[1], g, h), Models["Logistic"].Companion),
        ["Small"] = (static (x, g, h) => SpecialModels.SmallHessian(x[0], x[1], g, h), Models["Small"].Companion),
    };

    public static TheoryData<string> SecondNames => [.. Seconds.Keys];

    [Theory]
    [MemberData(nameof(SecondNames))]
    public void Hessian_agrees_with_differences_of_the_gradient(string name)
    {
        (Action<double[], double[], double[]> hessianOf, GradientFunction gradientOf) = Seconds[name];
        double[] x = Models[name].At;
        int n = x.Length;
        double[] gradient = new double[n], hessian = new double[n * n];
        hessianOf(x, gradient, hessian);
        for (int i = 0; i < n; i++)
        {
            int row = i;
            double[] expected = Differences.Gradient(
                at =>
                {
                    double[] slope = new double[n];
                    gradientOf(at, slope);
                    return slope[row];
                },
                x);
            Accuracy.Gradient(expected, hessian.AsSpan(i * n, n), name, Differences.Tolerance, Differences.Tolerance);
        }
    }

    [Fact]
    public void The_slope_of_a_price_is_its_hedge()
    {
        SpecialModels.OptionGradient(1.1, 1, 0.4, 0.2, 1.5, out double delta, out _, out double vega, out _, out _);
        double spread = 0.4 * Math.Sqrt(1.5);
        double d = ((Math.Log(1.1) + 0.3) / spread) + (spread / 2);
        Accuracy.Value(Special.NormalCdf(d), delta, "delta");
        Accuracy.Value(1.1 * Special.NormalPdf(d) * Math.Sqrt(1.5), vega, "vega");
    }

    [Fact]
    public void Batches_run_row_by_row_where_a_function_has_no_lanes()
    {
        double[] x = Rows.Uniform(37, -2, 2, 1), y = Rows.Uniform(37, -2, 2, 2), result = new double[37], dX = new double[37], dY = new double[37];
        SpecialModels.ErrorsGradientBatch(x, y, result, dX, dY);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(SpecialModels.ErrorsGradient(x[i], y[i], out double slopeX, out double slopeY), result[i]);
            Assert.Equal((slopeX, slopeY), (dX[i], dY[i]));
        }
    }

    [Fact]
    public void Single_precision_rounds_once()
    {
        float[] slope = new float[2];
        float value = SpecialModels.SingleGradient(1.5f, [0.5f, 1.5f], out float dX, slope);
        Assert.Equal(SpecialModels.Single(1.5f, [0.5f, 1.5f]), value, 1e-6f); // the sum of exponentials runs in single precision here
        Assert.Equal(0.1188 + 0.0365 - 0.8288, dX, 1e-3);
        Assert.Equal(1 / (1 + MathF.E), slope[0], 1e-6f);
    }
}
