using System;

namespace Benchmarks;

/// <summary>Values and gradients of all results of a rectified network at one point, in plain loops: forward once, backward once for each result.</summary>
internal sealed class RectifiedJacobian(int[] widths, double[][] weights, double[][] biases)
{
    private readonly double[][] _values = Array.ConvertAll(widths, static width => new double[width]), _adjoints = Array.ConvertAll(widths, static width => new double[width]);
    private readonly double[] _jacobian = new double[widths[0] * widths[^1]];

    public void Jacobian()
    {
        Array.Fill(_values[0], 0.5);
        for (int layer = 1; layer < widths.Length; layer++)
        {
            double[] from = _values[layer - 1], to = _values[layer];
            for (int i = 0; i < to.Length; i++)
            {
                double sum = biases[layer - 1][i];
                for (int j = 0; j < from.Length; j++)
                {
                    sum += weights[layer - 1][(i * from.Length) + j] * from[j];
                }
                to[i] = layer == widths.Length - 1 ? sum : Math.Max(sum, 0);
            }
        }
        for (int result = 0; result < widths[^1]; result++)
        {
            Array.Clear(_adjoints[^1]);
            _adjoints[^1][result] = 1;
            for (int layer = widths.Length - 1; layer > 0; layer--)
            {
                Backward(layer);
            }
            _adjoints[0].CopyTo(_jacobian, result * widths[0]);
        }
    }

    private void Backward(int layer)
    {
        double[] from = _adjoints[layer], to = _adjoints[layer - 1], values = _values[layer - 1];
        Array.Clear(to);
        for (int i = 0; i < from.Length; i++)
        {
            for (int j = 0; from[i] != 0 && j < to.Length; j++)
            {
                to[j] += from[i] * weights[layer - 1][(i * to.Length) + j];
            }
        }
        for (int j = 0; layer > 1 && j < to.Length; j++)
        {
            to[j] = values[j] > 0 ? to[j] : 0;
        }
    }
}
