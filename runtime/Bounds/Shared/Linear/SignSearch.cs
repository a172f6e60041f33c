using System;

namespace Proxima;

/// <summary>
/// The largest of some targets of the derivatives of a piecewise-linear graph, by deciding the signs of rectified arguments. A decision is a half-space of inputs; the linear
/// bounds of one part hold inside its polytope, parts that are certainly empty are dropped, signs that the polytope implies are decided for nothing.
/// Where every sign is decided the derivative is known.
/// </summary>
internal sealed partial class SignSearch : IDecisions
{
    private const sbyte Unknown = 0;
    private const sbyte Implied = 1;
    private const sbyte Chosen = 2;

    private readonly Forward _forward;
    private readonly Adjoint _adjoint;
    private readonly Forward _pointForward;
    private readonly Adjoint _pointAdjoint;
    private readonly Polytope _polytope;
    private readonly BestFirst<Part> _open = new();
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly int[] _offsets;
    private sbyte[] _signs = [];
    private double _settled = double.NegativeInfinity;

    public SignSearch(LayeredGraph graph, double[] low, double[] high)
    {
        _forward = new Forward(graph);
        _adjoint = new Adjoint(_forward);
        _pointForward = new Forward(graph);
        _pointAdjoint = new Adjoint(_pointForward);
        _polytope = new Polytope(graph.InputCount);
        (_low, _high) = (low, high);
        Array.Copy(low, _polytope.Low, low.Length);
        Array.Copy(high, _polytope.High, high.Length);
        Witness = new double[low.Length];
        _offsets = new int[graph.Layers.Length];
        for (int ell = 1; ell < _offsets.Length; ell++)
        {
            _offsets[ell] = _offsets[ell - 1] + graph.Layers[ell - 1].Count;
        }
        Neurons = _offsets[^1] + graph.Layers[^1].Count;
    }

    /// <summary>A norm that is attained: at the witness, or next to it.</summary>
    public double Lower { get; private set; } = double.NegativeInfinity;

    public double[] Witness { get; }

    /// <summary>No derivative is larger.</summary>
    public double Upper => Math.Max(Math.Max(Lower, _settled), _open.Count > 0 ? _open.Largest : double.NegativeInfinity);

    public long Splits { get; private set; }

    private int Neurons { get; }

    /// <summary>Until the bounds meet within <paramref name="gap"/> (relative), or the splits are used up, or <paramref name="isOver"/> says so.</summary>
    public void Run(Target[] targets, double gap, long splits, Func<bool> isOver)
    {
        Sample(targets);
        foreach (Target target in targets)
        {
            Visit(new Part(target, new sbyte[Neurons], -1, -1), double.PositiveInfinity, gap);
        }
        while (_open.Count > 0 && !IsClosed(_open.Largest, gap) && Splits < splits && !isOver())
        {
            Part part = _open.Pop(out double bound);
            Splits++;
            for (int sign = 1; sign >= -1; sign -= 2)
            {
                sbyte[] signs = (sbyte[])part.Signs.Clone();
                signs[_offsets[part.Layer] + part.Neuron] = (sbyte)(sign * Chosen);
                Visit(new Part(part.Target, signs, -1, -1), bound, gap);
            }
        }
    }

    private bool IsClosed(double bound, double gap) => bound <= Lower + (gap * Math.Abs(Lower));

    /// <summary>Bounds a part; drops it, settles it or leaves it open.</summary>
    private void Visit(Part part, double bound, double gap)
    {
        _signs = part.Signs;
        _polytope.Clear();
        if (!_forward.Run(_low, _high, this))
        {
            return;
        }
        _adjoint.Run(part.Target.Results);
        bound = Math.Min(bound, part.Target.Upper(_adjoint));
        if (IsClosed(bound, gap))
        {
            _settled = Math.Max(_settled, bound);
            return;
        }
        Try(part.Target);
        (int layer, int neuron) = Choose();
        if (layer < 0 || IsClosed(bound, gap))
        {
            _settled = Math.Max(_settled, bound);
            return;
        }
        _open.Push(bound, part with { Layer = layer, Neuron = neuron });
    }

    /// <summary>The undecided sign on which the norm depends most.</summary>
    private (int Layer, int Neuron) Choose()
    {
        (int layer, int neuron) = (-1, -1);
        double most = -1;
        for (int ell = 1; ell < _offsets.Length && layer < 0; ell++)
        {
            ArgumentBounds argument = _forward.Layers[ell].Arguments[0];
            AdjointBounds adjoint = _adjoint.Layers[ell];
            for (int i = 0; i < _forward.Graph.Layers[ell].Count; i++)
            {
                if (argument.FactorLow[i] < argument.FactorHigh[i])
                {
                    double size = 0;
                    for (int r = 0; r < _adjoint.Count; r++)
                    {
                        size = Math.Max(size, Roundoff.Magnitude(adjoint.Low[(r * adjoint.Stride) + i], adjoint.High[(r * adjoint.Stride) + i]));
                    }
                    double score = _adjoint.Sensitivity[ell][i] * size;
                    if (score > most)
                    {
                        (layer, neuron, most) = (ell, i, score);
                    }
                }
            }
        }
        return (layer, neuron);
    }

    /// <summary>Signs so far, and the sign to decide next.</summary>
    private sealed record Part(Target Target, sbyte[] Signs, int Layer, int Neuron);
}
