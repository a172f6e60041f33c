using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group C: arrays that are overwritten while they are read.</summary>
public static partial class InPlace
{
    /// <summary>A copy of the input, each element updated from its updated predecessor.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Prefix(ReadOnlySpan<double> x)
    {
        double[] y = x.ToArray();
        for (int i = 1; i < y.Length; i++)
        {
            y[i] += 0.5 * y[i - 1] * y[i];
        }
        double sum = 0;
        foreach (double element in y)
        {
            sum += element * element;
        }
        return sum;
    }

    /// <summary>The same recurrence on the stack, filled element by element.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double PrefixOnStack(ReadOnlySpan<double> x)
    {
        Span<double> y = stackalloc double[4];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i];
        }
        for (int i = 1; i < y.Length; i++)
        {
            y[i] *= 1 + (0.5 * y[i - 1]);
        }
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += y[i] * y[i];
        }
        return sum;
    }

    /// <summary>‖A·B‖² with A 2×3 and B 3×2, row-major, one after the other in <paramref name="x"/>.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ProductNorm(ReadOnlySpan<double> x)
    {
        const int rows = 2, inner = 3, columns = 2;
        ReadOnlySpan<double> a = x[..(rows * inner)], b = x[(rows * inner)..];
        double norm = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double element = 0;
                for (int k = 0; k < inner; k++)
                {
                    element += a[(i * inner) + k] * b[(k * columns) + j];
                }
                norm += element * element;
            }
        }
        return norm;
    }

    /// <summary>The same norm of rectangular arrays, the product stored before it is squared.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ProductNormOfMatrices(double[,] a, double[,] b)
    {
        double[,] c = new double[a.GetLength(0), b.GetLength(1)];
        for (int k = 0; k < b.GetLength(0); k++)
        {
            for (int i = 0; i < a.GetLength(0); i++)
            {
                for (int j = 0; j < b.GetLength(1); j++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        }
        double norm = 0;
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                norm += c[i, j] * c[i, j];
            }
        }
        return norm;
    }
}
