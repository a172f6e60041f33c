using System;
using Proxima;

namespace NumericTests.Batches;

/// <summary>Variables and constants of every shape that a batch treats in its own way.</summary>
public static partial class ShapeModels
{
    /// <summary>An array variable is a row-major matrix; a scalar beside it a column.</summary>
    [Gradient, Batch]
    public static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        double value = 0;
        foreach (double coefficient in coefficients)
        {
            value = (value * x) + coefficient;
        }
        return value;
    }

    /// <summary>A constant array is shared by all rows.</summary>
    [Gradient(Rounding = Rounding.Exact), Batch]
    public static double Weighted(double x, [Constant] ReadOnlySpan<double> weights, int power)
    {
        double sum = 0, p = 1;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * p;
            for (int k = 0; k < power; k++)
            {
                p *= x;
            }
        }
        return sum;
    }

    /// <summary>A struct variable is a column of structs.</summary>
    [Gradient, Batch]
    public static double Product(Pair pair, double scale) => pair.Left * pair.Right * pair.Right * scale;

    /// <summary>A model that keeps one value per iteration: short loops on the stack, long ones in pooled memory.</summary>
    [Gradient, Batch]
    public static double Orbit(double x, double r, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            x = r * x * (1 - x);
        }
        return x;
    }

    /// <summary>The number of values kept is known only at the end.</summary>
    [Gradient, Batch]
    public static double Settle(double x)
    {
        double last;
        do
        {
            last = x;
            x = 0.5 * (x + (2 / x));
        }
        while (Math.Abs(x - last) > 1e-12);
        return x;
    }

    /// <summary>Single precision: sixteen lanes.</summary>
    [Gradient, Batch]
    public static float Single(float x, float y) => x > y ? x * y * y : (y - x) / (1 + (x * x));
}

public record struct Pair(double Left, double Right);
