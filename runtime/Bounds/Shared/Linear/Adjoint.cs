using System;

namespace Proxima.Linear;

/// <summary>
/// Ranges of the derivatives of every result by every operation, after Shi et al. (2022): the adjoint program is a graph on the same layers, read backwards.
/// g(operation) = Σ over its uses of weight · h, and h = slope · g for slopes in Clarke's set. A product of ranges is enclosed by the chord of
/// max(a·g, b·g), the mixture of McCormick's planes that does not use the slope.
/// </summary>
internal sealed partial class Adjoint
{
    private readonly Forward _forward;
    private readonly LayeredGraph _graph;
    private readonly AdjointBounds[] _layers;
    private readonly AdjointSubstitution _substitution;
    private int[] _results = [];

    public Adjoint(Forward forward)
    {
        _forward = forward;
        _graph = forward.Graph;
        _layers = Array.ConvertAll(_graph.Layers, static layer => new AdjointBounds(layer));
        _substitution = new AdjointSubstitution(forward, _layers);
    }

    /// <summary>How many results were asked for.</summary>
    public int Count => _results.Length;

    /// <summary>Ranges of the derivatives by the inputs, row i the result asked for i-th.</summary>
    public AdjointBounds Gradient => _layers[0];

    /// <summary>Whether bounds that keep the slopes are made too: twice the work, and small ranges gain an order.</summary>
    public bool Mixes { get; set; }

    public int InputCount => _graph.InputCount;

    public AdjointBounds[] Layers => _layers;

    /// <summary>How strongly the last norm depends on each operation's derivative.</summary>
    public double[][] Sensitivity => _substitution.Sensitivity;

    /// <summary>
    /// Over the box of the last forward run, the derivatives of these results. Without <paramref name="refinesInputs"/> those by the inputs are left as chords
    /// make them, for a caller that bounds one functional of them.
    /// </summary>
    public void Run(int[] results, bool refinesInputs = true)
    {
        _results = results;
        for (int ell = _graph.Layers.Length - 1; ell >= 0; ell--)
        {
            AdjointBounds bounds = _layers[ell];
            bounds.Reset(results.Length);
            Seed(ell, bounds);
            bool isConstant = Intervals(ell, bounds);
            if (!isConstant && (refinesInputs || ell > 0))
            {
                _substitution.Bound(ell, results.Length);
            }
            if (Mixes && refinesInputs && ell == 0)
            {
                _substitution.IsMixed = true;
                _substitution.Bound(ell, results.Length);
                _substitution.IsMixed = false;
            }
            for (int a = 0; a < bounds.Arguments.Length; a++)
            {
                Chords(bounds, bounds.Arguments[a], _forward.Layers[ell].Arguments[a], results.Length, _graph.Layers[ell].Count);
                if (Mixes)
                {
                    Mixtures(bounds, bounds.Arguments[a], _forward.Layers[ell].Arguments[a], results.Length, _graph.Layers[ell].Count);
                }
            }
        }
    }

    private void Seed(int ell, AdjointBounds bounds)
    {
        Block? seed = _graph.Outputs.Of(ell);
        if (seed is null)
        {
            return;
        }
        for (int r = 0; r < _results.Length; r++)
        {
            int to = r * bounds.Stride, from = _results[r] * seed.Weights.Stride;
            for (int k = 0; k < seed.Weights.Columns; k++)
            {
                bounds.Seed[to + k] = bounds.Middle[to + k] = seed.Weights.Data[from + k];
                bounds.Reach[to + k] = Math.Abs(bounds.Seed[to + k]);
                bounds.Slack[to + k] = seed.Radius is null ? 0 : seed.Radius.Data[from + k];
            }
        }
    }

    /// <summary>Middle ± radius of Σ weights · h over the uses. True where linear bounds have nothing to add: one level of uses, whose g is known.</summary>
    private bool Intervals(int ell, AdjointBounds bounds)
    {
        bool isConstant = true;
        for (int m = ell + 1; m < _layers.Length; m++)
        {
            for (int a = 0; a < _layers[m].Arguments.Length; a++)
            {
                Block? block = _graph.Layers[m].Arguments[a].Of(ell);
                if (block is not null)
                {
                    isConstant &= _layers[m].IsPoint;
                    AddUses(_layers[m].Arguments[a], block, bounds);
                }
            }
        }
        double gamma = _graph.Gamma;
        bool isPoint = true;
        for (int i = 0; i < _results.Length * bounds.Stride; i++)
        {
            double error = (gamma * bounds.Reach[i]) + (bounds.Slack[i] * (1 + 1e-6));
            bounds.Error[i] = double.IsNaN(error) ? double.PositiveInfinity : error;
            double radius = (bounds.Radius[i] * (1 + (2 * gamma))) + (2 * error);
            isPoint &= radius == 0 || bounds.Radius[i] == 0;
            radius = radius == 0 ? 0 : radius + Roundoff.Tiny;
            bounds.Low[i] = Roundoff.LowerOrInfinite(bounds.Middle[i] - radius);
            bounds.High[i] = Roundoff.UpperOrInfinite(bounds.Middle[i] + radius);
        }
        bounds.IsPoint = isPoint;
        return isConstant;
    }

    private void AddUses(AdjointArgument uses, Block block, AdjointBounds bounds)
    {
        Matrix weights = block.Weights;
        for (int r = 0; r < _results.Length; r++)
        {
            int to = r * bounds.Stride, from = r * uses.Stride;
            for (int i = 0; i < weights.Rows; i++)
            {
                double size = uses.Size[from + i];
                if (size != 0)
                {
                    AddUse(weights.Data, i * weights.Stride, bounds, to, uses.Middle[from + i], uses.Radius[from + i], size);
                    if (block.Radius is not null)
                    {
                        for (int k = 0; k < weights.Columns; k++)
                        {
                            bounds.Slack[to + k] += block.Radius.Data[(i * weights.Stride) + k] * size;
                        }
                    }
                }
            }
        }
    }

    private static void AddUse(double[] weights, int row, AdjointBounds bounds, int to, double middle, double radius, double size)
    {
        for (int k = 0; k < bounds.Stride; k++)
        {
            double weight = weights[row + k];
            if (weight != 0)
            {
                double wide = Math.Abs(weight);
                bounds.Middle[to + k] += weight * middle;
                bounds.Radius[to + k] += wide * radius;
                bounds.Reach[to + k] += wide * size;
            }
        }
    }
}
