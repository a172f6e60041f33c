using System;
using Proxima;

namespace Benchmarks;

/// <summary>Models of the benchmarks of tangents and Hessian products, as a user writes them.</summary>
public static partial class SecondOrderModels
{
    /// <summary>Logistic growth step by step: each step waits for the one before.</summary>
    [Tangent, Hessian]
    public static double Growth(double start, double rate, double capacity, int steps)
    {
        double population = start;
        for (int step = 0; step < steps; step++)
        {
            population += rate * population * (1 - (population / capacity));
        }
        return population;
    }

    [Hessian]
    public static double Valley(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double t = x[i + 1] - (x[i] * x[i]);
            sum += (100 * t * t) + ((1 - x[i]) * (1 - x[i]));
        }
        return sum;
    }
}
