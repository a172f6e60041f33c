using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Results that are written more than once, read back, or written only in part; the exponent of a power at zero.</summary>
public static partial class WrittenTwice
{
    /// <summary>Only the last store of an element counts.</summary>
    [Adjoint, Jacobian, Tangent]
    public static void Overwritten(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sin(x[i]);
            y[i] = x[i] * x[i];
        }
    }

    /// <summary>One arm or the other, then both arms again.</summary>
    [Adjoint, Jacobian, Tangent]
    public static void ByArms(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                y[i] = x[i] * x[i];
            }
            else
            {
                y[i] = Math.Exp(x[i]);
            }
        }
    }

    /// <summary>Reads an element back; what it does not write stays.</summary>
    [Adjoint, Jacobian, Tangent]
    public static void ReadBack(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        y[0] = x[0] * x[0];
        y[1] = y[0] * x[1];
    }

    [Hessian]
    public static double Power(double a, double b) => Math.Pow(a, b);
}
