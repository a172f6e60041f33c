using System;
using Proxima;

namespace Benchmarks;

/// <summary>The models of the benchmarks, as a user writes them.</summary>
public static partial class Models
{
    [Gradient]
    public static double Rosenbrock(double x, double y) => (100 * (y - (x * x)) * (y - (x * x))) + ((1 - x) * (1 - x));

    [Gradient]
    public static double Chain(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double t = x[i + 1] - (x[i] * x[i]);
            sum += (100 * t * t) + ((1 - x[i]) * (1 - x[i]));
        }
        return sum;
    }

    [Gradient]
    public static double Growth(double rate, double start, int steps)
    {
        double p = start;
        for (int t = 0; t < steps; t++)
        {
            p += rate * p * (1 - p);
        }
        return p;
    }

    [Gradient, Checkpoint]
    public static double CheckpointedGrowth(double rate, double start, int steps)
    {
        double p = start;
        for (int t = 0; t < steps; t++)
        {
            p += rate * p * (1 - p);
        }
        return p;
    }

    [Gradient, Batch]
    public static double Mixed(double a, double b, double c, double d, double e) =>
        (Math.Exp(-a * a / 2) * Math.Sin(b)) + (Math.Log(1 + (c * c)) * Math.Tanh(d)) + (e * a * d);
}
