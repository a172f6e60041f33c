using System;

namespace Samples.Vision;

/// <summary>Symmetric positive definite systems, by Cholesky's factors A = L·Lᵀ.</summary>
public static class Cholesky
{
    public static double[] Solve(double[,] matrix, double[] right) => Substitute(Factor(matrix), right);

    public static double[,] Inverse(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] factor = Factor(matrix), inverse = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] column = Substitute(factor, unit);
            for (int i = 0; i < n; i++)
            {
                inverse[i, j] = column[i];
            }
        }
        return inverse;
    }

    private static double[,] Factor(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] factor = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }
                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }
        return factor;
    }

    private static double[] Substitute(double[,] factor, double[] right)
    {
        double[] x = [.. right];
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= factor[i, k] * x[k];
            }
            x[i] /= factor[i, i];
        }
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < x.Length; k++)
            {
                x[i] -= factor[k, i] * x[k];
            }
            x[i] /= factor[i, i];
        }
        return x;
    }
}
