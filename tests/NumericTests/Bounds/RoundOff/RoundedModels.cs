using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Bounds.RoundOff;

/// <summary>Models of operations that IEEE 754 rounds, one per shape: straight lines, cancellation, kinks, steps, branches, loops, arrays.</summary>
public static partial class RoundedModels
{
    [Lipschitz]
    public static double Quotient(double x, double y) => x * x * y - 3 * x + y / (1 + x * x);

    /// <summary>Zero for real numbers.</summary>
    [Lipschitz]
    public static double Cancelled(double x, double y) => (x + y) * (x - y) - (x * x - y * y);

    /// <summary>Zero for real numbers; computed, the rounding of x · y.</summary>
    [Lipschitz]
    public static double Fused(double x, double y) => Math.FusedMultiplyAdd(x, y, -(x * y));

    [Lipschitz]
    public static double Kinked(double x, double y) => Math.Max(x * y, x - y) + Math.Abs(x * 0.3 - y);

    [Lipschitz]
    public static double Stepped(double x, double y) => Math.Floor(4 * x) * y;

    [Lipschitz]
    public static double Length(double x, double y) => Math.Sqrt(x * x + y * y + 1);

    /// <summary>Which arm is taken, an argument says: the same one for real numbers.</summary>
    [Lipschitz]
    public static double ByArgument(double x, double y)
    {
        if (x > 0.1)
        {
            return x * y;
        }
        return y / 3;
    }

    /// <summary>Which arm is taken, a rounded sum says; on the border both give the same.</summary>
    [Lipschitz]
    public static double BySum(double x, double y)
    {
        double sum = x + y;
        if (sum > 1)
        {
            return sum * sum;
        }
        return 2 * sum - 1;
    }

    [Lipschitz]
    public static double Horner(ReadOnlySpan<double> c, [Constant] double t)
    {
        double sum = 0;
        for (int i = 0; i < c.Length; i++)
        {
            sum = sum * t + c[i];
        }
        return sum;
    }

    /// <summary>Three steps of Heron's method.</summary>
    [Lipschitz]
    public static double Heron(double x)
    {
        double root = 1;
        for (int i = 0; i < 3; i++)
        {
            root = 0.5 * (root + x / root);
        }
        return root;
    }

    [Lipschitz]
    public static double Sine(double x) => Math.Sin(x) + x * x;

    /// <summary>Rounded as the library rounds, which is not said.</summary>
    [Lipschitz]
    public static double Product(double x, double y) => (new Complex(x, y) * new Complex(y, x)).Real;

    [Lipschitz]
    public static float Single(float x) => x * x + 1;
}
