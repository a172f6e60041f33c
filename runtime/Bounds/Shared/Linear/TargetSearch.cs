using System;

namespace Proxima.Linear;

/// <summary>Best-first branch and bound on the largest of some targets; what a part is, and how it is bounded and split, is the heirs' affair.</summary>
internal abstract class TargetSearch<TPart>(int inputs, LinearLimits limits)
{
    private readonly BestFirst<TPart> _open = new();
    private readonly double[] _witness = new double[inputs];
    private double _lower = double.NegativeInfinity;
    private double _settled = double.NegativeInfinity;
    private long _splits;

    private double Upper => Math.Max(Math.Max(_lower, _settled), _open.Count > 0 ? _open.Largest : double.NegativeInfinity);

    /// <summary>Splits until the bounds meet or a limit is reached.</summary>
    protected LinearResult Explore()
    {
        while (_open.Count > 0 && !IsClosed(_open.Largest) && !(_lower > limits.Target) && _splits < limits.Splits)
        {
            TPart part = _open.Pop(out double bound);
            _splits++;
            Split(part, bound);
            if (limits.Stop is not null && limits.Stop(_splits, Upper, _lower))
            {
                break;
            }
        }
        return new LinearResult(Upper, _lower, _witness, _splits);
    }

    /// <summary>Visits the two halves of a part.</summary>
    protected abstract void Split(TPart part, double bound);

    protected bool IsClosed(double bound) => bound <= _lower + (limits.RelativeGap * Math.Abs(_lower)) || bound <= limits.Target;

    /// <summary>A part that is not split again counts with its bound.</summary>
    protected void Settle(double bound) => _settled = Math.Max(_settled, bound);

    protected void Push(double bound, TPart part) => _open.Push(bound, part);

    /// <summary>A value that is attained.</summary>
    protected void Attain(double value, double[] point)
    {
        if (value > _lower)
        {
            _lower = value;
            Array.Copy(point, _witness, point.Length);
        }
    }
}
