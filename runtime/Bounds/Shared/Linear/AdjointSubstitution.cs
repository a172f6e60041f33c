using System;

namespace Proxima.Linear;

/// <summary>
/// Bounds of derivatives, substituted towards the results: h of the next layer's uses by lines over g, g by what it is made of, until only the seeds are
/// left. Row (result, target, sign): an upper bound, and the negative of a lower one.
/// </summary>
internal sealed partial class AdjointSubstitution(Forward forward, AdjointBounds[] layers)
{
    private readonly LayeredGraph _graph = forward.Graph;
    private readonly Substitution _inputs = new(forward);
    private readonly Matrix[][] _factors = Array.ConvertAll(forward.Graph.Layers, static layer => Array.ConvertAll(layer.Arguments, static _ => new Matrix()));
    private readonly Matrix[][] _uses = Array.ConvertAll(forward.Graph.Layers, static layer => Array.ConvertAll(layer.Arguments, static _ => new Matrix()));
    private readonly bool[][] _isActive = Array.ConvertAll(forward.Graph.Layers, static layer => new bool[layer.Arguments.Length]);
    private readonly Rows _rows = new();
    private readonly Matrix _sum = new();

    /// <summary>How strongly the last norm depends on each h: the magnitudes of its coefficients, by layer, for the first argument.</summary>
    public double[][] Sensitivity { get; } = Array.ConvertAll(forward.Graph.Layers, static layer => new double[layer.Stride]);

    /// <summary>Lines over the partial derivatives' variables too, instead of chords.</summary>
    public bool IsMixed { get; set; }

    private bool IsRemembering { get; set; }

    /// <summary>Intersects the ranges of g of one layer with their linear bounds.</summary>
    public void Bound(int layer, int results)
    {
        AdjointBounds bounds = layers[layer];
        int targets = _graph.Layers[layer].Count, each = 2 * targets, count = results * each;
        Begin(count);
        for (int m = layer + 1; m < layers.Length; m++)
        {
            for (int a = 0; a < layers[m].Arguments.Length; a++)
            {
                Block? block = _graph.Layers[m].Arguments[a].Of(layer);
                if (block is not null)
                {
                    Copy(block.Transposed, Open(m, a, count), results, targets);
                }
            }
        }
        for (int r = 0; r < results; r++)
        {
            for (int t = 0; t < targets; t++)
            {
                int up = (r * each) + t, i = (r * bounds.Stride) + t;
                _rows.Constant[up] = bounds.Seed[i];
                _rows.Constant[up + targets] = -bounds.Seed[i];
                _rows.Error[up] = _rows.Error[up + targets] = bounds.Error[i];
            }
        }
        Run(layer + 1, each, 0);
        for (int r = 0; r < results; r++)
        {
            for (int t = 0; t < targets; t++)
            {
                int up = (r * each) + t, i = (r * bounds.Stride) + t;
                bounds.High[i] = Math.Min(bounds.High[i], Upper(up));
                bounds.Low[i] = Math.Max(bounds.Low[i], -Upper(up + targets));
            }
        }
    }

    private static void Copy(Matrix weights, Matrix rows, int results, int targets)
    {
        for (int r = 0; r < results; r++)
        {
            for (int t = 0; t < targets; t++)
            {
                int up = ((r * 2 * targets) + t) * rows.Stride, down = up + (targets * rows.Stride), from = t * weights.Stride;
                for (int i = 0; i < weights.Columns; i++)
                {
                    rows.Data[up + i] = weights.Data[from + i];
                    rows.Data[down + i] = -weights.Data[from + i];
                }
            }
        }
    }

    /// <summary>A finished bound: a constant, or over the inputs when slopes were kept.</summary>
    private double Upper(int bound) => IsMixed ? _inputs.Upper(bound) : _rows.Upper(bound, _graph.Gamma);

    private void Begin(int count)
    {
        if (IsMixed)
        {
            _inputs.Begin(count);
            for (int m = 1; m < layers.Length; m++)
            {
                foreach (Matrix factors in _factors[m])
                {
                    factors.Reshape(count, _graph.Layers[m].Count);
                }
            }
        }
        _rows.Reset(count);
        foreach (bool[] isActive in _isActive)
        {
            Array.Clear(isActive, 0, isActive.Length);
        }
    }

    private Matrix Open(int layer, int argument, int count)
    {
        if (!_isActive[layer][argument])
        {
            _isActive[layer][argument] = true;
            _uses[layer][argument].Reshape(count, _graph.Layers[layer].Count);
        }
        return _uses[layer][argument];
    }

    /// <summary>From a layer's uses up to the results. Rows are dealt out to the results in blocks; with one block, it belongs to result <paramref name="result"/>.</summary>
    private void Run(int first, int rowsPerResult, int result)
    {
        for (int m = first; m < layers.Length; m++)
        {
            if (IsRemembering)
            {
                Remember(m);
            }
            Matrix? sum = Relaxed(m, rowsPerResult, result);
            if (sum is null)
            {
                continue;
            }
            _rows.Settle(sum, layers[m].Seed, layers[m].Error, rowsPerResult, result);
            for (int next = m + 1; next < layers.Length; next++)
            {
                for (int a = 0; a < layers[next].Arguments.Length; a++)
                {
                    Block? block = _graph.Layers[next].Arguments[a].Of(m);
                    if (block is not null)
                    {
                        LinearKernels.MultiplyAdd(sum, block.Transposed, Open(next, a, sum.Rows));
                    }
                }
            }
        }
        if (IsMixed)
        {
            RunFactors(first);
        }
    }

    private void Remember(int layer)
    {
        double[] sensitivity = Sensitivity[layer];
        for (int i = 0; i < _graph.Layers[layer].Count; i++)
        {
            for (int r = 0; r < _uses[layer][0].Rows && _isActive[layer][0]; r++)
            {
                sensitivity[i] = Math.Max(sensitivity[i], Math.Abs(_uses[layer][0].Data[(r * _uses[layer][0].Stride) + i]));
            }
        }
    }

    /// <summary>What is left of the partial derivatives flows to the inputs.</summary>
    private void RunFactors(int first)
    {
        _inputs.Rows.CopyFrom(_rows, _inputs.Inputs.Rows);
        for (int m = layers.Length - 1; m >= first; m--)
        {
            Layer layer = _graph.Layers[m];
            for (int a = 0; a < layer.Arguments.Length; a++)
            {
                _inputs.Descend(_factors[m][a], layer.Arguments[a], forward.Layers[m].Arguments[a]);
            }
        }
        _inputs.Run(layers.Length - 1);
    }

    private Matrix? Mixed(int layer, int rowsPerResult, int result)
    {
        AdjointBounds bounds = layers[layer];
        bool isActive = false;
        for (int a = 0; a < bounds.Arguments.Length; a++)
        {
            if (_isActive[layer][a])
            {
                if (!isActive)
                {
                    _sum.Reshape(_uses[layer][a].Rows, _graph.Layers[layer].Count);
                    isActive = true;
                }

                // In a product the partial derivative is the other argument.
                Matrix factors = _factors[layer][bounds.Arguments.Length - 1 - a];
                _rows.AddMixed(_uses[layer][a], _sum, factors, bounds.Arguments[a], _graph.Gamma, rowsPerResult, result, bounds.Reach);
            }
        }
        return isActive ? _sum : null;
    }

    private Matrix? Relaxed(int layer, int rowsPerResult, int result)
    {
        AdjointBounds bounds = layers[layer];
        if (IsMixed)
        {
            return Mixed(layer, rowsPerResult, result);
        }
        if (bounds.Arguments.Length == 1)
        {
            if (!_isActive[layer][0])
            {
                return null;
            }
            _rows.Relax(_uses[layer][0], bounds.Arguments[0].Lines, _graph.Gamma, rowsPerResult, result);
            return _uses[layer][0];
        }
        bool isActive = false;
        for (int a = 0; a < bounds.Arguments.Length; a++)
        {
            if (_isActive[layer][a])
            {
                if (!isActive)
                {
                    _sum.Reshape(_uses[layer][a].Rows, _graph.Layers[layer].Count);
                    isActive = true;
                }
                _rows.AddRelaxed(_uses[layer][a], _sum, bounds.Arguments[a].Lines, _graph.Gamma, rowsPerResult, result, shifts: true, bounds.Reach);
            }
        }
        return isActive ? _sum : null;
    }
}
