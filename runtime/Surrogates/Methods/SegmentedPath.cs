using System;

namespace Proxima;

/// <summary>
/// A way on which the margin is affine between kinks: the kinks are found argument by argument, and each piece counts with its length and its gradient.
/// </summary>
internal static class SegmentedPath<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int MostPieces = 4096;

    /// <returns>False when there are more pieces than anyone would walk.</returns>
    public static bool TryRun(in Question<TModel> question, ReadOnlySpan<double> at, int row, ref Answer answer)
    {
        ReadOnlySpan<double> baseline = question.Baseline(row);
        for (int capacity = 64; capacity <= MostPieces; capacity *= 4)
        {
            using Scratch scratch = new(capacity);
            Span<double> breaks = scratch.Span[..capacity];
            int count = Breaks(question, at, baseline, breaks);
            if (count <= capacity)
            {
                Add(question, at, baseline, breaks[..count], ref answer);
                answer.Evaluations += (2L * count) - 1; // signs at the breaks, gradients between them
                return true;
            }
        }
        return false;
    }

    // The ends and the kinks between them, increasing; more than fit when there are more.
    private static int Breaks(in Question<TModel> question, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> breaks)
    {
        int kinks = question.Structure.Kinks, dimension = question.Dimension, capacity = breaks.Length;
        using Scratch scratch = new((capacity * kinks) + dimension);
        Span<double> arguments = scratch.Span[..(capacity * kinks)], point = scratch.Span.Slice(capacity * kinks, dimension);
        Span<int> rows = stackalloc int[capacity]; // where the arguments of each break are
        int count = 2;
        (breaks[0], breaks[1], rows[0], rows[1]) = (0, 1, 0, 1);
        question.Model.KinkArguments(baseline, arguments[..kinks]);
        question.Model.KinkArguments(at, arguments.Slice(kinks, kinks));
        for (int j = 0; j < kinks; j++)
        {
            // Between the zeros of the arguments before it this one is affine, so it has at most one zero there.
            for (int s = 0; s < count - 1; s++)
            {
                double left = arguments[(rows[s] * kinks) + j], right = arguments[(rows[s + 1] * kinks) + j];
                if (!(left < 0 && right > 0) && !(left > 0 && right < 0))
                {
                    continue;
                }
                double kink = breaks[s] + (left / (left - right) * (breaks[s + 1] - breaks[s]));
                if (!(kink > breaks[s]) || !(kink < breaks[s + 1]))
                {
                    continue;
                }
                if (count == capacity)
                {
                    return capacity + 1;
                }
                for (int k = count; k > s + 1; k--)
                {
                    (breaks[k], rows[k]) = (breaks[k - 1], rows[k - 1]);
                }
                (breaks[s + 1], rows[s + 1]) = (kink, count);
                for (int i = 0; i < dimension; i++)
                {
                    point[i] = baseline[i] + (kink * (at[i] - baseline[i]));
                }
                Span<double> own = arguments.Slice(count * kinks, kinks);
                question.Model.KinkArguments(point, own);
                own[j] = 0;
                count++;
                s++;
            }
        }
        return count;
    }

    private static void Add(in Question<TModel> question, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ReadOnlySpan<double> breaks, ref Answer answer)
    {
        int dimension = question.Dimension, pieces = breaks.Length - 1, points = Scratch.Padded(pieces);
        using Scratch scratch = new(((2 * dimension) + 4) * points);
        Span<double> columns = scratch.Span[..(dimension * points)], slopes = scratch.Span.Slice(dimension * points, dimension * points);
        Span<double> margins = scratch.Span.Slice(2 * dimension * points, points), middles = scratch.Span.Slice(((2 * dimension) + 1) * points, points);
        Span<double> lengths = scratch.Span.Slice(((2 * dimension) + 2) * points, points), way = scratch.Span.Slice(((2 * dimension) + 3) * points, points);
        for (int s = 0; s < points; s++)
        {
            int piece = Math.Min(s, pieces - 1);
            middles[s] = 0.5 * (breaks[piece] + breaks[piece + 1]);
            lengths[s] = s < pieces ? breaks[s + 1] - breaks[s] : 0;
        }
        for (int i = 0; i < dimension; i++)
        {
            Columns.Line(middles, baseline[i], at[i] - baseline[i], columns.Slice(i * points, points));
        }
        Points<TModel>.Gradients(question.Model, question.Structure, isLinked: false, columns, points, pieces, margins, slopes);
        if (question.IsLinked)
        {
            way.Clear();
            for (int i = 0; i < dimension; i++)
            {
                Columns.AddProduct(at[i] - baseline[i], slopes.Slice(i * points, points), way);
            }
            Span<double> ends = stackalloc double[2], values = stackalloc double[2];
            for (int s = 0; s < pieces; s++)
            {
                double half = 0.5 * lengths[s] * way[s];
                (ends[0], ends[1]) = (margins[s] - half, margins[s] + half);
                question.Model.Link(ends, values, []);
                lengths[s] *= MeanSlope<TModel>.Between(question.Model, ends[0], values[0], ends[1], values[1]);
            }
        }
        for (int i = 0; i < dimension; i++)
        {
            answer.Values[question.Plan.Owner[i]] += (at[i] - baseline[i]) * Columns.Dot(lengths, slopes.Slice(i * points, points));
        }
        (answer.Loss, answer.Variance) = (double.NaN, double.NaN);
    }
}
