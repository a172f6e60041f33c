using System;
using Proxima;

namespace GeneratorTests;

/// <summary>A sparse matrix against the dense one.</summary>
internal static class RandomEntries
{
    /// <summary>The largest difference of an entry; what is not in the pattern counts as zero.</summary>
    public static double Difference(Sparsity pattern, double[] values, double[] dense)
    {
        double[] rest = [.. dense];
        int next = 0;
        for (int row = 0; row < pattern.Rows; row++)
        {
            foreach (int column in pattern.Row(row))
            {
                rest[(row * pattern.Columns) + column] -= values[next++];
            }
        }
        double largest = 0;
        foreach (double difference in rest)
        {
            largest = Math.Max(largest, Math.Abs(difference)); // NaN stays
        }
        return largest;
    }
}
