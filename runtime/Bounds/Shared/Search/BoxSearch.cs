using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// Best-first branch and bound for the maximum of a function over a box: boxes are halved across the edge along which the function varies most, those
/// that cannot hold the maximum are dropped. What it proves is proved by outward-rounded enclosures; equal calls take equal steps.
/// </summary>
/// <remarks>
/// Where the objective has a second bound (<see cref="IBoxRefinement"/>), both are asked on the whole box. A bound that is not closer than the other by a quarter of
/// the distance to what is attained does not pay, if the other one does: it is not asked on the parts of the box until those were halved four times more, then sixteen times more, and so on.
/// </remarks>
internal sealed class BoxSearch<TObjective>
    where TObjective : IBoxObjective
{
    private const double PayingShare = 0.25;

    private readonly SearchLimits _limits;
    private readonly TObjective[] _objectives;
    private readonly BoxBound<TObjective>[] _bounds;
    private readonly BestFirst<BoxNode> _heap = new();
    private readonly EdgeChoice<TObjective>[] _edges;
    private readonly BoxesAhead<TObjective>?[] _ahead;
    private readonly Interval[] _start;
    private readonly SplitTree? _tree;
    private readonly List<BoxNode> _settled = [];
    private double _settledUpper = double.NegativeInfinity;
    private double _lower = double.NegativeInfinity;
    private double[] _witness;
    private BoxBound<TObjective>? _witnessed;
    private long _splits;
    private long _number;

    private BoxSearch(TObjective[] objectives, Interval[] box, SearchLimits limits)
    {
        _limits = limits;
        _start = box;
        _objectives = objectives;
        _bounds = Array.ConvertAll(objectives, o => new BoxBound<TObjective>(o, limits.KeepsCandidates));
        _edges = Array.ConvertAll(objectives, o => new EdgeChoice<TObjective>(o, box));
        _ahead = new BoxesAhead<TObjective>?[objectives.Length];
        for (int i = 0; i < objectives.Length; i++)
        {
            _ahead[i] = objectives[i] is IManyBoxes { BoxesAtOnce: > 1 } many ? new(many, _edges[i], box.Length, limits.KeepsCandidates) : null;
        }
        _witness = [];
        _tree = limits.KeepsTree ? new() : null;
    }

    /// <summary>Encloses the maximum of <paramref name="objective"/> over <paramref name="box"/>.</summary>
    public static SearchResult Maximise(TObjective objective, Interval[] box, SearchLimits limits) => MaximiseAny([objective], box, limits);

    /// <summary>Encloses the largest value that one of several functions has on the box.</summary>
    public static SearchResult MaximiseAny(TObjective[] objectives, Interval[] box, SearchLimits limits) => new BoxSearch<TObjective>(objectives, box, limits).Run();

    private SearchResult Run()
    {
        for (int function = 0; function < _bounds.Length; function++)
        {
            Add((Interval[])_start.Clone(), double.PositiveInfinity, function, new(0, 0, 0), _tree?.Root ?? -1);
        }
        Climb();
        while (_heap.Count > 0 && _splits < _limits.Splits && !IsDone())
        {
            BoxNode node = _heap.Pop(out _);
            if (IsSettled(node))
            {
                Settle(node);
                continue;
            }
            if (_splits % _limits.StopInterval == 0 && _limits.Stop is { } stop && stop(_splits, Math.Max(node.Upper, Upper), _lower))
            {
                _heap.Push(node.Upper, node);
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
            _settled.AddRange(_heap.Items);
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

    private double Upper => Math.Max(Math.Max(_settledUpper, _lower), _heap.Count > 0 ? _heap.Largest : double.NegativeInfinity);

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
        if (node.Ahead is null && _ahead[node.Function] is { } ahead)
        {
            LookAhead(node, ahead);
        }
        Halves halves = node.Ahead ?? Halve(node);
        (int low, int high) = _tree?.Split(node.Place, halves.Edge) ?? (-1, -1);
        Halvings halvings = node.Halvings with { Count = node.Halvings.Count + 1 };
        if (node.Ahead is not null)
        {
            Add(halves.Low, node, halvings, low);
            Add(halves.High, node, halvings, high);
            return;
        }
        Add(halves.Low.Box, node.Upper, node.Function, halvings, low);
        Add(halves.High.Box, node.Upper, node.Function, halvings, high);
    }

    private Halves Halve(BoxNode node)
    {
        int across = node.IsSwinging ? _edges[node.Function].ByTrial(node) : node.Edge;
        Interval edge = node.Box[across];
        double middle = BoxBound<TObjective>.SplitPoint(edge);
        Interval[] first = (Interval[])node.Box.Clone(), second = (Interval[])node.Box.Clone();
        first[across] = new(edge.Lo, middle);
        second[across] = new(middle, edge.Hi);
        return new(across, new(first), new(second));
    }

    /// <summary>
    /// Bounds the halves of a node and of those that are likely to be halved next, as many together as the objective likes. The bound of a box depends on nothing else, so the
    /// search takes the same steps as it would without; it only knows some answers earlier.
    /// </summary>
    private void LookAhead(BoxNode node, BoxesAhead<TObjective> ahead)
    {
        Take(node);
        for (int i = 0; i < _heap.NearCount && ahead.Count + 2 <= ahead.Capacity; i++)
        {
            BoxNode next = _heap.Near(i);
            if (next.Ahead is null && next.Function == node.Function && next.Upper >= _lower && !IsSettled(next))
            {
                Take(next);
            }
        }
        ahead.Bound();

        void Take(BoxNode taken)
        {
            taken.Ahead = Halve(taken);
            ahead.Add(taken.Ahead.Low);
            ahead.Add(taken.Ahead.High);
        }
    }

    /// <summary>A part that was bounded ahead.</summary>
    private void Add(BoundedPart part, BoxNode whole, Halvings halvings, int place)
    {
        if (double.IsNaN(part.Upper))
        {
            return; // the function is defined nowhere on the part
        }
        double upper = Math.Min(whole.Upper, part.Upper);
        Note(part.AtCentre, part.Centre, _bounds[whole.Function]);
        if (upper >= _lower)
        {
            _heap.Push(upper, new() { Box = part.Box, Upper = upper, Edge = part.Edge, IsSwinging = part.IsSwinging, Number = _number++, Function = whole.Function, Halvings = halvings, Place = place });
        }
    }

    private void Add(Interval[] box, double upper, int function, Halvings halvings, int place)
    {
        BoxBound<TObjective> bound = _bounds[function];
        IBoxRefinement? refinement = _objectives[function] as IBoxRefinement;
        bool hasOwn = refinement is null || halvings.Count >= halvings.OwnFrom, isRefined = false;
        double own = double.PositiveInfinity;
        if (hasOwn)
        {
            own = bound.Upper(box);
            if (double.IsNaN(own))
            {
                return; // the function is defined nowhere on the box
            }
            upper = Math.Min(upper, own);
            Note(bound.AtCentre, bound.Centre, bound);
        }
        if (refinement is not null && halvings.Count >= halvings.RefinedFrom && !IsClosed(upper))
        {
            isRefined = true;
            double refined = refinement.Refine(box);
            upper = Math.Min(upper, refined);
            halvings = hasOwn ? Compare(own, refined, halvings) : halvings;
        }
        int edge = isRefined && halvings.RefinedFrom <= halvings.Count ? refinement!.Edge(box) : -1;
        if (!hasOwn && !IsClosed(upper))
        {
            double[] middle = Array.ConvertAll(box, BoxBound<TObjective>.SplitPoint);
            Note(refinement!.At(middle), middle, null);
        }
        if (upper < _lower)
        {
            return;
        }
        bool isKnown = edge >= 0 && EdgeChoice<TObjective>.CanBeHalved(box[edge]);
        edge = isKnown ? edge : _edges[function].BySlopes(box, hasOwn && bound.HasSlopes ? bound.Slopes : default(ReadOnlySpan<Interval>));
        _heap.Push(upper, new() { Box = box, Upper = upper, Edge = edge, IsSwinging = hasOwn && !isKnown && bound.IsSwinging, Number = _number++, Function = function, Halvings = halvings, Place = place });
    }

    private bool IsClosed(double upper) => upper <= _limits.Target || (_limits.KeepsCandidates ? upper < _lower : IsWithinGap(upper));

    /// <summary>Which of two bounds rests.</summary>
    private Halvings Compare(double own, double refined, Halvings halvings)
    {
        double goal = double.IsNaN(_limits.Target) ? _lower : Math.Max(_lower, _limits.Target);
        if (Pays(refined, own))
        {
            return halvings with { OwnFrom = halvings.Count + halvings.Rest, Rest = 4 * halvings.Rest };
        }
        return Pays(own, refined) ? halvings with { RefinedFrom = halvings.Count + halvings.Rest, Rest = 4 * halvings.Rest } : halvings;

        bool Pays(double bound, double other) => bound < other && (double.IsPositiveInfinity(other) || other - bound >= PayingShare * (other - goal));
    }

    private void Note(Interval value, double[] point, BoxBound<TObjective>? bound)
    {
        if (value.Lo > _lower)
        {
            _lower = value.Lo;
            _witness = (double[])point.Clone();
            _witnessed = bound;
        }
    }

    /// <summary>A good value from a new witness, by steps along the slopes that shrink until none improves. Not from one that the second bound met: there slopes rest.</summary>
    private void Climb()
    {
        if (_witnessed is not { } bound || !bound.At(_witness, out _))
        {
            return;
        }
        double[] point = new double[_start.Length];
        int tries = 0;
        for (double step = 1; step > 1e-6 && tries < 64; tries++) // 1e-6 of an edge: finer steps are the search's part
        {
            for (int j = 0; j < point.Length; j++)
            {
                double width = _start[j].Width, slope = bound.SlopesAtPoint[j].Midpoint;
                double direction = slope > 0 ? 1 : slope < 0 ? -1 : 0;
                point[j] = double.IsInfinity(width) ? _witness[j] : Math.Max(_start[j].Lo, Math.Min(_start[j].Hi, _witness[j] + (direction * step * width)));
            }
            double before = _lower;
            bool hasSlopes = bound.At(point, out Interval value);
            Note(value, point, bound);
            if (!(_lower > before) || !hasSlopes)
            {
                step *= 0.25;
                bound.At(_witness, out _); // the slopes there again
            }
        }
    }
}
