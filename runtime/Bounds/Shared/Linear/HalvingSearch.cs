using System;

namespace Proxima.Linear;

/// <summary>The largest of some targets of the derivatives of any graph, by halving boxes: for smooth functions of few inputs.</summary>
internal sealed class HalvingSearch(LayeredGraph graph, LinearLimits limits) : TargetSearch<HalvingSearch.Part>(graph.InputCount, limits)
{
    private readonly Bounder _box = new(graph);
    private readonly double[] _point = new double[graph.InputCount];
    private readonly double[] _score = new double[graph.InputCount];

    public LinearResult Run(Target[] targets, double[] low, double[] high)
    {
        foreach (Target target in targets)
        {
            Visit(target, low, high, double.PositiveInfinity);
        }
        return Explore();
    }

    protected override void Split(Part part, double bound)
    {
        double middle = Middle(part.Low[part.Edge], part.High[part.Edge]);
        if (!(middle > part.Low[part.Edge] && middle < part.High[part.Edge]))
        {
            Settle(bound);
            return;
        }
        double[] end = (double[])part.High.Clone(), start = (double[])part.Low.Clone();
        end[part.Edge] = start[part.Edge] = middle;
        Visit(part.Target, part.Low, end, bound);
        Visit(part.Target, start, part.High, bound);
    }

    private static double Middle(double low, double high) => (0.5 * low) + (0.5 * high);

    private void Visit(Target target, double[] low, double[] high, double bound)
    {
        _box.Forward.Run(low, high);
        _box.Adjoint.Mixes = true;
        _box.Adjoint.Run(target.Results, target.UsesRanges);
        bound = Math.Min(bound, target.Upper(_box.Adjoint));
        if (IsClosed(bound))
        {
            Settle(bound);
            return;
        }
        Push(bound, new Part(target, low, high, Edge(low, high)));
        Try(target, low, high);
    }

    /// <summary>The target at the middle of a box.</summary>
    private void Try(Target target, double[] low, double[] high)
    {
        for (int j = 0; j < _point.Length; j++)
        {
            _point[j] = Middle(low[j], high[j]);
        }
        _box.Forward.Run(_point, _point);
        _box.Adjoint.Mixes = false;
        _box.Adjoint.Run(target.Results);
        Attain(target.Lower(_box.Adjoint.Gradient, _point.Length), _point);
    }

    /// <summary>
    /// The edge that widens most what the bound depends on: Σ over the operations that read the input of |weight| · range of the slope · |g| · sensitivity.
    /// </summary>
    private int Edge(double[] low, double[] high)
    {
        Array.Clear(_score, 0, _score.Length);
        for (int ell = 1; ell < _box.Forward.Graph.Layers.Length; ell++)
        {
            Layer layer = _box.Forward.Graph.Layers[ell];
            for (int a = 0; a < layer.Arguments.Length; a++)
            {
                Block? block = layer.Arguments[layer.Arguments.Length - 1 - a].Of(0);
                if (block is not null)
                {
                    Score(ell, layer.Count, block, _box.Forward.Layers[ell].Arguments[a]);
                }
            }
        }
        int best = 0;
        double most = -1;
        for (int j = 0; j < low.Length; j++)
        {
            // Where nothing is known about the slopes, the widest.
            double score = (high[j] - low[j]) * (_score[j] + 1e-9);
            if (score > most)
            {
                (best, most) = (j, score);
            }
        }
        return best;
    }

    private void Score(int ell, int count, Block block, ArgumentBounds argument)
    {
        AdjointBounds adjoint = _box.Adjoint.Layers[ell];
        for (int i = 0; i < count; i++)
        {
            double size = 0;
            for (int r = 0; r < _box.Adjoint.Count; r++)
            {
                size = Math.Max(size, Roundoff.Magnitude(adjoint.Low[(r * adjoint.Stride) + i], adjoint.High[(r * adjoint.Stride) + i]));
            }
            double weight = size * (argument.FactorHigh[i] - argument.FactorLow[i]) * _box.Adjoint.Sensitivity[ell][i];
            for (int j = 0; j < _score.Length && weight > 0 && weight < double.PositiveInfinity; j++)
            {
                _score[j] += weight * Math.Abs(block.Weights[i, j]);
            }
        }
    }

    internal sealed record Part(Target Target, double[] Low, double[] High, int Edge);
}
