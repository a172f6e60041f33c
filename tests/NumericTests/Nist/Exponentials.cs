using System;
using Proxima;

namespace NumericTests.Nist;

/// <summary>Sums of exponentials and of bells. NIST Statistical Reference Datasets, nonlinear regression (McCullough 1998): for each formula residuals and their sum of squares.</summary>
public static partial class Exponentials
{
    /// <summary>y = b1·(1 − exp(−b2·x)): Misra1a, BoxBOD.</summary>
    [Jacobian, Adjoint]
    public static void SaturationResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - Saturation(b, x[i]);
        }
    }

    [Gradient]
    public static double SaturationSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - Saturation(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double Saturation(ReadOnlySpan<double> b, double x) => b[0] * (1 - Math.Exp(-b[1] * x));

    /// <summary>y = exp(−b1·x) / (b2 + b3·x): Chwirut1, Chwirut2.</summary>
    [Jacobian, Adjoint]
    public static void DampedReciprocalResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - DampedReciprocal(b, x[i]);
        }
    }

    [Gradient]
    public static double DampedReciprocalSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - DampedReciprocal(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double DampedReciprocal(ReadOnlySpan<double> b, double x) => Math.Exp(-b[0] * x) / (b[1] + (b[2] * x));

    /// <summary>y = b1·exp(−b2·x) + b3·exp(−b4·x) + b5·exp(−b6·x): Lanczos1, Lanczos2, Lanczos3. The loop is as a user would write it.</summary>
    [Jacobian, Adjoint]
    public static void ThreeDecaysResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - ThreeDecays(b, x[i]);
        }
    }

    [Gradient]
    public static double ThreeDecaysSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - ThreeDecays(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double ThreeDecays(ReadOnlySpan<double> b, double x)
    {
        double sum = 0;
        for (int i = 0; i < b.Length; i += 2)
        {
            sum += b[i] * Math.Exp(-b[i + 1] * x);
        }
        return sum;
    }

    /// <summary>y = b1·exp(b2 / (x + b3)): MGH10.</summary>
    [Jacobian, Adjoint]
    public static void ShiftedReciprocalExponentResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - ShiftedReciprocalExponent(b, x[i]);
        }
    }

    [Gradient]
    public static double ShiftedReciprocalExponentSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - ShiftedReciprocalExponent(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double ShiftedReciprocalExponent(ReadOnlySpan<double> b, double x) => b[0] * Math.Exp(b[1] / (x + b[2]));

    /// <summary>y = b1 + b2·exp(−b4·x) + b3·exp(−b5·x): MGH17.</summary>
    [Jacobian, Adjoint]
    public static void TwoDecaysResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - TwoDecays(b, x[i]);
        }
    }

    [Gradient]
    public static double TwoDecaysSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - TwoDecays(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double TwoDecays(ReadOnlySpan<double> b, double x) =>
        b[0] + (b[1] * Math.Exp(-x * b[3])) + (b[2] * Math.Exp(-x * b[4]));
}
