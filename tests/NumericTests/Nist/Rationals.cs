using System;
using Proxima;

namespace NumericTests.Nist;

/// <summary>Quotients of polynomials. NIST Statistical Reference Datasets, nonlinear regression (McCullough 1998): for each formula residuals and their sum of squares.</summary>
public static partial class Rationals
{
    /// <summary>y = b1·(x² + b2·x) / (x² + b3·x + b4): MGH09.</summary>
    [Jacobian, Adjoint]
    public static void LinearByQuadraticResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - LinearByQuadratic(b, x[i]);
        }
    }

    [Gradient]
    public static double LinearByQuadraticSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - LinearByQuadratic(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double LinearByQuadratic(ReadOnlySpan<double> b, double x) =>
        b[0] * ((x * x) + (x * b[1])) / ((x * x) + (x * b[2]) + b[3]);

    /// <summary>y = (b1 + b2·x + b3·x²) / (1 + b4·x + b5·x²): Kirby2.</summary>
    [Jacobian, Adjoint]
    public static void QuadraticByQuadraticResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - QuadraticByQuadratic(b, x[i]);
        }
    }

    [Gradient]
    public static double QuadraticByQuadraticSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - QuadraticByQuadratic(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double QuadraticByQuadratic(ReadOnlySpan<double> b, double x) =>
        (b[0] + (b[1] * x) + (b[2] * x * x)) / (1 + (b[3] * x) + (b[4] * x * x));

    /// <summary>y = (b1 + b2·x + b3·x² + b4·x³) / (1 + b5·x + b6·x² + b7·x³): Hahn1, Thurber. By Horner's rule on slices.</summary>
    [Jacobian, Adjoint]
    public static void CubicByCubicResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - CubicByCubic(b, x[i]);
        }
    }

    [Gradient]
    public static double CubicByCubicSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - CubicByCubic(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double CubicByCubic(ReadOnlySpan<double> b, double x) => Polynomial(b[..4], x) / (1 + (x * Polynomial(b[4..], x)));

    /// <summary>y = b1·b2·x / (1 + b2·x): Misra1d.</summary>
    [Jacobian, Adjoint]
    public static void HyperbolicProductResiduals(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y, [Result] Span<double> r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            r[i] = y[i] - HyperbolicProduct(b, x[i]);
        }
    }

    [Gradient]
    public static double HyperbolicProductSquares(ReadOnlySpan<double> b, [Constant] double[] x, [Constant] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = y[i] - HyperbolicProduct(b, x[i]);
            sum += r * r;
        }
        return sum;
    }

    private static double HyperbolicProduct(ReadOnlySpan<double> b, double x) => b[0] * b[1] * x / (1 + (b[1] * x));

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }
        return sum;
    }
}
