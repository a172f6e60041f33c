using System;

namespace Proxima.Linear;

/// <summary>
/// Ranges of all operations of a graph over a box: interval bounds and, intersected with them, linear bounds substituted backwards to the inputs (CROWN,
/// Zhang et al. 2018). Each range serves the lines around the operations behind it.
/// </summary>
internal sealed partial class Forward
{
    private readonly Substitution _substitution;
    private readonly double[] _centre;
    private readonly double[] _radius;
    private readonly double[] _reach;
    private readonly double[] _slack;
    private readonly double[] _unused;

    // Layers that only results read need no lines until results are bounded.
    private readonly bool[] _isRead;
    private int[] _targets = [];

    public Forward(LayeredGraph graph)
    {
        Graph = graph;
        Layers = Array.ConvertAll(graph.Layers, static layer => new LayerBounds(layer));
        Outputs = new ArgumentBounds(graph.Outputs.Bias.Length);
        int longest = graph.Outputs.Bias.Length;
        foreach (Layer layer in graph.Layers)
        {
            longest = Math.Max(longest, layer.Stride);
        }
        _centre = new double[longest];
        _radius = new double[longest];
        _reach = new double[longest];
        _slack = new double[longest];
        _unused = new double[longest];
        _isRead = new bool[graph.Layers.Length];
        foreach (Layer layer in graph.Layers)
        {
            foreach (Affine argument in layer.Arguments)
            {
                foreach (Block block in argument.Blocks)
                {
                    _isRead[block.Source] = true;
                }
            }
        }
        _substitution = new Substitution(this);
    }

    public LayeredGraph Graph { get; }

    public LayerBounds[] Layers { get; }

    public ArgumentBounds Outputs { get; }

    /// <summary>False when the decisions contradict each other or the box.</summary>
    public bool Run(double[] low, double[] high, IDecisions? decisions = null)
    {
        for (int i = 0; i < Graph.InputCount; i++)
        {
            Layers[0].SetRange(i, low[i], high[i]);
        }
        for (int ell = 1; ell < Graph.Layers.Length; ell++)
        {
            Layer layer = Graph.Layers[ell];
            for (int a = 0; a < layer.Arguments.Length; a++)
            {
                if (!Bound(layer.Arguments[a], Layers[ell].Arguments[a], ell, layer.Curve is { IsRelu: true } ? decisions : null))
                {
                    return false;
                }
            }
            Enclose(layer, Layers[ell], _isRead[ell]);
        }
        return true;
    }

    /// <summary>Ranges of the results, after <see cref="Run"/>.</summary>
    public void BoundOutputs()
    {
        for (int ell = 1; ell < Layers.Length; ell++)
        {
            if (!_isRead[ell])
            {
                Enclose(Graph.Layers[ell], Layers[ell], draws: true);
            }
        }
        Bound(Graph.Outputs, Outputs, Graph.Layers.Length, null);
    }

    private bool Bound(Affine affine, ArgumentBounds bounds, int ell, IDecisions? decisions)
    {
        Intervals(affine, bounds);
        bool isNonlinear = false;
        foreach (Block block in affine.Blocks)
        {
            isNonlinear |= block.Source > 0;
        }
        if (isNonlinear || decisions is not null)
        {
            int count = Targets(affine, bounds, ell);
            if (count > 0)
            {
                _substitution.Bound(affine, bounds, ell, _targets, count);
                if (decisions is not null && !decisions.Apply(ell, bounds, _substitution, _targets, count))
                {
                    return false;
                }
            }
        }
        for (int i = 0; i < affine.Count; i++)
        {
            if (bounds.Low[i] > bounds.High[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A rectified argument whose sign is known needs no better range.</summary>
    private int Targets(Affine affine, ArgumentBounds bounds, int ell)
    {
        if (_targets.Length < affine.Count)
        {
            _targets = new int[affine.Count];
        }
        bool isRelu = ell < Graph.Layers.Length && Graph.Layers[ell].Curve is { IsRelu: true };
        int count = 0;
        for (int i = 0; i < affine.Count; i++)
        {
            if (!isRelu || (bounds.Low[i] < 0 && bounds.High[i] > 0))
            {
                _targets[count++] = i;
            }
        }
        return count;
    }

    private void Intervals(Affine affine, ArgumentBounds bounds)
    {
        int stride = affine.Bias.Length;
        Array.Copy(affine.Bias, _centre, stride);
        Array.Clear(_radius, 0, stride);
        Array.Clear(_reach, 0, stride);
        Array.Copy(affine.BiasRadius, _slack, stride);
        foreach (Block block in affine.Blocks)
        {
            LayerBounds source = Layers[block.Source];
            LinearKernels.MultiplyAddRanges(block.Transposed, source.Middle, source.Radius, source.Size, _centre, _radius, _reach);
            if (block.RadiusTransposed is not null)
            {
                LinearKernels.MultiplyAddRanges(block.RadiusTransposed, source.Size, source.Size, source.Size, _unused, _unused, _slack);
            }
        }
        double gamma = Graph.Gamma;
        for (int i = 0; i < affine.Count; i++)
        {
            double size = _reach[i] + Math.Abs(affine.Bias[i]);
            double error = (gamma * size) + (_slack[i] * (1 + 1e-6)) + Roundoff.Tiny;
            bounds.Error[i] = double.IsNaN(error) ? double.PositiveInfinity : error;
            bounds.Low[i] = Roundoff.LowerOrInfinite(_centre[i] - (_radius[i] * (1 + (2 * gamma))) - (2 * error));
            bounds.High[i] = Roundoff.UpperOrInfinite(_centre[i] + (_radius[i] * (1 + (2 * gamma))) + (2 * error));
        }
    }
}

/// <summary>What a search has decided about the signs of rectified arguments.</summary>
internal interface IDecisions
{
    /// <summary>Tightens the ranges of the layer's arguments by the decisions; false when nothing satisfies them.</summary>
    bool Apply(int layer, ArgumentBounds bounds, Substitution rows, int[] targets, int count);
}
