using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group E, problems of any dimension: Moré, Garbow and Hillstrom (1981).</summary>
public static partial class LargeResiduals
{
    /// <summary>(24) Penalty II: neighbours, then one residual over everything.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double PenaltyTwo(ReadOnlySpan<double> x)
    {
        const double weight = 1e-5;
        int n = x.Length;
        double first = x[0] - 0.2, sum = first * first;
        for (int i = 2; i <= n; i++)
        {
            double y = Math.Exp(i / 10.0) + Math.Exp((i - 1) / 10.0);
            double f = Math.Exp(x[i - 1] / 10) + Math.Exp(x[i - 2] / 10) - y;
            sum += weight * f * f;
        }
        for (int i = n + 1; i < 2 * n; i++)
        {
            double f = Math.Exp(x[i - n] / 10) - Math.Exp(-1 / 10.0);
            sum += weight * f * f;
        }
        double last = -1;
        for (int j = 1; j <= n; j++)
        {
            last += (n - j + 1) * x[j - 1] * x[j - 1];
        }
        return sum + (last * last);
    }

    /// <summary>(26) Trigonometric: every residual reads every unknown.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Trigonometric(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double cosines = 0;
        foreach (double angle in x)
        {
            cosines += Math.Cos(angle);
        }
        double sum = 0;
        for (int i = 1; i <= n; i++)
        {
            (double sin, double cos) = Math.SinCos(x[i - 1]);
            double f = n - cosines + (i * (1 - cos)) - sin;
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(28) Discrete boundary value: neighbours that are zero beyond the ends.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double BoundaryValue(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double h = 1.0 / (n + 1), sum = 0;
        for (int i = 0; i < n; i++)
        {
            double left = i == 0 ? 0 : x[i - 1];
            double right = i == n - 1 ? 0 : x[i + 1];
            double load = x[i] + ((i + 1) * h) + 1;
            double f = (2 * x[i]) - left - right + (h * h * load * load * load / 2);
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(30) Broyden, tridiagonal: the neighbours of a row as a set of indices.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double BroydenTridiagonal(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double f = ((3 - (2 * x[i])) * x[i]) + 1;
            for (int j = Math.Max(0, i - 1); j <= Math.Min(x.Length - 1, i + 1); j++)
            {
                if (j == i)
                {
                    continue;
                }
                f -= j < i ? x[j] : 2 * x[j];
            }
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(30) again over a copy that is padded with the zeros beyond the ends.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double BroydenTridiagonalPadded(ReadOnlySpan<double> x)
    {
        double[] padded = new double[x.Length + 2];
        x.CopyTo(padded.AsSpan(1));
        double sum = 0;
        for (int i = 1; i <= x.Length; i++)
        {
            double f = ((3 - (2 * padded[i])) * padded[i]) - padded[i - 1] - (2 * padded[i + 1]) + 1;
            sum += f * f;
        }
        return sum;
    }
}
