using System;
using Proxima;

namespace Benchmarks;

/// <summary>Functions that a table is for: a root, an integral; and one for each way to find a piece.</summary>
public static partial class Tables
{
    /// <summary>The eccentric anomaly of an orbit (Kepler 1609), by Newton's method.</summary>
    [Tabulate(0, 3.2, MaxError = 1e-8)]
    public static double Anomaly(double mean)
    {
        double e = mean;
        for (int i = 0; i < 6; i++)
        {
            e -= (e - (0.4 * Math.Sin(e)) - mean) / (1 - (0.4 * Math.Cos(e)));
        }
        return e;
    }

    /// <summary>An integral by the midpoint rule.</summary>
    [Tabulate(0, 4, MaxError = 1e-8)]
    public static double Integral(double x)
    {
        double sum = 0;
        for (int i = 0; i < 32; i++)
        {
            double t = (i + 0.5) / 32;
            sum += Math.Exp(-x * t * t) / 32;
        }
        return sum;
    }

    [Tabulate(1.01, 1e4, RelativeError = 1e-8)]
    public static double Logarithm(double x) => Math.Log(x);

    [Tabulate(0, 1, MaxError = 1e-6)]
    public static double Root(double x) => Math.Cbrt(x);
}
