using System;

namespace Proxima.Linear;

internal sealed partial class Adjoint
{
    private const double FirstStep = 0.5;
    private const double Decay = 0.75;

    private double[][]? _values;
    private double[][][]? _arguments;
    private double[][]? _adjoints;

    /// <summary>
    /// Mixes McCormick's planes so that one functional of the gradient of result <paramref name="row"/> is bounded lower: projected gradients, a fixed number of
    /// steps. Every mixture is sound, so that only the last evaluation is certified.
    /// </summary>
    public void Tune(int row, int steps, Func<AdjointSubstitution, double> functional)
    {
        double best = double.PositiveInfinity, step = FirstStep;
        _substitution.IsMixed = _substitution.IsTuning = true;
        for (int i = 0; i <= steps; i++)
        {
            double value = functional(_substitution);
            if (value < best)
            {
                best = value;
                ForEach(row, static (argument, k) => (argument.BestUp[k], argument.BestLow[k]) = (argument.UpMixture[k], argument.LowMixture[k]));
            }
            if (i < steps && !double.IsInfinity(value))
            {
                Descend(row, step);
                Redraw(row);
                step *= Decay;
            }
        }
        _substitution.IsMixed = _substitution.IsTuning = false;
        if (!double.IsInfinity(best))
        {
            ForEach(row, static (argument, k) => (argument.UpMixture[k], argument.LowMixture[k]) = (argument.BestUp[k], argument.BestLow[k]));
            Redraw(row);
        }
    }

    private void ForEach(int row, Action<AdjointArgument, int> action)
    {
        foreach (AdjointBounds bounds in _layers)
        {
            foreach (AdjointArgument argument in bounds.Arguments)
            {
                for (int k = row * bounds.Stride; k < (row + 1) * bounds.Stride; k++)
                {
                    action(argument, k);
                }
            }
        }
    }

    private void Redraw(int row)
    {
        for (int ell = 1; ell < _layers.Length; ell++)
        {
            for (int a = 0; a < _layers[ell].Arguments.Length; a++)
            {
                Mixtures(_layers[ell], _layers[ell].Arguments[a], _forward.Layers[ell].Arguments[a], row + 1, _graph.Layers[ell].Count, keeps: true);
            }
        }
    }

    /// <summary>
    /// The derivative of the bound by a mixture is coefficient · (plane − plane) where the bound is attained: at the corner of the box that the inputs'
    /// coefficients choose, every line taken as an equation from there.
    /// </summary>
    private void Descend(int row, double step)
    {
        Worst(row);
        double largest = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int ell = 1; ell < _layers.Length; ell++)
            {
                for (int a = 0; a < _layers[ell].Arguments.Length; a++)
                {
                    for (int i = 0; i < _graph.Layers[ell].Count; i++)
                    {
                        double slope = Slope(row, ell, a, i);
                        if (pass == 0)
                        {
                            largest = Math.Max(largest, Math.Abs(slope));
                            continue;
                        }
                        if (largest > 0 && !double.IsInfinity(largest))
                        {
                            AdjointArgument argument = _layers[ell].Arguments[a];
                            double[] mixture = _substitution.Uses[ell][a][i] > 0 ? argument.UpMixture : argument.LowMixture;
                            int k = (row * _layers[ell].Stride) + i;
                            mixture[k] = Math.Min(1, Math.Max(0, mixture[k] - (step * slope / largest)));
                        }
                    }
                }
            }
        }
    }

    private double Slope(int row, int ell, int a, int i)
    {
        double use = _substitution.Uses[ell][a][i];
        if (use == 0)
        {
            return 0;
        }
        ArgumentBounds factors = _forward.Layers[ell].Arguments[a];
        AdjointBounds bounds = _layers[ell];
        int k = (row * bounds.Stride) + i;
        double l = bounds.Low[k], u = bounds.High[k], low = factors.FactorLow[i], high = factors.FactorHigh[i], g = _adjoints![ell][i];
        double z = _arguments![ell][_arguments[ell].Length - 1 - a][i];
        bool isAbove = use > 0;
        double mixture = isAbove ? bounds.Arguments[a].UpMixture[k] : bounds.Arguments[a].LowMixture[k];
        double second = isAbove ? (mixture * u) + ((1 - mixture) * l) : (mixture * l) + ((1 - mixture) * u);
        double s = (second > 0) == isAbove ? (factors.FactorUpSlope[i] * z) + factors.FactorUpShift[i] : (factors.FactorLowSlope[i] * z) + factors.FactorLowShift[i];
        double difference = isAbove
            ? ((u - l) * s) + ((low - high) * g) - (low * u) + (high * l)
            : ((l - u) * s) + ((low - high) * g) - (low * l) + (high * u);
        double slope = use * difference;
        return double.IsNaN(slope) ? 0 : slope;
    }

    /// <summary>Values and adjoints where the last bound of one row is attained.</summary>
    private void Worst(int row)
    {
        _values ??= Array.ConvertAll(_graph.Layers, static layer => new double[layer.Stride]);
        _adjoints ??= Array.ConvertAll(_graph.Layers, static layer => new double[layer.Stride]);
        _arguments ??= Array.ConvertAll(_graph.Layers, static layer => Array.ConvertAll(layer.Arguments, _ => new double[layer.Stride]));
        Matrix inputs = _substitution.Inputs.Inputs;
        for (int j = 0; j < InputCount; j++)
        {
            _values[0][j] = inputs.Data[j] > 0 ? _forward.Layers[0].High[j] : _forward.Layers[0].Low[j];
        }
        for (int ell = 1; ell < _layers.Length; ell++)
        {
            Ahead(ell);
        }
        for (int ell = _layers.Length - 1; ell > 0; ell--)
        {
            Back(row, ell);
        }
    }

    private void Ahead(int ell)
    {
        Layer layer = _graph.Layers[ell];
        LayerBounds bounds = _forward.Layers[ell];
        for (int i = 0; i < layer.Count; i++)
        {
            bool isUp = _substitution.Inputs.Memory[ell][i] > 0;
            double value = isUp ? bounds.UpShift[i] : bounds.LowShift[i];
            for (int a = 0; a < layer.Arguments.Length; a++)
            {
                double sum = layer.Arguments[a].Bias[i];
                foreach (Block block in layer.Arguments[a].Blocks)
                {
                    for (int j = 0; j < block.Weights.Columns; j++)
                    {
                        sum += block.Weights.Data[(i * block.Weights.Stride) + j] * _values![block.Source][j];
                    }
                }
                _arguments![ell][a][i] = sum;
                value += (isUp ? bounds.Arguments[a].UpSlope[i] : bounds.Arguments[a].LowSlope[i]) * sum;
            }
            _values![ell][i] = value;
        }
    }

    private void Back(int row, int ell)
    {
        AdjointBounds bounds = _layers[ell];
        for (int i = 0; i < _graph.Layers[ell].Count; i++)
        {
            double sum = bounds.Seed[(row * bounds.Stride) + i];
            for (int m = ell + 1; m < _layers.Length; m++)
            {
                for (int a = 0; a < _layers[m].Arguments.Length; a++)
                {
                    if (_graph.Layers[m].Arguments[a].Of(ell) is Block block)
                    {
                        for (int j = 0; j < block.Weights.Rows; j++)
                        {
                            sum += block.Weights.Data[(j * block.Weights.Stride) + i] * Use(row, m, a, j);
                        }
                    }
                }
            }
            _adjoints![ell][i] = sum;
        }
    }

    private double Use(int row, int ell, int a, int i)
    {
        AdjointArgument argument = _layers[ell].Arguments[a];
        int k = (row * argument.Stride) + i;
        double g = _adjoints![ell][i], z = _arguments![ell][_arguments[ell].Length - 1 - a][i];
        return _substitution.Uses[ell][a][i] > 0
            ? (argument.MixedLines.UpSlope[k] * g) + (argument.UpFactor[k] * z) + argument.MixedLines.UpShift[k]
            : (argument.MixedLines.LowSlope[k] * g) + (argument.LowFactor[k] * z) + argument.MixedLines.LowShift[k];
    }
}
