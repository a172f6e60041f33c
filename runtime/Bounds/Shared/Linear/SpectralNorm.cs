using System;

namespace Proxima.Linear;

/// <summary>Certified bounds of the largest singular value.</summary>
internal static partial class SpectralNorm
{
    private const int Iterations = 30;

    /// <summary>Of any matrix whose entries are no larger than these: max (MᵀMv)ᵢ / vᵢ for v > 0 near the leading vector.</summary>
    public static double Above(double[,] sizes)
    {
        int rows = sizes.GetLength(0), columns = sizes.GetLength(1);
        double[] v = new double[columns], w = new double[rows], next = new double[columns];
        for (int k = 0; k < columns; k++)
        {
            v[k] = 1;
        }
        double best = double.PositiveInfinity;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            Array.Clear(w, 0, rows);
            Array.Clear(next, 0, columns);
            for (int r = 0; r < rows; r++)
            {
                for (int k = 0; k < columns; k++)
                {
                    w[r] += sizes[r, k] * v[k];
                }
                for (int k = 0; k < columns; k++)
                {
                    next[k] += sizes[r, k] * w[r];
                }
            }
            double largest = 0, length = 0;
            for (int k = 0; k < columns; k++)
            {
                largest = Math.Max(largest, next[k] / v[k]);
                length = Math.Max(length, next[k]);
            }
            best = Math.Min(best, largest);
            if (length == 0)
            {
                return 0;
            }
            for (int k = 0; k < columns; k++)
            {
                // Positive always: an unused column would divide by zero.
                v[k] = (next[k] / length) + 1e-12;
            }
        }
        return Math.Sqrt(best) * (1 + (4 * (rows + columns + 8) * Roundoff.Unit));
    }

    /// <summary>Of every matrix within these ranges: |wᵀJv| is no more than the norm for unit w and v, and wᵀJv is evaluated on the ranges.</summary>
    public static double Below(AdjointBounds ranges, int rows, int columns)
    {
        double[] v = new double[columns], w = new double[rows];
        for (int k = 0; k < columns; k++)
        {
            v[k] = 1 + (0.1 * k / columns);
        }
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            for (int r = 0; r < rows; r++)
            {
                w[r] = 0;
                for (int k = 0; k < columns; k++)
                {
                    w[r] += Middle(ranges, r, k) * v[k];
                }
            }
            if (!Normalise(w))
            {
                return 0;
            }
            for (int k = 0; k < columns; k++)
            {
                v[k] = 0;
                for (int r = 0; r < rows; r++)
                {
                    v[k] += Middle(ranges, r, k) * w[r];
                }
            }
            if (!Normalise(v))
            {
                return 0;
            }
        }
        double value = 0, error = 0;
        for (int r = 0; r < rows; r++)
        {
            for (int k = 0; k < columns; k++)
            {
                int i = (r * ranges.Stride) + k;
                double part = w[r] * v[k], low = part * ranges.Low[i], high = part * ranges.High[i];
                value += Math.Min(low, high);
                error += Roundoff.Magnitude(low, high);
            }
        }
        double gamma = 4 * ((rows * columns) + rows + columns + 8) * Roundoff.Unit;
        return Roundoff.LowerOrInfinite((value - (gamma * error)) * (1 - gamma));
    }

    private static double Middle(AdjointBounds ranges, int row, int k)
    {
        int i = (row * ranges.Stride) + k;
        return (0.5 * ranges.Low[i]) + (0.5 * ranges.High[i]);
    }

    private static bool Normalise(double[] vector)
    {
        double sum = 0;
        foreach (double value in vector)
        {
            sum += value * value;
        }
        double length = Math.Sqrt(sum);
        if (!(length > 0) || double.IsInfinity(length))
        {
            return false;
        }
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }
        return true;
    }
}
