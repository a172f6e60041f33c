using System;
using Proxima;

namespace NumericTests.Fields;

/// <summary>A network with one hidden layer: its parameters are fields of the instance, an example is an argument.</summary>
public sealed partial class Mlp(int inputs, int hidden, int seed)
{
    private readonly double[] _weights = Rows.Uniform(hidden * (inputs + 2), -1, 1, seed);
    private double _bias = 0.3;

    public double[] Weights => _weights;

    public double Bias
    {
        get => _bias;
        set => _bias = value;
    }

    [Gradient(WithRespectTo = [nameof(_weights), nameof(_bias)]), Batch]
    public double Loss(ReadOnlySpan<double> x, double target)
    {
        double error = Predict(x) - target;
        return 0.5 * error * error;
    }

    private double Predict(ReadOnlySpan<double> x)
    {
        double output = _bias;
        for (int j = 0; j < hidden; j++)
        {
            output += _weights[(hidden * (inputs + 1)) + j] * Math.Tanh(Unit(x, j));
        }
        return output;
    }

    private double Unit(ReadOnlySpan<double> x, int j)
    {
        double sum = this._weights[(hidden * inputs) + j];
        for (int i = 0; i < x.Length; i++)
        {
            sum += _weights[(j * inputs) + i] * x[i];
        }
        return sum;
    }
}
