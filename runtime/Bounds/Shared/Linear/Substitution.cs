using System;

namespace Proxima.Linear;

/// <summary>
/// Bounds of affine expressions, substituted backwards: results of the last layer by lines over their arguments, those by what they are made of, until only
/// inputs are left. Bound t is an upper one, bound count + t the negative of a lower one.
/// </summary>
internal sealed class Substitution(Forward forward)
{
    private readonly Matrix[] _coefficients = Array.ConvertAll(forward.Graph.Layers, static layer => new Matrix());
    private readonly bool[] _isActive = new bool[forward.Graph.Layers.Length];
    private readonly Matrix _first = new();
    private readonly Matrix _second = new();

    public Rows Rows { get; } = new();

    /// <summary>Coefficients of the inputs, one row a bound.</summary>
    public Matrix Inputs => _coefficients[0];

    /// <summary>Intersects the ranges of the targets with their linear bounds.</summary>
    public void Bound(Affine affine, ArgumentBounds bounds, int top, int[] targets, int count)
    {
        Begin(2 * count);
        foreach (Block block in affine.Blocks)
        {
            Matrix rows = Open(block.Source, 2 * count);
            for (int t = 0; t < count; t++)
            {
                int from = targets[t] * rows.Stride, up = t * rows.Stride, down = (count + t) * rows.Stride;
                for (int k = 0; k < rows.Columns; k++)
                {
                    rows.Data[up + k] = block.Weights.Data[from + k];
                    rows.Data[down + k] = -block.Weights.Data[from + k];
                }
            }
        }
        for (int t = 0; t < count; t++)
        {
            Rows.Constant[t] = affine.Bias[targets[t]];
            Rows.Constant[count + t] = -affine.Bias[targets[t]];
            Rows.Error[t] = Rows.Error[count + t] = bounds.Error[targets[t]];
        }
        Run(top - 1);
        for (int t = 0; t < count; t++)
        {
            int i = targets[t];
            bounds.High[i] = Math.Min(bounds.High[i], Upper(t));
            bounds.Low[i] = Math.Max(bounds.Low[i], -Upper(count + t));
        }
    }

    /// <summary>The largest value of a bound over the box of the inputs.</summary>
    public double Upper(int bound) => Rows.Upper(Inputs, bound, forward.Layers[0].Low, forward.Layers[0].High, forward.Graph.Gamma);

    public void Begin(int count)
    {
        Rows.Reset(count);
        Array.Clear(_isActive, 0, _isActive.Length);
        Open(0, count);
    }

    /// <summary>The coefficients of a layer's results, zero at first.</summary>
    public Matrix Open(int layer, int count)
    {
        if (!_isActive[layer])
        {
            _isActive[layer] = true;
            _coefficients[layer].Reshape(count, forward.Graph.Layers[layer].Count);
        }
        return _coefficients[layer];
    }

    /// <summary>From a layer down to the inputs.</summary>
    public void Run(int top)
    {
        for (int ell = top; ell > 0; ell--)
        {
            if (_isActive[ell])
            {
                Layer layer = forward.Graph.Layers[ell];
                LayerBounds bounds = forward.Layers[ell];
                Matrix coefficients = _coefficients[ell];
                if (layer.Arguments.Length == 1)
                {
                    Rows.Relax(coefficients, bounds.Lines(0), forward.Graph.Gamma, int.MaxValue);
                    Descend(coefficients, layer.Arguments[0], bounds.Arguments[0]);
                    continue;
                }
                _first.Reshape(coefficients.Rows, coefficients.Columns);
                _second.Reshape(coefficients.Rows, coefficients.Columns);
                Rows.AddRelaxed(coefficients, _first, bounds.Lines(0), forward.Graph.Gamma, int.MaxValue, 0, shifts: true, null);
                Rows.AddRelaxed(coefficients, _second, bounds.Lines(1), forward.Graph.Gamma, int.MaxValue, 0, shifts: false, null);
                Descend(_first, layer.Arguments[0], bounds.Arguments[0]);
                Descend(_second, layer.Arguments[1], bounds.Arguments[1]);
            }
        }
    }

    /// <summary>Coefficients of an affine expression become coefficients of what it reads.</summary>
    public void Descend(Matrix coefficients, Affine affine, ArgumentBounds bounds)
    {
        Rows.Settle(coefficients, affine.Bias, bounds.Error, int.MaxValue);
        foreach (Block block in affine.Blocks)
        {
            LinearKernels.MultiplyAdd(coefficients, block.Weights, Open(block.Source, coefficients.Rows));
        }
    }
}
