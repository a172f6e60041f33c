using System;

namespace Proxima.Linear;

internal static partial class SpectralNorm
{
    /// <summary>Of every matrix within these ranges: the norm of the middle, signs and all, plus that of the radius.</summary>
    public static double Centred(AdjointBounds ranges, int rows, int columns)
    {
        double[,] middle = new double[rows, columns], radius = new double[rows, columns];
        for (int r = 0; r < rows; r++)
        {
            for (int k = 0; k < columns; k++)
            {
                int i = (r * ranges.Stride) + k;
                middle[r, k] = Middle(ranges, r, k);
                radius[r, k] = Roundoff.Up(Math.Max(ranges.High[i] - middle[r, k], middle[r, k] - ranges.Low[i]), 0);
                radius[r, k] += 2 * Roundoff.Unit * (Math.Abs(middle[r, k]) + radius[r, k]);
            }
        }
        return (OfMiddle(middle) + Above(radius)) * (1 + (4 * Roundoff.Unit));
    }

    /// <summary>
    /// √θ for the least θ tried with θI − MMᵀ certainly positive semidefinite: its Cholesky factorisation succeeds after a shift by more than the factorisation's
    /// rounding (Rump 2006). The smaller of the two Gram matrices is taken.
    /// </summary>
    private static double OfMiddle(double[,] matrix)
    {
        double[,] gram = Gram(matrix, out double trace);
        int n = gram.GetLength(0), terms = Math.Max(matrix.GetLength(0), matrix.GetLength(1));
        if (!(trace > 0) || double.IsInfinity(trace))
        {
            return trace == 0 ? 0 : double.PositiveInfinity;
        }

        // The trace is a bound itself. The first guess is what the power method gives, which is from below.
        double guess = Math.Min(Leading(gram, n), trace), excess = 4 * Roundoff.Unit * (n + 2) * (n + 4 + terms);
        for (double factor = 1e-13; factor < 1; factor *= 10)
        {
            double theta = guess * (1 + factor) + (excess * trace);
            if (theta >= trace)
            {
                break;
            }
            double shift = excess * ((n * theta) + trace);
            if (IsPositive(gram, n, theta))
            {
                return Math.Sqrt(theta + shift) * (1 + (8 * Roundoff.Unit));
            }
        }
        return Math.Sqrt(trace * (1 + excess)) * (1 + (8 * Roundoff.Unit));
    }

    private static double[,] Gram(double[,] matrix, out double trace)
    {
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1), n = Math.Min(rows, columns);
        bool byRows = rows <= columns;
        double[,] gram = new double[n, n];
        trace = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < Math.Max(rows, columns); k++)
                {
                    sum += byRows ? matrix[i, k] * matrix[j, k] : matrix[k, i] * matrix[k, j];
                }
                gram[i, j] = gram[j, i] = sum;
            }
            trace += gram[i, i];
        }
        return gram;
    }

    private static double Leading(double[,] gram, int n)
    {
        double[] v = new double[n], next = new double[n];
        for (int i = 0; i < n; i++)
        {
            v[i] = 1 + (0.1 * i / n);
        }
        double value = 0;
        for (int iteration = 0; iteration < 10 * Iterations; iteration++)
        {
            Normalise(v);
            value = 0;
            for (int i = 0; i < n; i++)
            {
                next[i] = 0;
                for (int j = 0; j < n; j++)
                {
                    next[i] += gram[i, j] * v[j];
                }
                value += next[i] * v[i];
            }
            Array.Copy(next, v, n);
        }
        return value;
    }

    /// <summary>θI − gram has a Cholesky factorisation in nearest arithmetic.</summary>
    private static bool IsPositive(double[,] gram, int n, double theta)
    {
        double[,] factor = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = (i == j ? theta : 0) - gram[i, j];
                for (int k = 0; k < j; k++)
                {
                    value -= factor[i, k] * factor[j, k];
                }
                if (i == j)
                {
                    if (!(value > 0))
                    {
                        return false;
                    }
                    factor[i, i] = Math.Sqrt(value);
                }
                else
                {
                    factor[i, j] = value / factor[j, j];
                }
            }
        }
        return true;
    }
}
