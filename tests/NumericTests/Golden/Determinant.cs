using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group C: the determinant by expansion along the first row, by recursion.</summary>
public static partial class Determinant
{
    /// <summary>The columns still in the minor are the zero bits of a mask.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ByMask(ReadOnlySpan<double> a) => Minor(a, 4, 0, 0);

    /// <summary>The columns still in the minor are a list of indices.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ByIndexList(ReadOnlySpan<double> a) => Minor(a, 4, 0, [0, 1, 2, 3]);

    private static double Minor(ReadOnlySpan<double> a, int n, int row, int usedColumns)
    {
        if (row == n)
        {
            return 1;
        }
        double sum = 0, sign = 1;
        for (int column = 0; column < n; column++)
        {
            if ((usedColumns & (1 << column)) != 0)
            {
                continue;
            }
            sum += sign * a[(row * n) + column] * Minor(a, n, row + 1, usedColumns | (1 << column));
            sign = -sign;
        }
        return sum;
    }

    private static double Minor(ReadOnlySpan<double> a, int n, int row, ReadOnlySpan<int> columns)
    {
        if (columns.Length == 0)
        {
            return 1;
        }
        double sum = 0;
        Span<int> others = stackalloc int[columns.Length - 1];
        for (int k = 0; k < columns.Length; k++)
        {
            for (int j = 0; j < others.Length; j++)
            {
                others[j] = columns[j < k ? j : j + 1];
            }
            double term = a[(row * n) + columns[k]] * Minor(a, n, row + 1, others);
            sum += k % 2 == 0 ? term : -term;
        }
        return sum;
    }
}
