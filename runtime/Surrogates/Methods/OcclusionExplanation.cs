using System;

namespace Proxima;

/// <summary>What changes when one player is taken away, or when one alone is there.</summary>
internal readonly struct OcclusionExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.Occlusion;

    public static bool NeedsBaseValues => true;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        int players = question.Players, dimension = question.Dimension, points = Scratch.Padded(players + 1), rows = question.BaselineCount;
        bool isRemoval = question.Options.Occlusion == OcclusionConvention.Remove;
        using Scratch scratch = new((dimension + 1) * points);
        Span<double> columns = scratch.Span[..(dimension * points)], results = scratch.Span.Slice(dimension * points, points);
        answer.Values.Clear();
        for (int row = 0; row < rows; row++)
        {
            // Point 0 is x, or the baseline when one player is kept; point p + 1 has player p on the other side.
            ReadOnlySpan<double> baseline = question.Baseline(row);
            for (int i = 0; i < dimension; i++)
            {
                Span<double> column = columns.Slice(i * points, points);
                column.Fill(isRemoval ? at[i] : baseline[i]);
                column[question.Plan.Owner[i] + 1] = isRemoval ? baseline[i] : at[i];
            }
            Points<TModel>.Values(question.Model, question.Structure, question.IsLinked, columns, points, players + 1, results);
            for (int p = 0; p < players; p++)
            {
                answer.Values[p] += (isRemoval ? results[0] - results[p + 1] : results[p + 1] - results[0]) / rows;
            }
            answer.Value = results[0];
        }
        answer.Value = isRemoval ? answer.Value : question.Value(at);
        answer.BaseValue = question.MeanBaseValue;
        answer.Evaluations = ((long)players + 1) * rows;
        answer.IsExact = true;
        (answer.Loss, answer.Variance) = (0, double.NaN); // on its own neighbourhood every change is reproduced
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}
