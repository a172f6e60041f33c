using System;

namespace Benchmarks;

/// <summary>Back-propagation row by row in plain loops, as one writes it without a library.</summary>
internal sealed class PlainNetwork
{
    private readonly NetworkData _data;
    private readonly double[][] _activations;
    private readonly double[][] _errors;

    public PlainNetwork(NetworkData data)
    {
        _data = data;
        _activations = Array.ConvertAll(data.Sizes, static size => new double[size]);
        _errors = Array.ConvertAll(data.Sizes, static size => new double[size]);
    }

    public void Gradient(NetworkGradient result)
    {
        result.Clear(_data.Layers);
        result.Loss[0] = 0;
        for (int row = 0; row < _data.Rows; row++)
        {
            result.Loss[0] += Forward(row);
            for (int layer = _data.Layers - 1; layer >= 0; layer--)
            {
                Backward(layer, result);
            }
        }
    }

    private double Forward(int row)
    {
        int[] sizes = _data.Sizes;
        Array.Copy(_data.X, row * sizes[0], _activations[0], 0, sizes[0]);
        for (int layer = 0; layer < _data.Layers; layer++)
        {
            double[] weights = _data.Weights[layer], from = _activations[layer], to = _activations[layer + 1];
            for (int j = 0; j < to.Length; j++)
            {
                double sum = _data.Biases[layer][j];
                for (int i = 0; i < from.Length; i++)
                {
                    sum += weights[(j * from.Length) + i] * from[i];
                }
                to[j] = layer < _data.Layers - 1 ? Math.Tanh(sum) : sum;
            }
        }
        double[] output = _activations[^1], error = _errors[^1];
        double loss = 0;
        for (int k = 0; k < output.Length; k++)
        {
            error[k] = output[k] - _data.Targets[(row * output.Length) + k];
            loss += 0.5 * error[k] * error[k];
        }
        return loss;
    }

    private void Backward(int layer, NetworkGradient result)
    {
        double[] weights = _data.Weights[layer], gradient = result.Weights[layer], from = _activations[layer];
        double[] error = _errors[layer + 1], back = _errors[layer];
        Array.Clear(back);
        for (int j = 0; j < error.Length; j++)
        {
            result.Biases[layer][j] += error[j];
            for (int i = 0; i < from.Length; i++)
            {
                gradient[(j * from.Length) + i] += error[j] * from[i];
                if (layer > 0)
                {
                    back[i] += error[j] * weights[(j * from.Length) + i];
                }
            }
        }
        for (int i = 0; layer > 0 && i < from.Length; i++)
        {
            back[i] *= 1 - (from[i] * from[i]);
        }
    }
}
