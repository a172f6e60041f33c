using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CompilerTests;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace GeneratorTests;

/// <summary>Linear bounds of random programs that can be traced, attacked with samples: intervals say nothing here, so that every bound is that of the trace.</summary>
public sealed class RandomTraceTests
{
    private const int Inputs = 7, Programs = 200;

    /// <summary>Writes range, Lipschitz constants in the three norms, and for each coordinate an upper bound of the slope and of its negative.</summary>
    private delegate void Bounds(double[] low, double[] high, int n, long splits, double[] results);

    private const string Check = """
        using System;
        using Proxima;

        /// <summary>A model of which nothing is known but its trace.</summary>
        public readonly struct OnlyTrace<TModel>(TModel model) : ILinearEnclosure
            where TModel : struct, ILinearEnclosure
        {
            public int Dimension => model.Dimension;
            public double Value(ReadOnlySpan<double> x) => model.Value(x);
            public void Values(ReadOnlySpan<double> rows, Span<double> results) => model.Values(rows, results);
            public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => model.Gradient(x, gradient);
            public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => model.Gradients(rows, results, gradients);
            public Interval Range(ReadOnlySpan<Interval> box) => Interval.Entire;
            public Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient) { gradient.Fill(Interval.Entire); return Interval.Entire; }
            public bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian) => false;
            public Form Trace(ReadOnlySpan<Form> x) => model.Trace(x);
        }

        public static class Check
        {
            public static void Bound<TModel>(TModel model, double[] low, double[] high, long splits, double[] results)
                where TModel : struct, ILinearEnclosure
            {
                Interval[] box = new Interval[low.Length];
                for (int i = 0; i < box.Length; i++)
                {
                    box[i] = new Interval(low[i], high[i]);
                }
                CertifyOptions options = new() { MaxSplits = splits };
                Interval range = Certify.Range(new OnlyTrace<TModel>(model), box, options).Enclosure;
                (results[0], results[1]) = (range.Lo, range.Hi);
                int next = 2;
                foreach (Norm norm in new[] { Norm.Infinity, Norm.One, Norm.Two })
                {
                    results[next++] = Certify.Lipschitz(new OnlyTrace<TModel>(model), box, norm, options).Upper;
                }
                for (int i = 0; i < box.Length; i++)
                {
                    results[next++] = Certify.Monotone(new OnlyTrace<TModel>(model), box, i, Direction.Decreasing, options).Violation.Upper;
                    results[next++] = Certify.Monotone(new OnlyTrace<TModel>(model), box, i, Direction.Increasing, options).Violation.Upper;
                }
            }
        }
        """;

    [Fact]
    [Trait("Category", "Batch")]
    public void Samples_of_values_and_slopes_are_below_linear_bounds()
    {
        RandomProject project = new();
        project.Add(Check);
        RandomProgram[] programs = [.. Enumerable.Range(4001, Programs).Select(RandomPrograms.Generate)];
        bool[] isTraced = new bool[programs.Length];
        for (int i = 0; i < programs.Length; i++)
        {
            string type = RandomProject.ClassOf(i);
            isTraced[i] = project.Add(RequestFor(programs[i], type)).Contains("ILinearEnclosure", StringComparison.Ordinal);
            if (isTraced[i])
            {
                project.Add("public static class Bounds" + type + " { public static void Of(double[] low, double[] high, int n, long splits, double[] results) => Check.Bound(new " + type + ".FModel(4, n), low, high, splits, results); }");
            }
        }
        int attacked = 0, finite = 0;
        for (int i = 0; i < programs.Length; i++)
        {
            if (isTraced[i])
            {
                attacked++;
                finite += Attack(programs[i], project.Method<Bounds>("Bounds" + RandomProject.ClassOf(i), "Of"));
            }
        }

        // Most random branches jump, and then there is no trace. Of those attacked on three boxes each, most constants are finite on one at least.
        Assert.InRange(attacked, 40, Programs);
        Assert.InRange(finite, attacked / 2, 3 * attacked);
    }

    /// <summary>How many of the boxes had a finite Lipschitz constant.</summary>
    private static int Attack(RandomProgram program, Bounds bounds)
    {
        Module gradient = Reverse.Run(new Module(PassList.Normalise(program.Function), []), new Dictionary<string, string> { ["a"] = "dA" }).Module;
        Random random = new(program.N);
        double[] results = new double[5 + (2 * Inputs)];
        int finite = 0;
        foreach (double width in new[] { 0.02, 0.3, 1.5 })
        {
            double[] low = [.. program.Point.Select(c => c - (width * random.NextDouble()))], high = [.. program.Point.Select(c => c + (width * random.NextDouble()))];
            bounds(low, high, program.N, splits: width > 1 ? 3 : 0, results);
            finite += double.IsFinite(results[2]) ? 1 : 0;
            for (int sample = 0; sample < 12; sample++)
            {
                double[] point = [.. low.Select((side, i) => sample switch { 0 => side, 1 => high[i], _ => side + (random.NextDouble() * (high[i] - side)) })];
                Cells written = Cells.Zeros(ScalarType.Double, 4);
                Evaluation exact = Evaluator.EvaluatePrecisely(gradient, [point[0], point[1], point[2], point[3..], program.N, written]);
                double value = exact.Results[0].Real.Hi;
                double[] slopes = [.. exact.Results.Skip(1).Select(static r => r.Real.Hi), .. written.ToDoubles()];
                NotAbove(value, results[1], "value");
                NotAbove(-value, -results[0], "value from below");
                NotAbove(slopes.Sum(Math.Abs), results[2], "change for the largest");
                NotAbove(slopes.Max(Math.Abs), results[3], "change for the sum");
                NotAbove(Math.Sqrt(slopes.Sum(static s => s * s)), results[4], "change for the Euclidean length");
                for (int i = 0; i < slopes.Length; i++)
                {
                    NotAbove(slopes[i], results[5 + (2 * i)], "slope " + i.ToString(CultureInfo.InvariantCulture));
                    NotAbove(-slopes[i], results[6 + (2 * i)], "slope from below " + i.ToString(CultureInfo.InvariantCulture));
                }
            }
        }
        return finite;
    }

    /// <summary>The reference is rounded to a double from about 100 bits, of which cancellation may cost half.</summary>
    private static void NotAbove(double value, double bound, string what) =>
        Assert.False(double.IsFinite(value) && !(value <= bound + (1e-13 * (1 + Math.Abs(value)))), FormattableString.Invariant($"{what}: {value:R} exceeds {bound:R}"));

    private static Request RequestFor(RandomProgram program, string type) => new(
        type + ".F", "", ["static partial class " + type], "F", "F", "public", true, Companions.Lipschitz, Rounding.Fast, ScalarType.Double, [.. RandomProject.Parameters], program.Module)
    {
        Return = RandomProject.Scalar("result"),
        Bounds = new(default, double.PositiveInfinity, 0, []),
    };
}
