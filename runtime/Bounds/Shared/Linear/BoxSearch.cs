using System;

namespace Proxima;

/// <summary>The largest of some targets of the derivatives of any graph, by halving boxes: for smooth functions of few inputs.</summary>
internal sealed class BoxSearch
{
    private readonly Forward _forward;
    private readonly Adjoint _adjoint;
    private readonly BestFirst<Part> _open = new();
    private readonly double[] _point;
    private readonly double[] _score;
    private double _settled = double.NegativeInfinity;

    public BoxSearch(LayeredGraph graph)
    {
        _forward = new Forward(graph);
        _adjoint = new Adjoint(_forward);
        _point = new double[graph.InputCount];
        _score = new double[graph.InputCount];
        Witness = new double[graph.InputCount];
    }

    /// <summary>A value that is attained at the witness.</summary>
    public double Lower { get; private set; } = double.NegativeInfinity;

    public double[] Witness { get; }

    /// <summary>No value is larger.</summary>
    public double Upper => Math.Max(Math.Max(Lower, _settled), _open.Count > 0 ? _open.Largest : double.NegativeInfinity);

    public long Splits { get; private set; }

    /// <summary>Until the bounds meet within <paramref name="gap"/> (relative), or the splits are used up, or <paramref name="isOver"/> says so.</summary>
    public void Run(Target[] targets, double[] low, double[] high, double gap, long splits, Func<bool> isOver)
    {
        foreach (Target target in targets)
        {
            Visit(target, low, high, double.PositiveInfinity, gap);
        }
        while (_open.Count > 0 && !IsClosed(_open.Largest, gap) && Splits < splits && !isOver())
        {
            Part part = _open.Pop(out double bound);
            double middle = Middle(part.Low[part.Edge], part.High[part.Edge]);
            if (!(middle > part.Low[part.Edge] && middle < part.High[part.Edge]))
            {
                _settled = Math.Max(_settled, bound);
                continue;
            }
            Splits++;
            double[] end = (double[])part.High.Clone(), start = (double[])part.Low.Clone();
            end[part.Edge] = start[part.Edge] = middle;
            Visit(part.Target, part.Low, end, bound, gap);
            Visit(part.Target, start, part.High, bound, gap);
        }
    }

    private static double Middle(double low, double high) => (0.5 * low) + (0.5 * high);

    private bool IsClosed(double bound, double gap) => bound <= Lower + (gap * Math.Abs(Lower));

    private void Visit(Target target, double[] low, double[] high, double bound, double gap)
    {
        _forward.Run(low, high);
        _adjoint.Mixes = true;
        _adjoint.Run(target.Results);
        bound = Math.Min(bound, target.Upper(_adjoint));
        if (IsClosed(bound, gap))
        {
            _settled = Math.Max(_settled, bound);
            return;
        }
        _open.Push(bound, new Part(target, low, high, Edge(low, high)));
        Try(target, low, high);
    }

    /// <summary>The target at the middle of a box.</summary>
    private void Try(Target target, double[] low, double[] high)
    {
        for (int j = 0; j < _point.Length; j++)
        {
            _point[j] = Middle(low[j], high[j]);
        }
        _forward.Run(_point, _point);
        _adjoint.Mixes = false;
        _adjoint.Run(target.Results);
        double value = target.Lower(_adjoint.Gradient, _point.Length);
        if (value > Lower)
        {
            Lower = value;
            Array.Copy(_point, Witness, _point.Length);
        }
    }

    /// <summary>
    /// The edge that widens most what the bound depends on: Σ over the operations that read the input of |weight| · range of the slope · |g| · sensitivity.
    /// </summary>
    private int Edge(double[] low, double[] high)
    {
        Array.Clear(_score, 0, _score.Length);
        for (int ell = 1; ell < _forward.Graph.Layers.Length; ell++)
        {
            Layer layer = _forward.Graph.Layers[ell];
            for (int a = 0; a < layer.Arguments.Length; a++)
            {
                Block? block = layer.Arguments[layer.Arguments.Length - 1 - a].Of(0);
                if (block is not null)
                {
                    Score(ell, layer.Count, block, _forward.Layers[ell].Arguments[a]);
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
        AdjointBounds adjoint = _adjoint.Layers[ell];
        for (int i = 0; i < count; i++)
        {
            double size = 0;
            for (int r = 0; r < _adjoint.Count; r++)
            {
                size = Math.Max(size, Roundoff.Magnitude(adjoint.Low[(r * adjoint.Stride) + i], adjoint.High[(r * adjoint.Stride) + i]));
            }
            double weight = size * (argument.FactorHigh[i] - argument.FactorLow[i]) * _adjoint.Sensitivity[ell][i];
            for (int j = 0; j < _score.Length && weight > 0 && weight < double.PositiveInfinity; j++)
            {
                _score[j] += weight * Math.Abs(block.Weights[i, j]);
            }
        }
    }

    private sealed record Part(Target Target, double[] Low, double[] High, int Edge);
}
