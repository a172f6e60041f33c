using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>The multilinear extension F(q) = E v(z), z_i ~ Bernoulli(q_i), of a table of 2ᵏ values: its gradient, mean and variance in O(2ᵏ).</summary>
internal static class Multilinear
{
    /// <summary>The gradient at <paramref name="q"/>; differences come before sums, so that q near 0 or 1 loses nothing. Replaces the table's content.</summary>
    /// <param name="table">The values of all coalitions.</param>
    /// <param name="q">The probability of each player.</param>
    /// <param name="gradient">Receives one derivative per player.</param>
    /// <returns>F(q).</returns>
    public static double Gradient(Span<double> table, ReadOnlySpan<double> q, Span<double> gradient)
    {
        using Scratch scratch = new(Math.Max(table.Length / 2, 1));
        for (int bit = q.Length - 1; bit >= 0; bit--)
        {
            int half = 1 << bit;
            Span<double> low = table[..half], high = table.Slice(half, half), differences = scratch.Span[..half];
            Subtract(high, low, differences);
            Blend(differences, q[bit], low);
            gradient[bit] = Mean(differences, q[..bit]);
        }
        return table[0];
    }

    /// <summary>E v(z). Replaces the table's content.</summary>
    public static double Mean(Span<double> table, ReadOnlySpan<double> q)
    {
        for (int bit = q.Length - 1; bit >= 0; bit--)
        {
            int half = 1 << bit;
            Span<double> low = table[..half], high = table.Slice(half, half);
            if (half < Vector512<double>.Count)
            {
                for (int m = 0; m < half; m++)
                {
                    low[m] += q[bit] * (high[m] - low[m]);
                }
                continue;
            }
            Vector512<double> part = Vector512.Create(q[bit]);
            for (int m = 0; m < half; m += Vector512<double>.Count)
            {
                Vector512<double> from = Vector512.Create<double>(low[m..]);
                Vector512.MultiplyAddEstimate(part, Vector512.Create<double>(high[m..]) - from, from).CopyTo(low[m..]);
            }
        }
        return table[0];
    }

    /// <summary>The variance of v(z) under the measure, in two passes.</summary>
    public static double Variance(ReadOnlySpan<double> table, ReadOnlySpan<double> q)
    {
        using Scratch scratch = new(table.Length);
        Span<double> copy = scratch.Span[..table.Length];
        table.CopyTo(copy);
        double mean = Mean(copy, q);
        for (int m = 0; m < table.Length; m++)
        {
            double deviation = table[m] - mean;
            copy[m] = deviation * deviation;
        }
        return Mean(copy, q);
    }

    private static void Subtract(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> difference)
    {
        if (difference.Length < Vector512<double>.Count)
        {
            for (int m = 0; m < difference.Length; m++)
            {
                difference[m] = left[m] - right[m];
            }
            return;
        }
        for (int m = 0; m < difference.Length; m += Vector512<double>.Count)
        {
            (Vector512.Create(left[m..]) - Vector512.Create(right[m..])).CopyTo(difference[m..]);
        }
    }

    private static void Blend(ReadOnlySpan<double> differences, double part, Span<double> low)
    {
        if (low.Length < Vector512<double>.Count)
        {
            for (int m = 0; m < low.Length; m++)
            {
                low[m] += part * differences[m];
            }
            return;
        }
        Vector512<double> parts = Vector512.Create(part);
        for (int m = 0; m < low.Length; m += Vector512<double>.Count)
        {
            Vector512.MultiplyAddEstimate(parts, Vector512.Create(differences[m..]), Vector512.Create<double>(low[m..])).CopyTo(low[m..]);
        }
    }
}
