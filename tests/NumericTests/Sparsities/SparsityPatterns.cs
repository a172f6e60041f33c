using System;
using System.Collections.Generic;
using Proxima;

namespace NumericTests.Sparsities;

/// <summary>Patterns with a name, and matrices that have them.</summary>
internal static class SparsityPatterns
{
    public static Sparsity Of(int rows, int columns, IEnumerable<(int Row, int Column)> entries)
    {
        Sparsity.Builder builder = new(rows, columns);
        foreach ((int row, int column) in entries)
        {
            builder.Add(row, column);
        }
        return builder.Build();
    }

    public static Sparsity Band(int n, int half)
    {
        Sparsity.Builder builder = new(n, n);
        for (int i = 0; i < n; i++)
        {
            int first = Math.Max(0, i - half);
            builder.AddRange(i, first, Math.Min(n, i + half + 1) - first);
        }
        return builder.Build();
    }

    /// <summary>The diagonal, the first row and the first column.</summary>
    public static Sparsity Arrow(int n)
    {
        Sparsity.Builder builder = new(n, n);
        builder.AddRange(0, 0, n);
        for (int i = 1; i < n; i++)
        {
            builder.Add(i, i);
            builder.Add(i, 0);
        }
        return builder.Build();
    }

    public static Sparsity Blocks(int count, int size)
    {
        Sparsity.Builder builder = new(count * size, count * size);
        for (int i = 0; i < count * size; i++)
        {
            builder.AddRange(i, i / size * size, size);
        }
        return builder.Build();
    }

    public static Sparsity Random(Random random, int rows, int columns, int entries)
    {
        Sparsity.Builder builder = new(rows, columns);
        for (int k = 0; k < entries; k++)
        {
            int row = random.Next(rows), first = random.Next(columns);
            builder.AddRange(row, first, Math.Min(random.Next(4), columns - first));
        }
        return builder.Build();
    }

    public static Sparsity RandomSymmetric(Random random, int n, int entries)
    {
        Sparsity.Builder builder = new(n, n);
        for (int k = 0; k < entries; k++)
        {
            int row = random.Next(n), column = random.Next(n);
            builder.Add(row, column);
            builder.Add(column, row);
        }
        return builder.Build();
    }

    /// <summary>
    /// Bundle adjustment (Agarwal et al. 2010) as ADBench numbers it: per observation two rows of 11 camera, 3 point and 1 weight column, then a
    /// row per weight.
    /// </summary>
    public static Sparsity BundleAdjustment(int cameras, int points, int observations)
    {
        Random random = new(7);
        int firstPoint = 11 * cameras, firstWeight = firstPoint + (3 * points);
        Sparsity.Builder builder = new(3 * observations, firstWeight + observations);
        for (int p = 0; p < observations; p++)
        {
            int camera = random.Next(cameras), point = random.Next(points);
            for (int row = 2 * p; row < (2 * p) + 2; row++)
            {
                builder.AddRange(row, 11 * camera, 11);
                builder.AddRange(row, firstPoint + (3 * point), 3);
                builder.Add(row, firstWeight + p);
            }
            builder.Add((2 * observations) + p, firstWeight + p);
        }
        return builder.Build();
    }

    /// <summary>The values of the entries times the directions of the colours: rows × colours.</summary>
    public static double[] Compress(Sparsity pattern, double[] values, ReadOnlySpan<int> colours, int count)
    {
        double[] compressed = new double[pattern.Rows * count];
        for (int row = 0; row < pattern.Rows; row++)
        {
            for (int k = pattern.RowStarts[row]; k < pattern.RowStarts[row + 1]; k++)
            {
                compressed[(row * count) + colours[pattern.ColumnIndices[k]]] += values[k];
            }
        }
        return compressed;
    }
}
