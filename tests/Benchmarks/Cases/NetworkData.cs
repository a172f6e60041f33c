using System;

namespace Benchmarks;

/// <summary>A network's sizes, its parameters, a batch, and room for gradients.</summary>
internal sealed class NetworkData
{
    public NetworkData(int[] sizes, int rows)
    {
        (Sizes, Rows) = (sizes, rows);
        X = Numbers.Random(rows * sizes[0], 1);
        Targets = Numbers.Random(rows * sizes[^1], 2);
        for (int layer = 0; layer < Layers; layer++)
        {
            // As usual weights shrink with the number of inputs, so that tanh is not saturated.
            double bound = 1 / Math.Sqrt(sizes[layer]);
            Weights[layer] = Numbers.Between(-bound, bound, sizes[layer] * sizes[layer + 1], 10 + layer);
            Biases[layer] = Numbers.Between(-bound, bound, sizes[layer + 1], 20 + layer);
        }
    }

    public int[] Sizes { get; }

    public int Rows { get; }

    public int Layers => Sizes.Length - 1;

    public double[] X { get; }

    public double[] Targets { get; }

    public double[][] Weights { get; } = new double[3][];

    public double[][] Biases { get; } = new double[3][];

    /// <summary>Floating-point operations of forward, weight gradients and back-propagated errors: two per weight and row each, the last but for the first layer.</summary>
    public double GradientOperations()
    {
        double operations = 0;
        for (int layer = 0; layer < Layers; layer++)
        {
            operations += (layer == 0 ? 4.0 : 6.0) * Weights[layer].Length * Rows;
        }
        return operations;
    }
}
