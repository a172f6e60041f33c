using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Where a piece takes the function's values, on [−1, 1], so that its largest error is almost as small as it can be. With w the product of the factors that its ends
/// must have (none, 1 − s², or its square), w·C is about level for the Gegenbauer polynomial C of parameter λ, twice the exponent of 1 − s² (Szegő 1939, 8.21): its
/// zeros are the nodes in between. Without conditions these are Chebyshev's.
/// </summary>
internal sealed class PieceNodes
{
    /// <param name="continuity">−1: no conditions; 0: values at both ends; 1: slopes too.</param>
    public PieceNodes(int degree, int continuity)
    {
        HasSlopes = continuity == 1;
        int conditions = 2 * (continuity + 1);
        List<double> nodes = [.. Zeros(degree + 1 - conditions, conditions)];
        if (continuity >= 0)
        {
            nodes.Insert(0, -1);
            nodes.Add(1);
        }
        Values = nodes;
        Checks = Between(nodes, HasSlopes);
        if (continuity < 0)
        {
            Checks.Insert(0, -1);
            Checks.Add(1);
        }
    }

    /// <summary>Where values are taken, ascending.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>True when the slopes at both ends are taken too.</summary>
    public bool HasSlopes { get; }

    /// <summary>Where the error of a smooth function is largest, ascending.</summary>
    public List<double> Checks { get; }

    /// <summary>The zeros of a Gegenbauer polynomial, which those of the next one are between.</summary>
    private static List<double> Zeros(int degree, int parameter)
    {
        List<double> zeros = [];
        for (int n = 1; n <= degree; n++)
        {
            List<double> next = [];
            for (int i = 0; i < n; i++)
            {
                double low = i == 0 ? -1 : zeros[i - 1], high = i == n - 1 ? 1 : zeros[i];
                bool isUp = Gegenbauer(n, parameter, low) < 0;
                next.Add(Root(low, high, s => Gegenbauer(n, parameter, s) < 0 == isUp));
            }
            zeros = next;
        }
        return zeros;
    }

    /// <summary>n·Cₙ = 2(n + λ − 1)·s·Cₙ₋₁ − (n + 2λ − 2)·Cₙ₋₂; for λ = 0 Chebyshev's Tₙ.</summary>
    private static double Gegenbauer(int degree, int parameter, double s)
    {
        double before = 1, value = parameter == 0 ? s : 2 * parameter * s;
        for (int n = 2; n <= degree; n++)
        {
            double next = parameter == 0 ? (2 * s * value) - before : ((2 * (n + parameter - 1) * s * value) - ((n + (2 * parameter) - 2) * before)) / n;
            (before, value) = (value, next);
        }
        return degree == 0 ? 1 : value;
    }

    /// <summary>The extrema of the product of s − node: between two nodes the sum of 1/(s − node) falls from +∞ to −∞.</summary>
    private static List<double> Between(List<double> nodes, bool areEndsDouble)
    {
        List<double> between = [];
        for (int i = 1; i < nodes.Count; i++)
        {
            between.Add(Root(nodes[i - 1], nodes[i], s =>
            {
                double sum = 0;
                for (int j = 0; j < nodes.Count; j++)
                {
                    sum += (areEndsDouble && (j == 0 || j == nodes.Count - 1) ? 2 : 1) / (s - nodes[j]);
                }
                return sum > 0;
            }));
        }
        return between;
    }

    private static double Root(double low, double high, System.Func<double, bool> isBelow)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }
        return 0.5 * (low + high);
    }
}
