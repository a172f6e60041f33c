using System;
using System.Numerics;

namespace Proxima;

/// <summary>
/// A way in Gauss–Legendre nodes. The values of all players must add up to f(x) − f(b): where they do not, to rounding, there are more nodes, then the way is cut in
/// halves again and again.
/// </summary>
internal static class QuadraturePath<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int DefaultEvaluations = 4096;
    private const double Caution = 16;
    private const double Rounding = 1.0 / (1L << 49); // 8 ulp of what is added up

    // One less than whole vectors: the last lane is the end of the way.
    private static ReadOnlySpan<int> Rungs => [31, 63, 127];

    public static void Run(in Question<TModel> question, ReadOnlySpan<double> at, int row, ref Answer answer)
    {
        int players = answer.Values.Length, budget = question.Options.Evaluations > 0 ? question.Options.Evaluations : DefaultEvaluations;
        using Scratch scratch = new(2 * players);
        Span<double> values = scratch.Span[..players], before = scratch.Span.Slice(players, players);
        bool hasBefore = false;
        long evaluations = 0;
        for (int rung = 0, panels = 1; ; rung++)
        {
            int nodes = Rungs[Math.Min(rung, Rungs.Length - 1)];
            panels = rung < Rungs.Length ? 1 : panels * 2;
            double squares = Integrate(question, at, row, nodes, panels, answer.IsDetailed, values, out answer.Value);
            evaluations += (long)nodes * panels;
            double sum = 0, size = Math.Abs(answer.Value) + Math.Abs(question.BaseValues[row]);
            foreach (double value in values)
            {
                sum += value;
                size += Math.Abs(value);
            }
            double tolerance = Rounding * size, change = answer.Value - question.BaseValues[row];
            bool isComplete = Math.Abs(sum - change) <= tolerance;
            if (isComplete || !double.IsFinite(sum) || 2L * nodes * panels > budget)
            {
                answer.Evaluations += evaluations;
                Add(values, before, isComplete || !hasBefore ? Caution * Math.Max(tolerance, Math.Abs(sum - change)) : 0, squares, ref answer);
                return;
            }
            values.CopyTo(before);
            hasBefore = true;
        }
    }

    // Half widths: what fewer nodes gave, or where the sum is complete a little more than the sum allows, since players' errors may cancel in it.
    private static void Add(ReadOnlySpan<double> values, ReadOnlySpan<double> before, double width, double squares, ref Answer answer)
    {
        double explained = 0;
        for (int p = 0; p < values.Length; p++)
        {
            answer.Values[p] += values[p];
            explained += values[p] * values[p];
            if (answer.IsDetailed)
            {
                answer.HalfWidths[p] += width > 0 ? width : Math.Abs(values[p] - before[p]);
            }
        }
        (answer.Loss, answer.Variance) = (Math.Max(0, squares - explained), squares);
    }

    // Returns E ‖way · gradient‖² by player when the details are wanted.
    private static double Integrate(in Question<TModel> question, ReadOnlySpan<double> at, int row, int nodes, int panels, bool isDetailed, Span<double> values, out double end)
    {
        values.Clear();
        double squares = 0, width = 1.0 / panels;
        end = double.NaN;
        GaussLegendre rule = GaussLegendre.Of(nodes);
        bool isRay = question.Structure.Terms.Length == 1 && question.Structure.Terms[0].Units > 0;
        for (int panel = 0; panel < panels; panel++)
        {
            if (isRay)
            {
                squares += width * Ray<TModel>.Add(question, at, question.Baseline(row), rule, panel * width, width, isDetailed, values, out end);
            }
            else
            {
                squares += width * AddColumns(question, at, row, rule, panel * width, width, values, out end);
            }
        }
        return squares;
    }

    private static double AddColumns(in Question<TModel> question, ReadOnlySpan<double> at, int row, GaussLegendre rule, double start, double width, Span<double> values, out double end)
    {
        int dimension = question.Dimension, points = rule.Nodes.Length, players = question.Players;
        ReadOnlySpan<double> baseline = question.Baseline(row);
        using Scratch scratch = new(((2 * dimension) + players + 1) * points);
        Span<double> columns = scratch.Span[..(dimension * points)], slopes = scratch.Span.Slice(dimension * points, dimension * points);
        Span<double> parts = scratch.Span.Slice(2 * dimension * points, players * points), results = scratch.Span.Slice(((2 * dimension) + players) * points, points);
        for (int i = 0; i < dimension; i++)
        {
            double way = at[i] - baseline[i];
            Columns.Line(rule.Nodes, baseline[i] + (start * way), width * way, columns.Slice(i * points, points));
        }
        Points<TModel>.Gradients(question.Model, question.Structure, question.IsLinked, columns, points, rule.Count + 1, results, slopes);
        end = results[rule.Count]; // behind the nodes comes the end of the stretch
        parts.Clear();
        for (int i = 0; i < dimension; i++)
        {
            Columns.AddProduct(at[i] - baseline[i], slopes.Slice(i * points, points), parts.Slice(question.Plan.Owner[i] * points, points));
        }
        double squares = 0;
        for (int p = 0; p < players; p++)
        {
            ReadOnlySpan<double> part = parts.Slice(p * points, points);
            squares += Columns.DotSquares(rule.Weights, part);
            values[p] += width * Columns.Dot(rule.Weights, part);
        }
        return squares;
    }
}
