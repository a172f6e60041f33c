using System;

namespace Benchmarks;

/// <summary>A loss and its gradient by the parameters of a network.</summary>
internal sealed class NetworkGradient
{
    public NetworkGradient(NetworkData data)
    {
        for (int layer = 0; layer < data.Layers; layer++)
        {
            Weights[layer] = new double[data.Weights[layer].Length];
            Biases[layer] = new double[data.Biases[layer].Length];
        }
    }

    public double[] Loss { get; } = [0];

    public double[][] Weights { get; } = new double[3][];

    public double[][] Biases { get; } = new double[3][];

    public void Clear(int layers)
    {
        for (int layer = 0; layer < layers; layer++)
        {
            Array.Clear(Weights[layer]);
            Array.Clear(Biases[layer]);
        }
    }
}
