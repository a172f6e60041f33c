using System;
using System.Collections.Generic;
using System.Globalization;
using Proxima;
using Xunit;
using Xunit.Abstractions;

namespace NumericTests.Surrogates;

/// <summary>The radius within which an explanation is proved to be as good as asked.</summary>
public sealed class CertificateTests(ITestOutputHelper output)
{
    /// <summary>Inside each radius, or as many as asked for by <c>PROXIMA_SAMPLES</c>: ten million take a minute.</summary>
    private static readonly int Samples = int.TryParse(Environment.GetEnvironmentVariable("PROXIMA_SAMPLES"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int asked) ? asked : 200_000;

    private static readonly Interval[] Domain = [new(-2, 2), new(-2, 2), new(-2, 2)];

    [Theory]
    [InlineData(ExplainMethod.Gradient)]
    [InlineData(ExplainMethod.SmoothGrad)]
    [InlineData(ExplainMethod.Shapley)]
    [InlineData(ExplainMethod.IntegratedGradients)]
    public void No_point_inside_the_radius_is_off_by_more_than_the_tolerance(ExplainMethod method)
    {
        Scores.WaveModel model = default;
        List<double> radii = [];
        for (ulong row = 0; row < 3; row++)
        {
            Numbers numbers = new(700 + row);
            double[] at = [numbers.Uniform() - 0.5, numbers.Uniform() - 0.5, numbers.Uniform() - 0.5];
            Attribution attribution = Array.Find(LawTests.AllMethods(model, at, [-1, 1, 0.9], ExplainOptions.Default), a => a.Method == method)!;
            (double value, double[] slopes) = attribution.ToSlopes();
            double tolerance = 0.05 + Math.Abs(attribution.Value - value);
            CertifiedRadius radius = Certify.SurrogateRadius(model, attribution, tolerance, Domain, options: new() { MaxSplits = 2000 });
            Assert.True(radius.Radius > 0.005, $"{radius.Radius}"); // the slopes are of size 1: a tolerance of 0.05 is worth more than that
            double[] x = new double[3];
            for (int s = 0; s < Samples; s++)
            {
                double surrogate = value;
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = Math.Clamp(at[i] + (radius.Radius * ((2 * numbers.Uniform()) - 1)), Domain[i].Lo, Domain[i].Hi);
                    surrogate += slopes[i] * (x[i] - at[i]);
                }
                if (!(Math.Abs(model.Value(x) - surrogate) <= tolerance))
                {
                    Assert.Fail(FormattableString.Invariant($"at ({x[0]:R}, {x[1]:R}, {x[2]:R}) {model.Value(x):R} instead of {surrogate:R}"));
                }
            }
            radii.Add(radius.Radius);
        }
        radii.Sort();
        output.WriteLine(FormattableString.Invariant($"{method}: median radius {radii[radii.Count / 2]:G4}, {Samples:N0} samples inside each of {radii.Count}"));
    }

    [Fact]
    public void What_has_no_slope_or_is_of_the_margin_has_no_radius()
    {
        Scores.WaveModel model = default;
        Attribution groups = Explain.Shapley(model, [0, 0, 0], [1, 1, 1], new() { Groups = [[0, 1], [2]] });
        Assert.Throws<InvalidOperationException>(() => Certify.SurrogateRadius(model, groups, 1, Domain));
        Attribution margin = Explain.Shapley(References.Net("logistic10"), new double[10], new double[10]);
        Assert.Throws<ArgumentException>(() => Certify.SurrogateRadius(model, margin, 1, Domain));
        Assert.Throws<ArgumentException>(() => Certify.SurrogateRadius(model, Explain.Gradient(model, [3, 0, 0]), 1, Domain));
    }
}
