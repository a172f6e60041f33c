using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>The Cholesky factor of a symmetric positive matrix in rows, of which only the lower triangle is read.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle by the factor.</summary>
    /// <returns>False when a pivot is not positive: the matrix is singular to rounding.</returns>
    public static bool Factor(double[][] lower)
    {
        for (int i = 0; i < lower.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                lower[i][j] = (lower[i][j] - Dot(lower[i], lower[j], j)) / lower[j][j];
            }
            double pivot = lower[i][i] - Dot(lower[i], lower[i], i);
            if (!(pivot > 1e-14 * Math.Abs(lower[i][i])))
            {
                return false;
            }
            lower[i][i] = Math.Sqrt(pivot);
        }
        return true;
    }

    /// <summary>Solves L·y = b in place.</summary>
    public static void Forward(double[][] lower, Span<double> b)
    {
        for (int i = 0; i < lower.Length; i++)
        {
            b[i] = (b[i] - Dot(lower[i], b, i)) / lower[i][i];
        }
    }

    /// <summary>Solves Lᵀ·x = y in place.</summary>
    public static void Backward(double[][] lower, Span<double> y)
    {
        for (int i = lower.Length - 1; i >= 0; i--)
        {
            y[i] /= lower[i][i];
            for (int j = 0; j < i; j++)
            {
                y[j] -= lower[i][j] * y[i];
            }
        }
    }

    /// <summary>The scalar product of the first <paramref name="count"/> numbers, in one order at every width.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int count)
    {
        Vector512<double> sum = default;
        int i = 0;
        for (; i <= count - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            sum = Vector512.MultiplyAddEstimate(Vector512.Create(left[i..]), Vector512.Create(right[i..]), sum);
        }
        double total = Columns.Sum(sum);
        for (; i < count; i++)
        {
            total += left[i] * right[i];
        }
        return total;
    }
}
