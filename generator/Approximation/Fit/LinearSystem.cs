using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>Small dense systems in double-doubles.</summary>
internal static class LinearSystem
{
    /// <summary>The solution of the rows [a | b] by elimination with row pivots; the rows are overwritten. Null where the matrix is singular.</summary>
    public static DoubleDouble[]? Solve(DoubleDouble[][] rows)
    {
        int n = rows.Length;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                pivot = rows[i][k].Abs() > rows[pivot][k].Abs() ? i : pivot;
            }
            if (rows[pivot][k].IsZero || !rows[pivot][k].IsFinite)
            {
                return null;
            }
            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            for (int i = k + 1; i < n; i++)
            {
                DoubleDouble factor = rows[i][k] / rows[k][k];
                for (int j = k + 1; j <= n && !factor.IsZero; j++)
                {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }
        DoubleDouble[] solution = new DoubleDouble[n];
        for (int k = n - 1; k >= 0; k--)
        {
            DoubleDouble sum = rows[k][n];
            for (int j = k + 1; j < n; j++)
            {
                sum -= rows[k][j] * solution[j];
            }
            solution[k] = sum / rows[k][k];
        }
        return solution;
    }
}
