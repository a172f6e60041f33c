using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Arrays and spans of every kind.</summary>
public static partial class Storage
{
    private static readonly int[] Buckets = [2, 0, 2, 1, 0];

    [Gradient, Batch]
    public static double StackAlloc(double x, double y)
    {
        Span<double> powers = stackalloc double[5];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * x;
        }
        double s = 0;
        for (int i = 0; i < powers.Length; i++)
        {
            s = (s * y) + powers[i];
        }
        return s;
    }

    [Gradient, Batch]
    public static double CollectionExpression(double x, double y)
    {
        Span<double> corners = [x, y, x * y, 2];
        double[] weights = [1, 2, 3, 4];
        double s = 0;
        for (int i = 0; i < corners.Length; i++)
        {
            s += weights[i] * corners[i] * corners[i];
        }
        return s;
    }

    /// <summary>Elements are added into buckets that a table names.</summary>
    [Gradient]
    public static double Scatter(ReadOnlySpan<double> x)
    {
        double[] sums = new double[3];
        for (int i = 0; i < x.Length; i++)
        {
            sums[Buckets[i]] += x[i] * x[i];
        }
        return sums[0] * sums[1] * sums[2];
    }

    /// <summary>The index of the largest element is found at run time; its neighbour is read through it.</summary>
    [Gradient]
    public static double DataDependentIndex(ReadOnlySpan<double> x, [Constant] int[] next)
    {
        int largest = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[largest])
            {
                largest = i;
            }
        }
        return x[largest] * x[next[largest]];
    }

    /// <summary>Sorted in place, then weighted by rank: each element is overwritten many times.</summary>
    [Gradient]
    public static double InsertionSort(ReadOnlySpan<double> x)
    {
        double[] sorted = x.ToArray();
        for (int i = 1; i < sorted.Length; i++)
        {
            double current = sorted[i];
            int j = i - 1;
            while (j >= 0 && sorted[j] > current)
            {
                sorted[j + 1] = sorted[j];
                j--;
            }
            sorted[j + 1] = current;
        }
        double s = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            s += (i + 1) * sorted[i] * sorted[i];
        }
        return s;
    }

    [Gradient]
    public static double RectangularArray(double[,] a)
    {
        double[,] squared = new double[a.GetLength(0), a.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    squared[i, j] += a[i, k] * a[k, j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            trace += squared[i, i] * (i + 1);
        }
        return trace;
    }

    /// <summary>Pascal's triangle of products with x and y as its sides, in rows that are allocated one by one.</summary>
    [Gradient, Batch]
    public static double JaggedArray(double x, double y)
    {
        double[][] rows = new double[5][];
        for (int n = 0; n < rows.Length; n++)
        {
            rows[n] = new double[rows.Length];
            rows[n][0] = x;
            rows[n][n] = y;
            for (int k = 1; k < n; k++)
            {
                rows[n][k] = rows[n - 1][k - 1] * rows[n - 1][k];
            }
        }
        return rows[4][2] + rows[3][1];
    }

    [Gradient]
    public static double Slices(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> head = x[..2], tail = x.Slice(2, 3);
        return (Dot(head, tail[1..]) * x[^1]) + Dot(x[1..^1], x[1..^1]);
    }

    /// <summary>Two views of one array, shifted by one: each sum reads the element just written.</summary>
    [Gradient]
    public static double OverlappingViews(ReadOnlySpan<double> x)
    {
        double[] values = x.ToArray();
        Span<double> head = values.AsSpan(0, values.Length - 1), tail = values.AsSpan(1);
        for (int i = 0; i < head.Length; i++)
        {
            tail[i] += head[i] * head[i];
        }
        return values[^1];
    }

    /// <summary>A fresh array in every iteration.</summary>
    [Gradient, Batch]
    public static double ArrayInLoop(double x, double y)
    {
        double s = 1;
        for (int n = 1; n <= 3; n++)
        {
            double[] terms = new double[n];
            for (int i = 0; i < n; i++)
            {
                terms[i] += x + (i * y);
            }
            foreach (double term in terms)
            {
                s *= term;
            }
        }
        return s;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            s += a[i] * b[i];
        }
        return s;
    }
}
