using System;
using System.Linq;
using Proxima;
using Xunit;

namespace NumericTests.Surrogates;

/// <summary>The radius within which an explanation is proved to be as good as asked.</summary>
public sealed class CertificateTests
{
    private const int Samples = 200_000;

    private static readonly Interval[] Domain = [new(-2, 2), new(-2, 2), new(-2, 2)];

    [Theory]
    [InlineData(ExplainMethod.Gradient)]
    [InlineData(ExplainMethod.SmoothGrad)]
    [InlineData(ExplainMethod.Shapley)]
    [InlineData(ExplainMethod.IntegratedGradients)]
    public void No_point_inside_the_radius_is_off_by_more_than_the_tolerance(ExplainMethod method)
    {
        Wave model = default;
        for (ulong row = 0; row < 3; row++)
        {
            Numbers numbers = new(700 + row);
            double[] at = [numbers.Uniform() - 0.5, numbers.Uniform() - 0.5, numbers.Uniform() - 0.5];
            Attribution attribution = Array.Find(LawTests.AllMethods(model, at, [-1, 1, 0.9], ExplainOptions.Default), a => a.Method == method)!;
            (double value, double[] slopes) = attribution.ToSlopes();
            double tolerance = 0.05 + Math.Abs(attribution.Value - value);
            CertifiedRadius radius = Certify.SurrogateRadius(model, attribution, tolerance, Domain, options: new() { MaxSplits = 2000 });
            Assert.True(radius.Radius > 0.005, $"{radius.Radius}"); // the slopes are of size 1: a tolerance of 0.05 is worth more than that
            for (int s = 0; s < Samples; s++)
            {
                double[] x = [.. at.Select((a, i) => Math.Clamp(a + (radius.Radius * ((2 * numbers.Uniform()) - 1)), Domain[i].Lo, Domain[i].Hi))];
                double surrogate = value + slopes.Select((slope, i) => slope * (x[i] - at[i])).Sum();
                Assert.True(Math.Abs(model.Value(x) - surrogate) <= tolerance);
            }
        }
    }

    [Fact]
    public void What_has_no_slope_or_is_of_the_margin_has_no_radius()
    {
        Wave model = default;
        Attribution groups = Explain.Shapley(model, [0, 0, 0], [1, 1, 1], new() { Groups = [[0, 1], [2]] });
        Assert.Throws<InvalidOperationException>(() => Certify.SurrogateRadius(model, groups, 1, Domain));
        Attribution margin = Explain.Shapley(References.Net("logistic10"), new double[10], new double[10]);
        Assert.Throws<ArgumentException>(() => Certify.SurrogateRadius(model, margin, 1, Domain));
        Assert.Throws<ArgumentException>(() => Certify.SurrogateRadius(model, Explain.Gradient(model, [3, 0, 0]), 1, Domain));
    }

    // x·y + sin(x + 2z): every contract by hand, enclosures by the rules of intervals.
    private readonly struct Wave : ISurrogate<double>, IEnclosure
    {
        private static readonly SurrogateStructure Whole = new(3, [SurrogateTerm.Of(0, 1), SurrogateTerm.Of(0, 2)]);

        public SurrogateStructure Structure => Whole;

        public int Dimension => 3;

        public double Value(ReadOnlySpan<double> x) => (x[0] * x[1]) + Math.Sin(x[0] + (2 * x[2]));

        public void Values(ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Value(rows.Slice(3 * r, 3));
            }
        }

        public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
        {
            double slope = Math.Cos(x[0] + (2 * x[2]));
            (gradient[0], gradient[1], gradient[2]) = (x[1] + slope, x[0], 2 * slope);
            return Value(x);
        }

        public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
        {
            for (int r = 0; r < results.Length; r++)
            {
                results[r] = Gradient(rows.Slice(3 * r, 3), gradients.Slice(3 * r, 3));
            }
        }

        public Interval Range(ReadOnlySpan<Interval> box) => (box[0] * box[1]) + Interval.Sin(box[0] + (2 * box[2]));

        public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)
        {
            Interval slope = Interval.Cos(box[0] + (2 * box[2]));
            (gradient[0], gradient[1], gradient[2]) = (box[1] + slope, box[0], 2 * slope);
            return Range(box);
        }

        public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian)
        {
            Interval bend = -Interval.Sin(box[0] + (2 * box[2])), zero = 0, one = 1;
            Interval[] rows = [bend, one, 2 * bend, one, zero, zero, 2 * bend, zero, 4 * bend];
            rows.CopyTo(hessian);
            return true;
        }

        public void TermValues(int term, ReadOnlySpan<double> rows, Span<double> results)
        {
            for (int r = 0; r < results.Length; r++)
            {
                (double a, double b) = (rows[2 * r], rows[(2 * r) + 1]);
                results[r] = term == 0 ? a * b : Math.Sin(a + (2 * b));
            }
        }

        public void TermGradients(int term, ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
        {
            TermValues(term, rows, results);
            for (int r = 0; r < results.Length; r++)
            {
                (double a, double b) = (rows[2 * r], rows[(2 * r) + 1]);
                (gradients[2 * r], gradients[(2 * r) + 1]) = term == 0 ? (b, a) : (Math.Cos(a + (2 * b)), 2 * Math.Cos(a + (2 * b)));
            }
        }

        public void HeadValues(int term, ReadOnlySpan<double> units, Span<double> results) => throw new NotSupportedException();

        public void HeadGradients(int term, ReadOnlySpan<double> units, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

        public void Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes) => throw new NotSupportedException();

        public void KinkArguments(ReadOnlySpan<double> x, Span<double> arguments) => throw new NotSupportedException();
    }
}
