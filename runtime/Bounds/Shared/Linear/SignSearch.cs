using System;

namespace Proxima.Linear;

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

    private readonly SearchLimits _limits;
    private readonly BestFirst<Part> _open = new();
    private readonly Bounder _box;
    private readonly Bounder _point;
    private readonly Polytope _polytope;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly int[] _offsets;
    private readonly int _neurons;
    private sbyte[] _signs = [];
    private double[] _witness = [];
    private double _lower = double.NegativeInfinity;
    private double _settled = double.NegativeInfinity;
    private long _splits;

    public SignSearch(LayeredGraph graph, double[] low, double[] high, SearchLimits limits)
    {
        _limits = limits;
        _box = new Bounder(graph);
        _point = new Bounder(graph);
        _polytope = new Polytope(graph.InputCount);
        (_low, _high) = (low, high);
        Array.Copy(low, _polytope.Low, low.Length);
        Array.Copy(high, _polytope.High, high.Length);
        _offsets = new int[graph.Layers.Length];
        for (int ell = 0; ell < _offsets.Length; ell++)
        {
            _offsets[ell] = _neurons;
            _neurons += graph.Layers[ell].Count;
        }
    }

    private double Upper => Math.Max(Math.Max(_lower, _settled), _open.Count > 0 ? _open.Largest : double.NegativeInfinity);

    public SearchResult Run(Target[] targets)
    {
        Sample(targets);
        foreach (Target target in targets)
        {
            Visit(new Part(target, new sbyte[_neurons], -1, -1), double.PositiveInfinity);
        }
        while (_open.Count > 0 && !IsClosed(_open.Largest) && !(_lower > _limits.Target) && _splits < _limits.Splits)
        {
            Part part = _open.Pop(out double bound);
            _splits++;
            Split(part, bound);
            if (_limits.Stop is { } stop && stop(_splits, Upper, _lower))
            {
                break;
            }
        }
        return new SearchResult { Upper = Upper, Lower = _lower, Witness = _witness, Splits = _splits };
    }

    private bool IsClosed(double bound) => bound <= _lower + _limits.AbsoluteGap + (_limits.RelativeGap * Math.Abs(_lower)) || bound <= _limits.Target;

    /// <summary>A part that is not split again counts with its bound.</summary>
    private void Settle(double bound) => _settled = Math.Max(_settled, bound);

    private void Split(Part part, double bound)
    {
        for (int sign = 1; sign >= -1; sign -= 2)
        {
            sbyte[] signs = (sbyte[])part.Signs.Clone();
            signs[_offsets[part.Layer] + part.Neuron] = (sbyte)(sign * Chosen);
            Visit(new Part(part.Target, signs, -1, -1), bound);
        }
    }

    /// <summary>Bounds a part; drops it, settles it or leaves it open.</summary>
    private void Visit(Part part, double bound)
    {
        _signs = part.Signs;
        _polytope.Clear();
        if (!_box.Forward.Run(_low, _high, this))
        {
            return;
        }
        _box.Adjoint.Run(part.Target.Results);
        bound = Math.Min(bound, part.Target.Upper(_box.Adjoint));
        if (IsClosed(bound))
        {
            Settle(bound);
            return;
        }
        Try(part.Target);
        (int layer, int neuron) = Choose();
        if (layer < 0 || IsClosed(bound))
        {
            Settle(bound);
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
            ArgumentBounds argument = _box.Forward.Layers[ell].Arguments[0];
            AdjointBounds adjoint = _box.Adjoint.Layers[ell];
            for (int i = 0; i < _box.Forward.Graph.Layers[ell].Count; i++)
            {
                if (argument.FactorLow[i] < argument.FactorHigh[i])
                {
                    double size = 0;
                    for (int r = 0; r < _box.Adjoint.Count; r++)
                    {
                        size = Math.Max(size, Roundoff.Magnitude(adjoint.Low[(r * adjoint.Stride) + i], adjoint.High[(r * adjoint.Stride) + i]));
                    }
                    double score = _box.Adjoint.Sensitivity[ell][i] * size;
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
    internal sealed record Part(Target Target, sbyte[] Signs, int Layer, int Neuron);
}
