using System;
using Proxima;

namespace NumericTests.Batches;

/// <summary>Models whose batches are shared among threads or run several vectors at a time.</summary>
public static partial class ParallelModels
{
    /// <summary>Elementary functions: the remainder differs from lanes by ulps, so rows must be in the same place as on one thread.</summary>
    [Gradient, Batch]
    public static double Mixed(double x0, double x1, double x2, double x3, double x4) =>
        (Math.Exp(-x0 * x0 / 2) * Math.Sin(x1)) + (Math.Log(1 + (x2 * x2)) * Math.Tanh(x3)) + (x4 * x0 * x3);

    /// <summary>One long chain per row, by the method of van der Pol (1926): several vectors at a time.</summary>
    [Gradient(Rounding = Rounding.Exact), Batch]
    public static double Oscillate(double x, double v, double damping, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            v += 0.01 * ((damping * (1 - (x * x)) * v) - x);
            x += 0.01 * v;
        }
        return x;
    }

    /// <summary>Rows of a matrix, an array that all rows share, an array constant and a scalar one.</summary>
    [Gradient, Batch]
    public static double Weighted(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weights, [Constant] double[] shifts, int power)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += weights[i] * Math.Exp(shifts[i] - (x[i] * x[i] * power));
        }
        return sum;
    }

    /// <summary>Some rows have no value.</summary>
    [Gradient, Batch]
    public static double Guarded(double x)
    {
        if (x < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "negative");
        }
        return Math.Sqrt(x) * Math.Exp(-x);
    }
}

/// <summary>An instance model in a struct: a lambda cannot capture it as it is.</summary>
public readonly partial struct Spring(double stiffness)
{
    private readonly double _stiffness = stiffness;

    [Gradient, Batch]
    public double Energy(Pair ends) => 0.5 * _stiffness * Math.Exp(ends.Left - ends.Right);
}
