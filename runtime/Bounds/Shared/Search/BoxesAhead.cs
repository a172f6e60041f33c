using System;

namespace Proxima;

/// <summary>A part of a box, bounded before it is asked for. It depends on nothing but the part, so that the search does not know when that was.</summary>
internal sealed class BoundedPart(Interval[] box)
{
    /// <summary>The part; after it was bounded without the coordinates that do not matter.</summary>
    public Interval[] Box { get; } = box;

    /// <summary>As of <see cref="BoxBound{TObjective}.Upper"/>: NaN where the function is defined nowhere on the part.</summary>
    public double Upper { get; set; }

    public double[] Centre { get; } = new double[box.Length];

    public Interval AtCentre { get; set; }

    /// <summary>The coordinate to halve; −1 when no edge can be halved.</summary>
    public int Edge { get; set; }

    public bool IsSwinging { get; set; }
}

/// <summary>How a box is halved: across which edge, and its halves.</summary>
internal sealed record Halves(int Edge, BoundedPart Low, BoundedPart High);

/// <summary>Bounds several parts of boxes together, step by step as <see cref="BoxBound{TObjective}"/> bounds one.</summary>
internal sealed class BoxesAhead<TObjective>
    where TObjective : IBoxObjective
{
    private readonly IManyBoxes _objective;
    private readonly EdgeChoice<TObjective> _edges;
    private readonly bool _isStrict;
    private readonly int _dimension;
    private readonly Interval[] _boxes, _slopes, _values;
    private readonly bool[] _haveSlopes;

    // Of each part: what it was before it lost coordinates, and what was found out last.
    private readonly BoundedPart[] _parts;
    private readonly Interval[] _unmoved, _ownSlopes, _ownValues;
    private readonly bool[] _hasSlopes;

    private readonly int[] _open, _moved, _restored;

    public BoxesAhead(IManyBoxes objective, EdgeChoice<TObjective> edges, int dimension, bool isStrict)
    {
        (_objective, _edges, _dimension, _isStrict) = (objective, edges, dimension, isStrict);
        int count = objective.BoxesAtOnce;
        (_boxes, _slopes, _values, _haveSlopes) = (new Interval[count * dimension], new Interval[count * dimension], new Interval[count], new bool[count]);
        (_parts, _unmoved, _ownSlopes, _ownValues, _hasSlopes) = (new BoundedPart[count], new Interval[count * dimension], new Interval[count * dimension], new Interval[count], new bool[count]);
        (_open, _moved, _restored) = (new int[count], new int[count], new int[count]);
    }

    /// <summary>The most parts that are bounded together.</summary>
    public int Capacity => _parts.Length;

    /// <summary>The parts to be bounded.</summary>
    public int Count { get; private set; }

    public void Add(BoundedPart part) => _parts[Count++] = part;

    /// <summary>Bounds the parts that were added.</summary>
    public void Bound()
    {
        int open = Count;
        for (int i = 0; i < open; i++)
        {
            _open[i] = i;
        }
        for (int round = 0; open > 0; round++)
        {
            Evaluate(_open, open);
            int moved = 0, restored = 0;
            for (int k = 0; k < open; k++)
            {
                int i = _open[k];
                Interval[] box = _parts[i].Box;
                if (_ownValues[i].IsEmpty && round == 0)
                {
                    _parts[i].Upper = double.NaN;
                }
                else if (_ownValues[i].IsEmpty)
                {
                    Copy(_unmoved, i * _dimension, box, 0);
                    _restored[restored++] = i;
                }
                else if (_hasSlopes[i] && round < box.Length)
                {
                    Copy(box, 0, _unmoved, i * _dimension);
                    if (BoxBound<TObjective>.MoveToEnds(box, SlopesOf(i), _isStrict))
                    {
                        _moved[moved++] = i;
                    }
                }
            }
            Evaluate(_restored, restored);
            Array.Copy(_moved, _open, moved);
            open = moved;
        }
        Finish();
        Count = 0;
    }

    private void Evaluate(int[] which, int count)
    {
        if (count == 0)
        {
            return;
        }
        for (int k = 0; k < count; k++)
        {
            Copy(_parts[which[k]].Box, 0, _boxes, k * _dimension);
        }
        _objective.EvaluateEach(count, _boxes, _slopes, _values, _haveSlopes);
        for (int k = 0; k < count; k++)
        {
            int i = which[k];
            Copy(_slopes, k * _dimension, _ownSlopes, i * _dimension);
            (_ownValues[i], _hasSlopes[i]) = (_values[k], _haveSlopes[k]);
        }
    }

    private void Finish()
    {
        int open = 0;
        for (int i = 0; i < Count; i++)
        {
            BoundedPart part = _parts[i];
            if (double.IsNaN(part.Upper))
            {
                continue;
            }
            BoxBound<TObjective>.ChooseCentre(part.Box, SlopesOf(i), part.Centre);
            for (int j = 0; j < _dimension; j++)
            {
                _boxes[(open * _dimension) + j] = part.Centre[j];
            }
            _open[open++] = i;
        }
        _objective.EncloseEach(open, _boxes, _values);
        for (int k = 0; k < open; k++)
        {
            int i = _open[k];
            BoundedPart part = _parts[i];
            ReadOnlySpan<Interval> slopes = SlopesOf(i);
            part.AtCentre = _values[k];
            part.IsSwinging = _hasSlopes[i] && BoxBound<TObjective>.Swings(part.Box, slopes, _ownValues[i]);
            part.Upper = _hasSlopes[i] ? BoxBound<TObjective>.Meet(part.Box, slopes, part.Centre, part.AtCentre, _ownValues[i]) : _ownValues[i].Hi;
            part.Edge = _edges.BySlopes(part.Box, slopes);
        }
    }

    /// <summary>Empty where there are none.</summary>
    private ReadOnlySpan<Interval> SlopesOf(int part) => _hasSlopes[part] ? _ownSlopes.AsSpan(part * _dimension, _dimension) : default;

    /// <summary>A loop: of a few sides, where a call costs more.</summary>
    private void Copy(Interval[] from, int fromStart, Interval[] to, int toStart)
    {
        for (int j = 0; j < _dimension; j++)
        {
            to[toStart + j] = from[fromStart + j];
        }
    }
}
