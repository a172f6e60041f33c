using System;

namespace Proxima;

/// <summary>
/// Nodes and weights of Gauss and Legendre on [0, 1], exact for polynomials of degree 2n − 1. Behind them come nodes 1 without weight, at least one, to whole vectors.
/// </summary>
internal sealed class GaussLegendre
{
    private static readonly ContentCache<int, GaussLegendre> Known = new(16, static n => new GaussLegendre(n));

    private GaussLegendre(int count)
    {
        Count = count;
        Nodes = new double[Scratch.Padded(count + 1)];
        Weights = new double[Nodes.Length];
        Array.Fill(Nodes, 1);
        for (int i = 0; i < (count + 1) / 2; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5)), slope = 0;
            for (int step = 0; step < 8; step++) // Newton converges quadratically from Tricomi's estimate
            {
                (double value, slope) = Legendre(count, x);
                x -= value / slope;
            }
            (_, slope) = Legendre(count, x);
            double weight = 1 / ((1 - x) * (1 + x) * slope * slope);
            (Nodes[i], Nodes[count - 1 - i]) = (0.5 * (1 - x), 0.5 * (1 + x));
            (Weights[i], Weights[count - 1 - i]) = (weight, weight);
        }
    }

    public int Count { get; }

    public double[] Nodes { get; }

    public double[] Weights { get; }

    public static GaussLegendre Of(int count) => Known[count];

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        double value = x, before = 1;
        for (int k = 2; k <= degree; k++)
        {
            (value, before) = ((((2 * k) - 1) * x * value - ((k - 1) * before)) / k, value);
        }
        return degree == 1 ? (x, 1) : (value, degree * ((x * value) - before) / ((x * x) - 1));
    }
}
