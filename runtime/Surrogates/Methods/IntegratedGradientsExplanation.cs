using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>The average gradient on the straight way from the baseline, times the way: in closed form, by segments, or by quadrature.</summary>
internal readonly struct IntegratedGradientsExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.IntegratedGradients;

    public static bool NeedsBaseValues => true;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
    {
        answer.Values.Clear();
        answer.HalfWidths.Clear();
        answer.BaseValue = question.MeanBaseValue;
        if (question.Structure.AreAffine)
        {
            (answer.IsExact, answer.Evaluations, answer.Loss, answer.Variance) = (true, question.IsLinked ? 2 : 0, question.IsLinked ? double.NaN : 0, double.NaN);
            AffinePaths<TModel>.Run(question, at, answer.Values, new Span<double>(ref answer.Value));
            return;
        }
        bool isPieced = question.Structure.Pieces == SurrogatePieces.Affine;
        answer.Value = isPieced ? question.Value(at) : double.NaN;
        answer.IsExact = true;
        for (int row = 0; row < question.BaselineCount; row++)
        {
            if (!isPieced || !SegmentedPath<TModel>.TryRun(question, at, row, ref answer))
            {
                answer.IsExact = false;
                QuadraturePath<TModel>.Run(question, at, row, ref answer);
            }
        }
        double share = 1.0 / question.BaselineCount;
        for (int p = 0; p < answer.Values.Length; p++)
        {
            answer.Values[p] *= share;
        }
        foreach (ref double width in answer.HalfWidths)
        {
            width *= share;
        }
        (answer.Loss, answer.Variance) = answer.IsDetailed && question.BaselineCount == 1 ? (answer.Loss, answer.Variance) : (double.NaN, double.NaN);
    }

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
    {
        if (!question.Structure.AreAffine)
        {
            return false;
        }
        using Scratch results = new(baseValues.Length);
        AffinePaths<TModel>.Run(question, rows, values, results.Span[..baseValues.Length]);
        baseValues.Fill(question.MeanBaseValue);
        return true;
    }
}

/// <summary>Ways on an affine margin: weight · way · mean slope of the link.</summary>
internal static class AffinePaths<TModel>
    where TModel : struct, ISurrogate<double>
{
    public static void Run(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> results)
    {
        SurrogateStructure structure = question.Structure;
        int dimension = question.Dimension, players = question.Players, count = results.Length, baselines = question.BaselineCount;
        using Scratch scratch = new(count + dimension);
        Span<double> margins = scratch.Span[..count], weights = scratch.Span.Slice(count, dimension);
        double constant = structure.Constant;
        weights.Clear();
        foreach (SurrogateTerm term in structure.Terms)
        {
            constant += term.Offsets[0];
            for (int v = 0; v < term.Variables.Length; v++)
            {
                weights[term.Variables[v]] += term.Weights[v];
            }
        }
        for (int r = 0; r < count; r++)
        {
            margins[r] = Margin(constant, weights, rows.Slice(r * dimension, dimension));
        }
        margins.CopyTo(results);
        if (question.IsLinked)
        {
            question.Model.Link(margins, results, []);
        }
        values.Clear();
        double share = 1.0 / baselines;
        int[] owner = question.Plan.Owner;
        for (int b = 0; b < baselines; b++)
        {
            ReadOnlySpan<double> baseline = question.Baseline(b);
            double start = Margin(constant, weights, baseline);
            for (int r = 0; r < count; r++)
            {
                double slope = question.IsLinked ? share * MeanSlope<TModel>.Between(question.Model, start, question.BaseValues[b], margins[r], results[r]) : share;
                ref double value = ref MemoryMarshal.GetReference(values.Slice(r * players, players));
                ReadOnlySpan<double> row = rows.Slice(r * dimension, dimension);
                for (int i = 0; i < row.Length; i++)
                {
                    Unsafe.Add(ref value, owner[i]) += weights[i] * (row[i] - baseline[i]) * slope;
                }
            }
        }
    }

    private static double Margin(double constant, ReadOnlySpan<double> weights, ReadOnlySpan<double> row)
    {
        double margin = constant;
        for (int i = 0; i < weights.Length; i++)
        {
            margin += weights[i] * row[i];
        }
        return margin;
    }
}
