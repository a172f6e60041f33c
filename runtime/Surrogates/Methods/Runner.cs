using System;
using System.Threading;

namespace Proxima;

/// <summary>Checks what is asked, once a call, and explains a row or a batch.</summary>
internal static class Runner<TModel, TExplanation>
    where TModel : struct, ISurrogate<double>
    where TExplanation : struct, IExplanation
{
    private const int Block = 64; // rows that are explained together; also how often a cancellation is seen

    public static Attribution Row(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options)
    {
        options ??= ExplainOptions.Default;
        SurrogateStructure structure = model.Structure;
        Plan plan = Requests.Check(structure, baseline, options, TExplanation.Method);
        Requests.CheckRow(at, structure.Dimension, nameof(at));
        options.CancellationToken.ThrowIfCancellationRequested();
        using Scratch scratch = new(Outputs(baseline, structure.Dimension));
        Question<TModel> question = Ask(model, structure, plan, baseline, options, scratch.Span[..Outputs(baseline, structure.Dimension)]);
        double[] values = new double[plan.Players], widths = new double[plan.Players];
        Answer answer = new() { Values = values, HalfWidths = widths };
        TExplanation.Row(question, at, ref answer);
        return Attribution.From(question, TExplanation.Method, at, answer, values, widths);
    }

    public static void Batch(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options)
    {
        options ??= ExplainOptions.Default;
        SurrogateStructure structure = model.Structure;
        Plan plan = Requests.Check(structure, baseline, options, TExplanation.Method);
        int count = baseValues.Length;
        if (rows.Length != (long)count * structure.Dimension)
        {
            throw new ArgumentException(
                $"'{nameof(rows)}' has {rows.Length} numbers; {count} rows (the length of '{nameof(baseValues)}') of {structure.Dimension} coordinates have {(long)count * structure.Dimension}.",
                nameof(rows));
        }
        if (values.Length != (long)count * plan.Players)
        {
            throw new ArgumentException(
                $"'{nameof(values)}' has {values.Length} numbers; {count} rows of {plan.Players} values have {(long)count * plan.Players}.", nameof(values));
        }
        using Scratch scratch = new(Outputs(baseline, structure.Dimension));
        Span<double> outputs = scratch.Span[..Outputs(baseline, structure.Dimension)];
        Question<TModel> question = Ask(model, structure, plan, baseline, options, outputs);
        if (options.Parallel is not null && count > Block)
        {
            Share(model, structure, plan, rows, baseline, values, baseValues, options, outputs);
            return;
        }
        for (int row = 0; row < count; row += Block)
        {
            int taken = Math.Min(Block, count - row);
            Explain(
                question, rows.Slice(row * structure.Dimension, taken * structure.Dimension), values.Slice(row * plan.Players, taken * plan.Players), baseValues.Slice(row, taken));
            options.Progress?.Report(new(row + taken, count));
        }
    }

    private static void Share(
        TModel model, SurrogateStructure structure, Plan plan, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline,
        Span<double> values, Span<double> baseValues, ExplainOptions options, Span<double> outputs)
    {
        int count = baseValues.Length, done = 0;
        ReadOnlySpan<double> known = outputs;
        SharedRows<double> sharedRows = new(ref rows, structure.Dimension), sharedBaselines = new(ref baseline), sharedOutputs = new(ref known);
        SharedOutput<double> sharedValues = new(ref values, plan.Players), sharedBases = new(ref baseValues);
        int blocks = (count + Block - 1) / Block, chunk = Block * Math.Clamp(blocks / (8 * Environment.ProcessorCount), 1, 64);
        Proxima.Batch.ForEachChunk(count, chunk, options.Parallel, (first, taken) =>
        {
            Question<TModel> question = Ask(model, structure, plan, sharedBaselines.All, options, sharedOutputs.All);
            for (int row = first; row < first + taken; row += Block)
            {
                int size = Math.Min(Block, first + taken - row);
                Explain(question, sharedRows[row, size], sharedValues[row, size], sharedBases[row, size]);
            }
            options.Progress?.Report(new(Interlocked.Add(ref done, taken), count));
        });
    }

    private static void Explain(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
    {
        question.Options.CancellationToken.ThrowIfCancellationRequested();
        int dimension = question.Dimension, players = question.Players;
        if (!Requests.AreFinite(rows))
        {
            throw new ArgumentException("A row holds NaN or an infinity.", nameof(rows));
        }
        if (TExplanation.TryBlock(question, rows, values, baseValues))
        {
            return;
        }
        for (int r = 0; r < baseValues.Length; r++)
        {
            Answer answer = new() { Values = values.Slice(r * players, players) };
            TExplanation.Row(question, rows.Slice(r * dimension, dimension), ref answer);
            baseValues[r] = answer.BaseValue;
        }
    }

    private static int Outputs(ReadOnlySpan<double> baseline, int dimension)
        => TExplanation.NeedsBaseValues ? baseline.Length / Math.Max(dimension, 1) : 0;

    private static Question<TModel> Ask(
        TModel model, SurrogateStructure structure, Plan plan, ReadOnlySpan<double> baselines, ExplainOptions options, Span<double> outputs)
    {
        Question<TModel> question = Ask(model, structure, plan, baselines, options, (ReadOnlySpan<double>)outputs);
        for (int row = 0; row < outputs.Length; row++)
        {
            outputs[row] = question.Value(question.Baseline(row));
        }
        return question;
    }

    private static Question<TModel> Ask(
        TModel model, SurrogateStructure structure, Plan plan, ReadOnlySpan<double> baselines, ExplainOptions options, ReadOnlySpan<double> outputs)
        => new()
        {
            Model = model,
            Structure = structure,
            Plan = plan,
            Options = options,
            IsLinked = structure.HasLink && options.Scale == OutputScale.Result,
            Baselines = baselines,
            BaselineCount = structure.Dimension == 0 ? 0 : baselines.Length / structure.Dimension,
            BaseValues = outputs,
        };
}
