using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group C: Gaussian elimination in place, then back substitution.</summary>
public static partial class LinearSystem
{
    /// <summary>x = A⁻¹·b with A 3×3 (the first nine inputs, row-major) and b (the last three); x₀ − x₁ + x₂².</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Solve(ReadOnlySpan<double> input)
    {
        const int n = 3;
        double[,] a = new double[n, n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = input[(i * n) + j];
            }
            x[i] = input[(n * n) + i];
        }
        for (int pivot = 0; pivot < n; pivot++)
        {
            for (int i = pivot + 1; i < n; i++)
            {
                double factor = a[i, pivot] / a[pivot, pivot];
                for (int j = pivot; j < n; j++)
                {
                    a[i, j] -= factor * a[pivot, j];
                }
                x[i] -= factor * x[pivot];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                x[i] -= a[i, j] * x[j];
            }
            x[i] /= a[i, i];
        }
        return x[0] - x[1] + (x[2] * x[2]);
    }

    /// <summary>The same system in jagged rows, with row exchanges: the largest remaining element of a column becomes the pivot.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double SolveWithPivoting(ReadOnlySpan<double> input)
    {
        const int n = 3;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[n + 1];
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = input[(i * n) + j];
            }
            rows[i][n] = input[(n * n) + i];
        }
        for (int column = 0; column < n; column++)
        {
            int pivot = column;
            for (int i = column + 1; i < n; i++)
            {
                if (Math.Abs(rows[i][column]) > Math.Abs(rows[pivot][column]))
                {
                    pivot = i;
                }
            }
            for (int j = column; j <= n; j++)
            {
                (rows[column][j], rows[pivot][j]) = (rows[pivot][j], rows[column][j]);
            }
            for (int i = column + 1; i < n; i++)
            {
                double factor = rows[i][column] / rows[column][column];
                for (int j = column; j <= n; j++)
                {
                    rows[i][j] -= factor * rows[column][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++)
            {
                sum -= rows[i][j] * x[j];
            }
            x[i] = sum / rows[i][i];
        }
        return x[0] - x[1] + (x[2] * x[2]);
    }
}
