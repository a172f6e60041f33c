using System;

namespace Proxima.Linear;

/// <summary>Linear bounds of the largest of some targets of the derivatives, all of the same results.</summary>
internal sealed class LinearRefinement : IBoxRefinement
{
    private readonly Bounder _box;
    private readonly Target[] _targets;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _score;

    public LinearRefinement(Bounder box, params Target[] targets)
    {
        _box = box;
        _targets = targets;
        _low = new double[box.Forward.Graph.InputCount];
        _high = new double[_low.Length];
        _score = new double[_low.Length];
    }

    public double Refine(Interval[] box)
    {
        Run(box, mixes: true, Array.Exists(_targets, static target => target.UsesRanges));
        double upper = double.NegativeInfinity;
        foreach (Target target in _targets)
        {
            upper = Math.Max(upper, target.Upper(_box.Adjoint));
        }
        return upper;
    }

    /// <summary>
    /// The edge that widens most what the bound depends on: Σ over the operations that read the input of |weight| · range of the slope · |g| · sensitivity.
    /// </summary>
    public int Edge(Interval[] box)
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
        int best = -1;
        double most = -1;
        for (int j = 0; j < box.Length; j++)
        {
            // Where nothing is known about the slopes, the widest.
            double score = box[j].Width * (_score[j] + 1e-9);
            if (score > most)
            {
                (best, most) = (j, score);
            }
        }
        return best;
    }

    public Interval At(double[] point) => Bound(Array.ConvertAll(point, static x => (Interval)x));

    /// <summary>What the largest target certainly is, and is at most, at a point.</summary>
    public Interval Bound(Interval[] point)
    {
        Run(point, mixes: false, refinesInputs: true);
        double low = double.NegativeInfinity, high = double.NegativeInfinity;
        foreach (Target target in _targets)
        {
            low = Math.Max(low, target.Lower(_box.Adjoint.Gradient, _low.Length));
            high = Math.Max(high, target.Upper(_box.Adjoint));
        }
        return low <= high ? Interval.Raw(low, high) : Interval.Raw(double.NegativeInfinity, high);
    }

    private void Run(Interval[] box, bool mixes, bool refinesInputs)
    {
        for (int j = 0; j < box.Length; j++)
        {
            (_low[j], _high[j]) = (box[j].Lo, box[j].Hi);
        }
        _box.Forward.Run(_low, _high);
        _box.Adjoint.Mixes = mixes;
        _box.Adjoint.Run(_targets[0].Results, refinesInputs);
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
}

/// <summary>A target of the derivatives of a graph of which nothing else is known: bounded by lines alone, and evaluated at points.</summary>
internal sealed class GraphObjective(Bounder bounder, Target target) : IBoxObjective, IBoxRefinement
{
    private readonly LinearRefinement _linear = new(bounder, target);

    public int Dimension => bounder.Forward.Graph.InputCount;

    public bool Evaluate(Interval[] box, Interval[] slopes, out Interval value)
    {
        value = Array.TrueForAll(box, static edge => edge.IsPoint) ? _linear.Bound(box) : Interval.Entire;
        return false;
    }

    public Interval Enclose(Interval[] box) => Interval.Raw(double.NegativeInfinity, Refine(box));

    public double Refine(Interval[] box) => _linear.Refine(box);

    public Interval At(double[] point) => _linear.At(point);

    public int Edge(Interval[] box) => _linear.Edge(box);
}

/// <summary>Linear bounds of a result, or of its negative.</summary>
internal sealed class LinearRange(Forward forward, bool isNegated) : IBoxRefinement
{
    private readonly double[] _low = new double[forward.Graph.InputCount];
    private readonly double[] _high = new double[forward.Graph.InputCount];

    public double Refine(Interval[] box) => Value(box).Hi;

    public Interval At(double[] point) => Value(Array.ConvertAll(point, static x => (Interval)x));

    public int Edge(Interval[] box) => -1;

    private Interval Value(Interval[] box)
    {
        for (int j = 0; j < box.Length; j++)
        {
            (_low[j], _high[j]) = (box[j].Lo, box[j].Hi);
        }
        forward.Run(_low, _high);
        forward.BoundOutputs();
        Interval value = Interval.Raw(forward.Outputs.Low[0], forward.Outputs.High[0]);
        return isNegated ? -value : value;
    }
}
