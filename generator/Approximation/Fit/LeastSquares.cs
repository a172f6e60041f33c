using System;

namespace Proxima.Generator.Approximation;

/// <summary>min Σ pᵢ·(wᵢ·(rᵢ − Σ cⱼ·φⱼᵢ))² by normal equations and Cholesky's method: good enough for what only corrects.</summary>
internal static class LeastSquares
{
    /// <param name="counted">The points i.</param>
    /// <summary>The factors c, or null where columns are not independent.</summary>
    public static double[]? Solve(double[][] columns, double[] values, double[] weights, double[] importance, int[] counted)
    {
        int n = columns.Length, count = counted.Length;
        double[][] scaled = new double[n + 1][];
        for (int j = 0; j <= n; j++)
        {
            double[] column = j < n ? columns[j] : values, result = new double[count];
            for (int i = 0; i < count; i++)
            {
                int place = counted[i];
                result[i] = column[place] * weights[place] * Math.Sqrt(importance[place]);
            }
            scaled[j] = result;
        }
        double[][] matrix = new double[n + 1][];
        for (int j = 0; j <= n; j++)
        {
            matrix[j] = new double[j + 1];
            for (int k = 0; k <= j; k++)
            {
                double a = 0, b = 0;
                double[] left = scaled[j], right = scaled[k];
                int i = 0;
                for (; i < count - 1; i += 2)
                {
                    a += left[i] * right[i];
                    b += left[i + 1] * right[i + 1];
                }
                matrix[j][k] = a + b + (i < count ? left[i] * right[i] : 0);
            }
        }
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                double sum = matrix[j][k];
                for (int i = 0; i < k; i++)
                {
                    sum -= matrix[j][i] * matrix[k][i];
                }
                if (k < j)
                {
                    matrix[j][k] = sum / matrix[k][k];
                    continue;
                }
                if (!(sum > 0))
                {
                    return null;
                }
                matrix[j][j] = Math.Sqrt(sum);
            }
        }
        double[] solution = new double[n];
        for (int j = 0; j < n; j++)
        {
            double sum = matrix[n][j];
            for (int i = 0; i < j; i++)
            {
                sum -= matrix[j][i] * solution[i];
            }
            solution[j] = sum / matrix[j][j];
        }
        for (int j = n - 1; j >= 0; j--)
        {
            double sum = solution[j];
            for (int i = j + 1; i < n; i++)
            {
                sum -= matrix[i][j] * solution[i];
            }
            solution[j] = sum / matrix[j][j];
        }
        return solution;
    }
}
