using System;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// Shapley values of all players from a table of 2ᵏ values, in O(2ᵏ): weighed by size once, u(S) = v(S)·(w₁ + w₀)(|S|), φᵢ is the sum of u over the
/// coalitions with i, less Σ v·w₀; folding by halves gives the sums of all players.
/// </summary>
internal static class ShapleyFold
{
    /// <summary>Replaces the table's content.</summary>
    /// <param name="table">The values of all coalitions.</param>
    /// <param name="players">The number of players.</param>
    /// <param name="values">Receives one value per player.</param>
    /// <returns>The least loss under the Shapley kernel, and the loss of no explanation at all, both with the ends exact.</returns>
    public static (double Loss, double Total) Run(Span<double> table, int players, Span<double> values)
    {
        if (players == 0)
        {
            return default;
        }
        double whole = table[^1] - table[0];
        ShapleyWeights weights = ShapleyWeights.Of(players);
        (double without, double squares, double sizes) = players < 3 ? WeighFew(table, weights) : Weigh(table, weights);
        Fold(table, players, values);
        double sum = 0, sumSquares = 0;
        for (int i = 0; i < players; i++)
        {
            values[i] -= without;
            sum += values[i];
            sumSquares += values[i] * values[i];
        }

        // The Gram matrix of the kernel has one number on its diagonal and one beside it, so the loss needs two sums more, no second fold.
        double gram = (weights.Diagonal * sumSquares) + (weights.OffDiagonal * ((sum * sum) - sumSquares));
        double ones = (weights.Diagonal + ((players - 1) * weights.OffDiagonal)) * sum;
        double multiplier = (sizes - ones) / players;
        double loss = Math.Max(0, squares - gram - (2 * multiplier * sum));

        // Without an explanation the whole change is shared alike: what the constraint leaves when nothing is fitted.
        double share = whole / players;
        double shared = (weights.Diagonal * players * share * share) + (weights.OffDiagonal * players * (players - 1) * share * share);
        double scale = weights.Total > 0 ? 1 / weights.Total : 0;
        return (loss * scale, Math.Max(0, squares - (2 * share * sizes) + shared) * scale);
    }

    private static (double Without, double Squares, double Sizes) WeighFew(Span<double> table, ShapleyWeights weights)
    {
        double without = 0, squares = 0, sizes = 0, zero = table[0];
        for (int m = 0; m < table.Length; m++)
        {
            int size = BitOperations.PopCount((uint)m);
            double value = table[m] - zero;
            without += value * weights.Without[size];
            squares += weights.Kernel[size] * value * value;
            sizes += weights.Kernel[size] * size * value;
            table[m] = value * weights.Sum[size];
        }
        return (without, squares, sizes);
    }

    private static (double Without, double Squares, double Sizes) Weigh(Span<double> table, ShapleyWeights weights)
    {
        Vector512<double> without = default, squares = default, sizes = default, zero = Vector512.Create(table[0]);
        ReadOnlySpan<Vector512<double>> lanes = weights.Lanes;
        for (int m = 0; m < table.Length; m += Vector512<double>.Count)
        {
            ReadOnlySpan<Vector512<double>> own = lanes.Slice(4 * BitOperations.PopCount((uint)m), 4);
            Vector512<double> value = Vector512.Create<double>(table[m..]) - zero;
            without = Vector512.MultiplyAddEstimate(value, own[1], without);
            squares = Vector512.MultiplyAddEstimate(value * own[2], value, squares);
            sizes = Vector512.MultiplyAddEstimate(value, own[3], sizes);
            (value * own[0]).CopyTo(table[m..]);
        }
        return (Columns.Sum(without), Columns.Sum(squares), Columns.Sum(sizes));
    }

    private static void Fold(Span<double> table, int players, Span<double> values)
    {
        for (int bit = players - 1; bit >= 0; bit--)
        {
            int half = 1 << bit;
            if (half < Vector512<double>.Count)
            {
                double few = 0;
                for (int m = 0; m < half; m++)
                {
                    few += table[half + m];
                    table[m] += table[half + m];
                }
                values[bit] = few;
                continue;
            }
            Vector512<double> sum = default;
            for (int m = 0; m < half; m += Vector512<double>.Count)
            {
                Vector512<double> upper = Vector512.Create<double>(table[(half + m)..]);
                sum += upper;
                (Vector512.Create<double>(table[m..]) + upper).CopyTo(table[m..]);
            }
            values[bit] = Columns.Sum(sum);
        }
    }
}
