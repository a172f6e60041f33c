using System;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// The values of all coalitions: of players at the explained row, the others at the baseline. Element m of a table is for the players whose bits m has.
/// </summary>
internal static class Coalitions<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int LowPlayers = 6; // of a block: 64 coalitions of 16 units are 8 KiB

    /// <summary>One term's values for all coalitions of its own players.</summary>
    public static void Term(in TModel model, int index, SurrogateTerm term, TermPlayers players, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> table)
    {
        if (term.IsAffine)
        {
            using Scratch steps = new(players.Players.Length + 1);
            Steps(term, players.Owner, 0, players.Players.Length, at, baseline, steps.Span);
            Double(steps.Span, players.Players.Length, table);
        }
        else if (term.Units > 0)
        {
            Layered(model, index, term, players, at, baseline, table);
        }
        else
        {
            Rows(model, index, term, players, at, baseline, table);
        }
    }

    /// <summary>The model's values, after its link, for all coalitions of all players.</summary>
    public static void Whole(in TModel model, SurrogateStructure structure, Plan plan, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> table)
    {
        bool isOne = plan.Terms.Length == 1 && plan.Terms[0].Players.Length == plan.Players;
        if (isOne)
        {
            Term(model, 0, structure.Terms[0], plan.Terms[0], at, baseline, table);
            Add(structure.Constant, table);
        }
        else
        {
            table.Fill(structure.Constant);
        }
        for (int t = 0; !isOne && t < plan.Terms.Length; t++)
        {
            TermPlayers players = plan.Terms[t];
            using Scratch scratch = new(1 << players.Players.Length);
            Span<double> own = scratch.Span[..(1 << players.Players.Length)];
            Term(model, t, structure.Terms[t], players, at, baseline, own);
            Spread(players.Players, own, table);
        }
        model.Link(table, table, []);
    }

    // What each player's move adds to a unit, after the unit's value at the baseline.
    private static void Steps(SurrogateTerm term, int[] owner, int unit, int players, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> steps)
    {
        steps[..(players + 1)].Clear();
        ReadOnlySpan<int> variables = term.Variables;
        ReadOnlySpan<double> weights = term.Weights.Slice(unit * variables.Length, variables.Length);
        double start = term.Offsets[unit];
        for (int v = 0; v < weights.Length; v++)
        {
            double from = baseline[variables[v]];
            start += weights[v] * from;
            steps[owner[v] + 1] += weights[v] * (at[variables[v]] - from);
        }
        steps[0] = start;
    }

    // The sums of all subsets of the steps, after the first number: each player doubles the table.
    private static void Double(ReadOnlySpan<double> steps, int players, Span<double> table)
    {
        table[0] = steps[0];
        for (int p = 0; p < players; p++)
        {
            int size = 1 << p;
            double step = steps[p + 1];
            if (size < Vector512<double>.Count)
            {
                for (int m = 0; m < size; m++)
                {
                    table[size + m] = table[m] + step;
                }
                continue;
            }
            Vector512<double> steps8 = Vector512.Create(step);
            for (int m = 0; m < size; m += Vector512<double>.Count)
            {
                (Vector512.Create<double>(table[m..]) + steps8).CopyTo(table[(size + m)..]);
            }
        }
    }

    private static void Layered(in TModel model, int index, SurrogateTerm term, TermPlayers players, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> table)
    {
        int count = players.Players.Length, low = Math.Min(count, LowPlayers), high = count - low;
        int block = 1 << low, points = Scratch.Padded(block), units = term.Units, stride = count + 1;
        using Scratch scratch = new((2 * units * points) + (units * (high + 1)) + (units * stride) + points);
        Span<double> lows = scratch.Span[..(units * points)];
        Span<double> layer = scratch.Span.Slice(units * points, units * points);
        Span<double> values = scratch.Span.Slice(2 * units * points, points);
        Span<double> sums = scratch.Span.Slice((2 * units * points) + points, units * (high + 1));
        Span<double> steps = scratch.Span.Slice((2 * units * points) + points + (units * (high + 1)), units * stride);
        lows.Clear();
        for (int j = 0; j < units; j++)
        {
            Span<double> own = steps.Slice(j * stride, stride);
            Steps(term, players.Owner, j, count, at, baseline, own);
            Double(own, low, lows.Slice(j * points, points));
        }

        // sums[i] is what the high players of the current block add whose bits are i and above.
        sums.Slice(high * units, units).Clear();
        for (int h = 0; h < 1 << high; h++)
        {
            int bit = h == 0 ? high : BitOperations.TrailingZeroCount(h);
            if (h > 0)
            {
                int rest = h & (h - 1), above = rest == 0 ? high : BitOperations.TrailingZeroCount(rest);
                for (int j = 0; j < units; j++)
                {
                    sums[(bit * units) + j] = sums[(above * units) + j] + steps[(j * stride) + low + bit + 1];
                }
            }
            for (int j = 0; j < units; j++)
            {
                Vector512<double> sum = Vector512.Create(sums[(bit * units) + j]);
                for (int r = j * points; r < (j + 1) * points; r += Vector512<double>.Count)
                {
                    (Vector512.Create<double>(lows[r..]) + sum).CopyTo(layer[r..]);
                }
            }
            model.HeadValues(index, layer, values);
            values[..block].CopyTo(table[(h << low)..]);
        }
    }

    private static void Rows(in TModel model, int index, SurrogateTerm term, TermPlayers players, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Span<double> table)
    {
        ReadOnlySpan<int> variables = term.Variables;
        int block = Math.Min(1 << LowPlayers, table.Length);
        using Scratch scratch = new(block * variables.Length);
        Span<double> rows = scratch.Span[..(block * variables.Length)];
        for (int first = 0; first < table.Length; first += block)
        {
            for (int v = 0; v < variables.Length; v++)
            {
                double here = at[variables[v]], there = baseline[variables[v]];
                for (int r = 0; r < block; r++)
                {
                    rows[(r * variables.Length) + v] = (((first + r) >> players.Owner[v]) & 1) != 0 ? here : there;
                }
            }
            model.TermValues(index, rows, table.Slice(first, block));
        }
    }

    private static void Add(double constant, Span<double> table)
    {
        if (constant != 0)
        {
            for (int m = 0; m < table.Length; m++)
            {
                table[m] += constant;
            }
        }
    }

    // Adds to each coalition of all players what the term gives the ones among them that are its own.
    private static void Spread(int[] players, ReadOnlySpan<double> own, Span<double> table)
    {
        for (int m = 0; m < table.Length; m++)
        {
            int mask = 0;
            for (int p = 0; p < players.Length; p++)
            {
                mask |= ((m >> players[p]) & 1) << p;
            }
            table[m] += own[mask];
        }
    }
}
