using System;

namespace Proxima;

/// <summary>Values of more players than are enumerated, from evaluations at fixed coalitions.</summary>
internal static class SampledMasks<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int Block = 256; // coalitions evaluated at a time

    public static void Run(in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, ExplainMethod method, ref Answer answer)
    {
        answer.IsExact = false;
        (answer.Loss, answer.Variance) = (double.NaN, double.NaN);
        if (method == ExplainMethod.Shapley)
        {
            Shapley(question, index, players, at, ref answer);
        }
        else
        {
            Flips(question, index, players, at, method, ref answer);
        }
    }

    private static void Shapley(in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, ref Answer answer)
    {
        int pairs = (question.Options.Evaluations - 2) / 2;
        int designs = (pairs + ShapleyDesign.MostPairs - 1) / ShapleyDesign.MostPairs;
        using Scratch scratch = new((2 * players.Length) + 16);
        Span<double> own = scratch.Span[..players.Length], squares = scratch.Span.Slice(players.Length, players.Length);
        Span<double> ends = scratch.Span.Slice(Scratch.Padded(2 * players.Length), 2);
        own.Clear();
        squares.Clear();
        Evaluate(question, index, players, at, ShapleyDesign.Of(players.Length, pairs / designs, 0).Nobody, ends[..1], ends[1..]);
        for (int number = 0; number < designs; number++)
        {
            ShapleyDesign design = ShapleyDesign.Of(players.Length, pairs / designs, number);
            Shapley(question, index, players, at, design, ends, own, squares);
            answer.Evaluations += 2L * design.Pairs * question.BaselineCount;
        }
        answer.Evaluations += 2L * question.BaselineCount;
        answer.BaseValue += ends[0];
        answer.Value += ends[1];
        double missing = ends[1] - ends[0];
        foreach (double value in own)
        {
            missing -= value / designs; // rounding of the matrix
        }
        for (int p = 0; p < own.Length; p++)
        {
            answer.Values[players[p]] += (own[p] / designs) + (missing / own.Length);
            if (answer.IsDetailed)
            {
                answer.HalfWidths[players[p]] += Math.Sqrt(squares[p]) / designs;
            }
        }
    }

    private static void Shapley(
        in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, ShapleyDesign design, ReadOnlySpan<double> ends, Span<double> values, Span<double> squares)
    {
        int size = design.Pairs + 1;
        using Scratch scratch = new((2 * size) + players.Length);
        Span<double> odd = scratch.Span[..size], other = scratch.Span.Slice(size, size), slopes = scratch.Span.Slice(2 * size, players.Length);
        Evaluate(question, index, players, at, design.Masks, odd[..^1], other[..^1]);
        for (int t = 0; t < design.Pairs; t++)
        {
            odd[t] = 0.5 * (odd[t] - other[t]);
        }
        odd[^1] = 0.5 * (ends[1] - ends[0]);
        for (int p = 0; p < slopes.Length; p++)
        {
            slopes[p] = Cholesky.Dot(design.Weights.AsSpan(p * size, size), odd, size);
            values[p] += slopes[p];
        }

        // The linear part leaves what the process has above degree 1: that sets the size of its deviations.
        double left = 0;
        for (int t = 0; t < design.Pairs; t++)
        {
            double fitted = odd[t];
            for (int p = 0; p < slopes.Length; p++)
            {
                fitted -= design.Masks[t][p] ? 0.5 * slopes[p] : -0.5 * slopes[p];
            }
            left += fitted * fitted;
        }
        double scale = 2 * Math.Sqrt(left / (design.Pairs * ShapleyDesign.ResidualVariance));
        for (int p = 0; p < slopes.Length; p++)
        {
            double width = scale * design.Deviations[p];
            squares[p] += width * width;
        }
    }

    // The values of coalitions and of those that complete them, averaged over the baselines.
    private static void Evaluate(in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, bool[][] masks, Span<double> values, Span<double> complements)
    {
        int dimension = question.Dimension, rows = question.BaselineCount;
        values.Clear();
        complements.Clear();
        using Scratch scratch = new((dimension + 1) * Block);
        for (int first = 0; first < masks.Length; first += Block / 2)
        {
            int count = Math.Min(Block / 2, masks.Length - first), points = Scratch.Padded(2 * count);
            Span<double> columns = scratch.Span[..(dimension * points)], results = scratch.Span.Slice(dimension * points, points);
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<double> baseline = question.Baseline(row);
                for (int i = 0; i < dimension; i++)
                {
                    int player = Array.BinarySearch(players, question.Plan.Owner[i]);
                    Span<double> column = columns.Slice(i * points, points);
                    column.Fill(baseline[i]);
                    for (int r = 0; player >= 0 && r < count; r++)
                    {
                        column[masks[first + r][player] ? r : count + r] = at[i];
                    }
                }
                Value(question, index, columns, points, 2 * count, results);
                for (int r = 0; r < count; r++)
                {
                    values[first + r] += results[r] / rows;
                    complements[first + r] += results[count + r] / rows;
                }
            }
        }
    }

    // ∂F/∂q_i = E v(with i) − E v(without i): at Sobol coalitions every player changes sides once.
    private static void Flips(in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, ExplainMethod method, ref Answer answer)
    {
        int count = players.Length, rows = question.BaselineCount, dimension = question.Dimension, points = Scratch.Padded(count + 1);
        int coalitions = Math.Max(question.Options.Evaluations / (count + 1), 2);
        Cloud cloud = Cloud.Uniform(count, coalitions);
        using Scratch scratch = new(((dimension + 1) * points) + (3 * count));
        Span<double> columns = scratch.Span[..(dimension * points)], results = scratch.Span.Slice(dimension * points, points);
        Span<double> q = scratch.Span.Slice((dimension + 1) * points, count), own = scratch.Span.Slice(((dimension + 1) * points) + count, count);
        Span<double> squares = scratch.Span.Slice(((dimension + 1) * points) + (2 * count), count);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> baseline = question.Baseline(row);
            Masks<TModel>.Probabilities(question, players, at, row, method, q);
            own.Clear();
            squares.Clear();
            double mean = 0;
            for (int c = 0; c < coalitions; c++)
            {
                for (int i = 0; i < dimension; i++)
                {
                    int player = Array.BinarySearch(players, question.Plan.Owner[i]);
                    bool isIn = player >= 0 && cloud.Columns[(player * coalitions) + c] < q[player];
                    Span<double> column = columns.Slice(i * points, points);
                    column.Fill(isIn ? at[i] : baseline[i]);
                    if (player >= 0)
                    {
                        column[player + 1] = isIn ? baseline[i] : at[i];
                    }
                }
                Value(question, index, columns, points, count + 1, results);
                mean += results[0] / coalitions;
                for (int p = 0; p < count; p++)
                {
                    bool isIn = cloud.Columns[(p * coalitions) + c] < q[p];
                    double difference = isIn ? results[0] - results[p + 1] : results[p + 1] - results[0];
                    own[p] += difference / coalitions;
                    squares[p] += difference * difference / coalitions;
                }
            }
            answer.BaseValue += mean / rows;
            for (int p = 0; p < count; p++)
            {
                answer.BaseValue -= q[p] * own[p] / rows;
                answer.Values[players[p]] += own[p] / rows;
                if (answer.IsDetailed)
                {
                    double variance = Math.Max(0, squares[p] - (own[p] * own[p])) / (coalitions - 1);
                    answer.HalfWidths[players[p]] += 2 * Math.Sqrt(variance) / rows;
                }
            }
        }
        ReadOnlySpan<double> start = question.Baseline(0);
        for (int i = 0; i < dimension; i++)
        {
            columns.Slice(i * points, points).Fill(Array.BinarySearch(players, question.Plan.Owner[i]) >= 0 ? at[i] : start[i]);
        }
        Value(question, index, columns, points, 1, results);
        answer.Value += results[0];
        answer.Evaluations += ((long)coalitions * (count + 1) * rows) + 1;
    }

    private static void Value(in Question<TModel> question, int index, ReadOnlySpan<double> columns, int points, int count, Span<double> results)
    {
        if (index < 0)
        {
            Points<TModel>.Values(question.Model, question.Structure, question.IsLinked, columns, points, count, results);
            return;
        }
        results[..points].Clear();
        Points<TModel>.AddTerm(question.Model, index, question.Structure.Terms[index], columns, points, count, results);
    }
}
