using System;

namespace Proxima;

/// <summary>The largest of some targets of the derivatives of any graph, by halving boxes: for smooth functions of few inputs.</summary>
internal sealed class BoxSearch
{
    private readonly Forward _forward;
    private readonly Adjoint _adjoint;
    private readonly BestFirst<Part> _open = new();
    private readonly double[] _point;
    private double _settled = double.NegativeInfinity;

    public BoxSearch(LayeredGraph graph)
    {
        _forward = new Forward(graph);
        _adjoint = new Adjoint(_forward);
        _point = new double[graph.InputCount];
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
        for (int j = 0; j < _point.Length; j++)
        {
            _point[j] = Middle(low[j], high[j]);
        }
        _forward.Run(_point, _point);
        _adjoint.Run(target.Results);
        double value = target.Lower(_adjoint.Gradient, _point.Length);
        if (value > Lower)
        {
            Lower = value;
            Array.Copy(_point, Witness, _point.Length);
        }
        _forward.Run(low, high);
        _adjoint.Run(target.Results);
        bound = Math.Min(bound, target.Upper(_adjoint));
        if (IsClosed(bound, gap))
        {
            _settled = Math.Max(_settled, bound);
            return;
        }
        _open.Push(bound, new Part(target, low, high, Widest(low, high)));
    }

    /// <summary>The edge along which the uncertain slopes change most: Σ over the operations of the derivative's width · sensitivity · weight.</summary>
    private int Widest(double[] low, double[] high)
    {
        int widest = 0;
        for (int j = 1; j < low.Length; j++)
        {
            widest = high[j] - low[j] > high[widest] - low[widest] ? j : widest;
        }
        return widest;
    }

    private sealed record Part(Target Target, double[] Low, double[] High, int Edge);
}
