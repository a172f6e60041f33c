using System;

namespace Proxima;

/// <summary>The gradient.</summary>
internal readonly struct GradientExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.Gradient;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        GradientBlock.Run(question, at, isTimesInput: false, answer.Values, new Span<double>(ref answer.Value));
        answer.BaseValue = answer.Value;
        GradientBlock.Finish(ref answer);
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
    {
        GradientBlock.Run(question, rows, isTimesInput: false, values, baseValues);
        return true;
    }
}

/// <summary>The gradient times the way from the baseline.</summary>
internal readonly struct GradientTimesInputExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.GradientTimesInput;

    public static bool NeedsBaseValues => true;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        GradientBlock.Run(question, at, isTimesInput: true, answer.Values, new Span<double>(ref answer.Value));
        answer.BaseValue = question.MeanBaseValue;
        GradientBlock.Finish(ref answer);
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
    {
        GradientBlock.Run(question, rows, isTimesInput: true, values, baseValues);
        baseValues.Fill(question.MeanBaseValue);
        return true;
    }
}

/// <summary>Gradients of many rows: columns of rows, eight at a time.</summary>
internal static class GradientBlock
{
    public static void Finish(ref Answer answer)
    {
        answer.Evaluations = 1;
        answer.IsExact = true;
        (answer.Loss, answer.Variance) = (0, double.NaN); // in the limit of no noise a gradient matches itself
    }

    /// <param name="question">What is asked.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isTimesInput">Whether slopes are multiplied by the way from the mean baseline and added up by player.</param>
    /// <param name="values">Receives one value per player and row.</param>
    /// <param name="results">Receives the explained output of each row.</param>
    public static void Run<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, bool isTimesInput, Span<double> values, Span<double> results)
        where TModel : struct, ISurrogate<double>
    {
        int dimension = question.Dimension, count = results.Length, points = Scratch.Padded(count), players = question.Players;
        using Scratch scratch = new(((2 * dimension) + 1) * points);
        Span<double> columns = scratch.Span[..(dimension * points)], slopes = scratch.Span.Slice(dimension * points, dimension * points);
        Span<double> outputs = scratch.Span.Slice(2 * dimension * points, points);
        for (int i = 0; i < dimension; i++)
        {
            Span<double> column = columns.Slice(i * points, points);
            for (int r = 0; r < points; r++)
            {
                column[r] = rows[(Math.Min(r, count - 1) * dimension) + i];
            }
        }
        Points<TModel>.Gradients(question.Model, question.Structure, question.IsLinked, columns, points, count, outputs, slopes);
        outputs[..count].CopyTo(results);
        values.Clear();
        for (int i = 0; i < dimension; i++)
        {
            double baseline = 0;
            for (int row = 0; isTimesInput && row < question.BaselineCount; row++)
            {
                baseline += question.Baseline(row)[i] / question.BaselineCount;
            }
            int owner = question.Plan.Owner[i];
            for (int r = 0; r < count; r++)
            {
                double way = isTimesInput ? columns[(i * points) + r] - baseline : 1;
                values[(r * players) + owner] += slopes[(i * points) + r] * way;
            }
        }
    }
}
