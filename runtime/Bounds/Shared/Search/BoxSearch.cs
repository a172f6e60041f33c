using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// Best-first branch and bound for the maximum of a function over a box: boxes are halved across the edge along which the function varies most, those
/// that cannot hold the maximum are dropped. What it proves is proved by outward-rounded enclosures; equal calls take equal steps.
/// </summary>
internal sealed class BoxSearch<TObjective>
    where TObjective : IBoxObjective
{
    private readonly SearchLimits _limits;
    private readonly BoxBound<TObjective> _bound;
    private readonly BoxHeap _heap = new();
    private readonly EdgeChoice<TObjective> _edges;
    private readonly Interval[] _start;
    private readonly SplitTree? _tree;
    private readonly List<BoxNode> _settled = [];
    private double _settledUpper = double.NegativeInfinity;
    private double _lower = double.NegativeInfinity;
    private double[] _witness;
    private long _splits;
    private long _number;

    private BoxSearch(TObjective objective, Interval[] box, SearchLimits limits)
    {
        _limits = limits;
        _start = box;
        _bound = new(objective, limits.KeepsCandidates);
        _edges = new(objective, box);
        _witness = [];
        _tree = limits.KeepsTree ? new() : null;
    }

    /// <summary>Encloses the maximum of <paramref name="objective"/> over <paramref name="box"/>.</summary>
    public static SearchResult Maximise(TObjective objective, Interval[] box, SearchLimits limits) => new BoxSearch<TObjective>(objective, box, limits).Run();

    private SearchResult Run()
    {
        Add((Interval[])_start.Clone(), double.PositiveInfinity, _tree?.Root ?? -1);
        Climb();
        while (_heap.Count > 0 && _splits < _limits.Splits && !IsDone())
        {
            BoxNode node = _heap.Pop();
            if (IsSettled(node))
            {
                Settle(node);
                continue;
            }
            if (_splits % _limits.StopInterval == 0 && _limits.Stop is { } stop && stop(_splits, Math.Max(node.Upper, Upper), _lower))
            {
                _heap.Push(node);
                break;
            }
            double before = _lower;
            Split(node);
            if (_lower > before + _limits.AbsoluteGap + (_limits.RelativeGap * Math.Abs(_lower)))
            {
                Climb();
            }
        }
        List<Interval[]> candidates = [];
        if (_limits.KeepsCandidates)
        {
            _settled.AddRange(_heap.Nodes);
            _settled.Sort(static (a, b) => a.Number.CompareTo(b.Number));
            foreach (BoxNode node in _settled)
            {
                if (node.Upper >= _lower)
                {
                    candidates.Add(node.Box);
                }
            }
        }
        return new() { Upper = Upper, Lower = _lower, Witness = _witness, Splits = _splits, Candidates = candidates, Tree = _tree?.Preorder() ?? [] };
    }

    private double Upper => Math.Max(Math.Max(_settledUpper, _lower), _heap.Count > 0 ? _heap.Top.Upper : double.NegativeInfinity);

    private bool IsDone()
    {
        double upper = Upper;
        if (double.IsPositiveInfinity(_settledUpper) || _lower > _limits.Target || upper <= _limits.Target)
        {
            return true;
        }
        return !_limits.KeepsCandidates && IsWithinGap(upper);
    }

    private bool IsWithinGap(double upper) => upper <= _lower + _limits.AbsoluteGap + (_limits.RelativeGap * Math.Abs(_lower));

    private bool IsSettled(BoxNode node)
    {
        if (node.Edge < 0 || (double.IsPositiveInfinity(node.Upper) && IsNarrow(node.Box, 1.0 / (1L << 40)))) // about 1e-12: what is unbounded there is so at a point
        {
            return true;
        }
        return _limits.KeepsCandidates && IsWithinGap(node.Upper) && IsNarrow(node.Box, _limits.CandidateWidth);
    }

    private bool IsNarrow(Interval[] box, double part)
    {
        for (int j = 0; j < box.Length; j++)
        {
            if (!(box[j].Width <= part * _start[j].Width) || (double.IsInfinity(_start[j].Width) && box[j].Width > part))
            {
                return false;
            }
        }
        return true;
    }

    private void Settle(BoxNode node)
    {
        _settledUpper = Math.Max(_settledUpper, node.Upper);
        if (_limits.KeepsCandidates)
        {
            _settled.Add(node);
        }
    }

    private void Split(BoxNode node)
    {
        _splits++;
        int across = node.IsSwinging ? _edges.ByTrial(node) : node.Edge;
        Interval edge = node.Box[across];
        double middle = BoxBound<TObjective>.SplitPoint(edge);
        (int low, int high) = _tree?.Split(node.Place, across) ?? (-1, -1);
        Interval[] first = (Interval[])node.Box.Clone(), second = (Interval[])node.Box.Clone();
        first[across] = new(edge.Lo, middle);
        second[across] = new(middle, edge.Hi);
        Add(first, node.Upper, low);
        Add(second, node.Upper, high);
    }

    private void Add(Interval[] box, double upperOfWhole, int place)
    {
        double upper = Math.Min(upperOfWhole, _bound.Upper(box));
        if (double.IsNaN(upper))
        {
            return; // the function is defined nowhere on the box
        }
        Note(_bound.AtCentre, _bound.Centre);
        if (upper < _lower)
        {
            return;
        }
        _heap.Push(new() { Box = box, Upper = upper, Edge = _edges.BySlopes(box, _bound), IsSwinging = _bound.IsSwinging, Number = _number++, Place = place });
    }

    private void Note(Interval value, double[] point)
    {
        if (value.Lo > _lower)
        {
            _lower = value.Lo;
            _witness = (double[])point.Clone();
        }
    }

    /// <summary>A good value from a new witness, by steps along the slopes that shrink until none improves.</summary>
    private void Climb()
    {
        if (_witness.Length == 0 || !_bound.At(_witness, out _))
        {
            return;
        }
        double[] point = new double[_start.Length];
        int tries = 0;
        for (double step = 1; step > 1e-6 && tries < 64; tries++) // 1e-6 of an edge: finer steps are the search's part
        {
            for (int j = 0; j < point.Length; j++)
            {
                double width = _start[j].Width, slope = _bound.SlopesAtCentre[j].Midpoint;
                double direction = slope > 0 ? 1 : slope < 0 ? -1 : 0;
                point[j] = double.IsInfinity(width) ? _witness[j] : Math.Max(_start[j].Lo, Math.Min(_start[j].Hi, _witness[j] + (direction * step * width)));
            }
            double before = _lower;
            bool hasSlopes = _bound.At(point, out Interval value);
            Note(value, point);
            if (!(_lower > before) || !hasSlopes)
            {
                step *= 0.25;
                _bound.At(_witness, out _); // the slopes there again
            }
        }
    }
}
