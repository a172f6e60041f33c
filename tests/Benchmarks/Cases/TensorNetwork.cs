using System;
using System.Numerics.Tensors;

namespace Benchmarks;

/// <summary>Back-propagation row by row, each sum, product and tanh of a row by TensorPrimitives.</summary>
internal sealed class TensorNetwork
{
    private readonly NetworkData _data;
    private readonly double[][] _activations;
    private readonly double[][] _errors;

    public TensorNetwork(NetworkData data)
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
            double[] from = _activations[layer], to = _activations[layer + 1];
            for (int j = 0; j < to.Length; j++)
            {
                to[j] = _data.Biases[layer][j] + TensorPrimitives.Dot<double>(_data.Weights[layer].AsSpan(j * from.Length, from.Length), from);
            }
            if (layer < _data.Layers - 1)
            {
                TensorPrimitives.Tanh<double>(to, to);
            }
        }
        double[] error = _errors[^1];
        TensorPrimitives.Subtract<double>(_activations[^1], _data.Targets.AsSpan(row * error.Length, error.Length), error);
        return 0.5 * TensorPrimitives.SumOfSquares<double>(error);
    }

    private void Backward(int layer, NetworkGradient result)
    {
        double[] from = _activations[layer], error = _errors[layer + 1], back = _errors[layer];
        TensorPrimitives.Add<double>(result.Biases[layer], error, result.Biases[layer]);
        Array.Clear(back);
        for (int j = 0; j < error.Length; j++)
        {
            Span<double> gradient = result.Weights[layer].AsSpan(j * from.Length, from.Length);
            TensorPrimitives.MultiplyAdd(from, error[j], gradient, gradient);
            if (layer > 0)
            {
                TensorPrimitives.MultiplyAdd<double>(_data.Weights[layer].AsSpan(j * from.Length, from.Length), error[j], back, back);
            }
        }
        if (layer > 0)
        {
            TensorPrimitives.Multiply<double>(from, from, from);
            TensorPrimitives.Subtract<double>(1.0, from, from);
            TensorPrimitives.Multiply<double>(back, from, back);
        }
    }
}
