using System;

namespace Proxima;

/// <summary>Shapley, Lime and Banzhaf: gradients of the multilinear extension, term by term where no link mixes the terms.</summary>
internal static class Masks<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int WholeModel = -1;

    public static void Run(in Question<TModel> question, ReadOnlySpan<double> at, ExplainMethod method, ref Answer answer)
    {
        answer.Values.Clear();
        answer.HalfWidths.Clear();
        answer.IsExact = true;
        if (question.IsLinked)
        {
            Explain(question, WholeModel, question.Plan.All, at, method, ref answer);
            return;
        }
        answer.BaseValue = answer.Value = question.Structure.Constant;
        for (int t = 0; t < question.Plan.Terms.Length; t++)
        {
            if (question.Structure.Terms[t].IsAffine)
            {
                AddAffine(question, t, at, ref answer);
            }
            else
            {
                Explain(question, t, question.Plan.Terms[t].Players, at, method, ref answer);
            }
        }
        bool isAlone = question.Plan.Terms.Length == 1 && question.Plan.Terms[0].Players.Length == question.Players;
        if (question.Structure.AreAffine)
        {
            (answer.Loss, answer.Variance) = (0, double.NaN);
        }
        else if (!isAlone)
        {
            (answer.Loss, answer.Variance) = (double.NaN, double.NaN); // the terms' losses do not add
        }
    }

    // An affine term gives every method the same: weight times way.
    private static void AddAffine(in Question<TModel> question, int index, ReadOnlySpan<double> at, ref Answer answer)
    {
        SurrogateTerm term = question.Structure.Terms[index];
        TermPlayers players = question.Plan.Terms[index];
        answer.Value += AffineLayer.Value(term, at);
        double share = 1.0 / question.BaselineCount;
        for (int row = 0; row < question.BaselineCount; row++)
        {
            ReadOnlySpan<double> baseline = question.Baseline(row);
            answer.BaseValue += share * AffineLayer.Value(term, baseline);
            for (int v = 0; v < term.Variables.Length; v++)
            {
                int i = term.Variables[v];
                answer.Values[players.Players[players.Owner[v]]] += share * term.Weights[v] * (at[i] - baseline[i]);
            }
        }
    }

    private static void Explain(in Question<TModel> question, int index, int[] players, ReadOnlySpan<double> at, ExplainMethod method, ref Answer answer)
    {
        if (players.Length > question.Options.MaxEnumeration)
        {
            SampledMasks<TModel>.Run(question, index, players, at, method, ref answer);
            return;
        }
        int size = 1 << players.Length, rows = question.BaselineCount;
        using Scratch scratch = new(size + (2 * players.Length));
        Span<double> table = scratch.Span[..size], own = scratch.Span.Slice(size, players.Length), q = scratch.Span.Slice(size + players.Length, players.Length);
        if (method == ExplainMethod.Shapley)
        {
            Fill(question, index, at, 0, rows, table);
            answer.BaseValue += table[0];
            answer.Value += table[^1];
            (answer.Loss, answer.Variance) = ShapleyFold.Run(table, players.Length, own);
            Add(players, own, 1, answer.Values);
        }
        else
        {
            // Lime's measure depends on the baseline; what is averaged are the explanations.
            int each = method == ExplainMethod.Lime ? 1 : rows;
            (answer.Loss, answer.Variance) = (0, 0);
            for (int row = 0; row < rows; row += each)
            {
                double share = (double)each / rows;
                Fill(question, index, at, row, each, table);
                answer.Value += share * table[^1];
                Probabilities(question, players, at, row, method, q);
                if (answer.IsDetailed)
                {
                    answer.Variance += share * Multilinear.Variance(table, q);
                }
                double intercept = Multilinear.Gradient(table, q, own), explained = 0;
                for (int p = 0; p < own.Length; p++)
                {
                    intercept -= q[p] * own[p];
                    explained += q[p] * (1 - q[p]) * own[p] * own[p];
                }
                answer.BaseValue += share * intercept;
                answer.Loss -= share * explained;
                Add(players, own, share, answer.Values);
            }
            answer.Loss = answer.IsDetailed ? Math.Max(0, answer.Variance + answer.Loss) : double.NaN;
        }
        answer.Evaluations += (long)size * rows;
    }

    /// <summary>The probability with which each player is at the explained row.</summary>
    public static void Probabilities(in Question<TModel> question, int[] players, ReadOnlySpan<double> at, int row, ExplainMethod method, Span<double> q)
    {
        q.Fill(0.5);
        if (method == ExplainMethod.Banzhaf)
        {
            return;
        }
        double width = question.Options.KernelWidth ?? (0.75 * Math.Sqrt(question.Dimension));
        ReadOnlySpan<double> baseline = question.Baseline(row);
        q.Clear();
        for (int i = 0; i < at.Length; i++)
        {
            int player = Array.BinarySearch(players, question.Plan.Owner[i]);
            double scale = question.Scale(i), way = scale > 0 ? (at[i] - baseline[i]) / (scale * width) : 0;
            if (player >= 0)
            {
                q[player] += way * way;
            }
        }
        for (int p = 0; p < q.Length; p++)
        {
            q[p] = 1 / (1 + Math.Exp(-q[p])); // the kernel factorises, so each player is a coin of its own
        }
    }

    private static void Fill(in Question<TModel> question, int index, ReadOnlySpan<double> at, int first, int count, Span<double> table)
    {
        Fill(question, index, at, question.Baseline(first), table);
        if (count == 1)
        {
            return;
        }
        using Scratch scratch = new(table.Length);
        Span<double> other = scratch.Span[..table.Length];
        for (int row = first + 1; row < first + count; row++)
        {
            Fill(question, index, at, question.Baseline(row), other);
            for (int m = 0; m < table.Length; m++)
            {
                table[m] += other[m];
            }
        }
        for (int m = 0; m < table.Length; m++)
        {
            table[m] /= count;
        }
    }

    private static void Fill(in Question<TModel> question, int index, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> table)
    {
        if (index == WholeModel)
        {
            Coalitions<TModel>.Whole(question.Model, question.Structure, question.Plan, at, baseline, table);
        }
        else
        {
            Coalitions<TModel>.Term(question.Model, index, question.Structure.Terms[index], question.Plan.Terms[index], at, baseline, table);
        }
    }

    private static void Add(int[] players, ReadOnlySpan<double> own, double share, Span<double> values)
    {
        for (int p = 0; p < own.Length; p++)
        {
            values[players[p]] += share * own[p];
        }
    }
}
