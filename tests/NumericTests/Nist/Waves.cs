using System;
using Proxima;

namespace NumericTests.Nist;

/// <summary>Sines and their inverses. NIST Statistical Reference Datasets, nonlinear regression (McCullough 1998): for each formula residuals and their sum of squares.</summary>
public static partial class Waves
{
    /// <summary>y = b1 + b2·cos(2πx/12) + b3·sin(2πx/12) + b5·cos(2πx/b4) + b6·sin(2πx/b4) + b8·cos(2πx/b7) + b9·sin(2πx/b7): ENSO.</summary>
    [Jacobian, Adjoint]
    public static void ThreeWavesResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - ThreeWaves(b, x[i]);
        }
    }

    [Gradient]
    public static double ThreeWavesSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - ThreeWaves(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double ThreeWaves(ReadOnlySpan<double> b, double x)
    {
        double year = 2 * Math.PI * x / 12, first = 2 * Math.PI * x / b[3], second = 2 * Math.PI * x / b[6];
        return b[0] + (b[1] * Math.Cos(year)) + (b[2] * Math.Sin(year))
            + (b[4] * Math.Cos(first)) + (b[5] * Math.Sin(first)) + (b[7] * Math.Cos(second)) + (b[8] * Math.Sin(second));
    }

    /// <summary>y = b1 − b2·x − arctan(b3/(x − b4))/π: Roszman1.</summary>
    [Jacobian, Adjoint]
    public static void ArcTangentResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - ArcTangent(b, x[i]);
        }
    }

    [Gradient]
    public static double ArcTangentSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - ArcTangent(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double ArcTangent(ReadOnlySpan<double> b, double x) => b[0] - (b[1] * x) - (Math.Atan(b[2] / (x - b[3])) / Math.PI);
}
