using System;
using Proxima;

namespace NumericTests.Nist;

/// <summary>Bells, logistic curves and a breakdown law. NIST Statistical Reference Datasets, nonlinear regression (McCullough 1998): for each formula residuals and their sum of squares.</summary>
public static partial class Curves
{
    /// <summary>y = b1/b2·exp(−((x − b3)/b2)²/2): Eckerle4.</summary>
    [Jacobian, Adjoint]
    public static void BellResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - Bell(b, x[i]);
        }
    }

    [Gradient]
    public static double BellSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - Bell(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double Bell(ReadOnlySpan<double> b, double x)
    {
        double t = (x - b[2]) / b[1];
        return b[0] / b[1] * Math.Exp(-0.5 * t * t);
    }

    /// <summary>y = b1·exp(−b2·x) + b3·exp(−((x − b4)/b5)²) + b6·exp(−((x − b7)/b8)²): Gauss1, Gauss2, Gauss3.</summary>
    [Jacobian, Adjoint]
    public static void TwoPeaksResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - TwoPeaks(b, x[i]);
        }
    }

    [Gradient]
    public static double TwoPeaksSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - TwoPeaks(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double TwoPeaks(ReadOnlySpan<double> b, double x)
    {
        double s = (x - b[3]) / b[4], t = (x - b[6]) / b[7];
        return (b[0] * Math.Exp(-b[1] * x)) + (b[2] * Math.Exp(-s * s)) + (b[5] * Math.Exp(-t * t));
    }

    /// <summary>y = b1 / (1 + exp(b2 − b3·x)): Rat42.</summary>
    [Jacobian, Adjoint]
    public static void LogisticResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - Logistic(b, x[i]);
        }
    }

    [Gradient]
    public static double LogisticSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - Logistic(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double Logistic(ReadOnlySpan<double> b, double x) => b[0] / (1 + Math.Exp(b[1] - (b[2] * x)));

    /// <summary>y = b1 / (1 + exp(b2 − b3·x))^(1/b4): Rat43.</summary>
    [Jacobian, Adjoint]
    public static void GeneralLogisticResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - GeneralLogistic(b, x[i]);
        }
    }

    [Gradient]
    public static double GeneralLogisticSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - GeneralLogistic(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double GeneralLogistic(ReadOnlySpan<double> b, double x) => b[0] / Math.Pow(1 + Math.Exp(b[1] - (b[2] * x)), 1 / b[3]);

    /// <summary>log y = b1 − b2·x1·exp(−b3·x2): Nelson, with two numbers per observation.</summary>
    [Jacobian, Adjoint]
    public static void BreakdownResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = Math.Log(y[i]) - Breakdown(b, x[2 * i], x[(2 * i) + 1]);
        }
    }

    [Gradient]
    public static double BreakdownSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = Math.Log(y[i]) - Breakdown(b, x[2 * i], x[(2 * i) + 1]);
            sum += r * r;
        }
        return sum;
    }

    private static double Breakdown(ReadOnlySpan<double> b, double time, double temperature) => b[0] - (b[1] * time * Math.Exp(-b[2] * temperature));
}
