using System;
using Proxima;

namespace NumericTests.Batches;

/// <summary>Models of + − × ÷ √ and comparisons only, without sums over loops: every lane must have the bits of the scalar companion.</summary>
public static partial class ArithmeticModels
{
    [Gradient, Batch]
    public static double Rosenbrock(double x, double y)
    {
        double valley = y - (x * x), distance = 1 - x;
        return (100 * valley * valley) + (distance * distance);
    }

    [Gradient, Batch]
    public static double Quotients(double x, double y) => ((x / (1 + (y * y))) - (y / (2 + (x * x)))) / (3 + x + y);

    [Gradient, Batch]
    public static double Root(double x, double y) => Math.Sqrt((x * x) + (y * y)) * y;

    [Gradient, Batch]
    public static double Branches(double x, double y)
    {
        double result = x;
        if (x > y)
        {
            result *= y;
            if (x > 1)
            {
                result -= x * x;
            }
        }
        else if (y < 0.5)
        {
            result = y / (x - 3);
        }
        return result * y;
    }

    [Gradient, Batch]
    public static double EarlyReturn(double x, double y)
    {
        if (x < 0)
        {
            return x * y;
        }
        double product = x * y;
        if (product > 1)
        {
            return product * product;
        }
        return x - (y * y);
    }

    /// <summary>Harvested logistic growth: the state is carried, and a mask inside the loop.</summary>
    [Gradient, Batch]
    public static double Growth(double p0, double rate, double threshold, int steps)
    {
        double p = p0;
        for (int t = 0; t < steps; t++)
        {
            p += rate * p * (1 - p);
            if (p > threshold)
            {
                p -= 0.1 * (p - threshold) * (p - threshold);
            }
        }
        return p;
    }

    /// <summary>Each row runs its own number of times.</summary>
    [Gradient, Batch]
    public static double WhileLarge(double x, double y)
    {
        double v = (x * x) + 2;
        int trips = 0;
        while (v > 1 && trips < 40)
        {
            v *= 0.9 - (0.05 * y * y);
            trips++;
        }
        return v * y;
    }

    [Gradient, Batch]
    public static double BreakWhenSmall(double x, double y)
    {
        double v = 1;
        for (int i = 0; i < 12; i++)
        {
            v = (v * x) + (y / (i + 1));
            if (v < 0.25)
            {
                break;
            }
        }
        return v;
    }

    [Gradient, Batch]
    public static double ContinueWhenNegative(double x, double y)
    {
        double v = y;
        for (int i = 1; i <= 6; i++)
        {
            double next = v - (x * i);
            if (next < 0)
            {
                continue;
            }
            v = next * x;
        }
        return v;
    }

    [Gradient, Batch]
    public static double Selections(double x, double y) => Math.Max(x, y * y) * Math.Min(x - y, 1) * Math.Abs(x + y) * (x > 0 && y > 0 ? x : y);
}
