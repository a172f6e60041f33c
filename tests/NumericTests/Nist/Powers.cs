using System;
using Proxima;

namespace NumericTests.Nist;

/// <summary>Powers, whose exponents may be parameters. NIST Statistical Reference Datasets, nonlinear regression (McCullough 1998): for each formula residuals and their sum of squares.</summary>
public static partial class Powers
{
    /// <summary>y = b1·(1 − (1 + b2·x/2)^−2): Misra1b.</summary>
    [Jacobian, Adjoint]
    public static void InverseSquareResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - InverseSquare(b, x[i]);
        }
    }

    [Gradient]
    public static double InverseSquareSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - InverseSquare(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double InverseSquare(ReadOnlySpan<double> b, double x)
    {
        double root = 1 + (b[1] * x / 2);
        return b[0] * (1 - (1 / (root * root)));
    }

    /// <summary>y = b1·(1 − (1 + 2·b2·x)^−1/2): Misra1c.</summary>
    [Jacobian, Adjoint]
    public static void InverseRootResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - InverseRoot(b, x[i]);
        }
    }

    [Gradient]
    public static double InverseRootSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - InverseRoot(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double InverseRoot(ReadOnlySpan<double> b, double x) => b[0] * (1 - (1 / Math.Sqrt(1 + (2 * b[1] * x))));

    /// <summary>y = b1·x^b2: DanWood.</summary>
    [Jacobian, Adjoint]
    public static void PowerResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - Power(b, x[i]);
        }
    }

    [Gradient]
    public static double PowerSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - Power(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double Power(ReadOnlySpan<double> b, double x) => b[0] * Math.Pow(x, b[1]);

    /// <summary>y = b1·(b2 + x)^(−1/b3): Bennett5.</summary>
    [Jacobian, Adjoint]
    public static void ShiftedPowerResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - ShiftedPower(b, x[i]);
        }
    }

    [Gradient]
    public static double ShiftedPowerSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - ShiftedPower(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double ShiftedPower(ReadOnlySpan<double> b, double x) => b[0] * Math.Pow(b[1] + x, -1 / b[2]);
}
