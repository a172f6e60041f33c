using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>A box that is yet to be searched.</summary>
internal sealed class BoxNode
{
    /// <summary>What is left of the part after coordinates in which the function only grows or falls moved to their ends.</summary>
    public required Interval[] Box { get; init; }

    /// <summary>No value on the part exceeds this.</summary>
    public required double Upper { get; init; }

    /// <summary>The coordinate to halve next; −1 when no edge can be halved.</summary>
    public required int Edge { get; init; }

    /// <summary>True where the slopes do not tell how to split the part.</summary>
    public required bool IsSwinging { get; init; }

    /// <summary>Numbers nodes in the order of their making: ties are broken by it.</summary>
    public required long Number { get; init; }

    /// <summary>Where the node stands in the tree of splits; −1 when no tree is kept.</summary>
    public int Place { get; init; } = -1;
}

/// <summary>Boxes by their upper bounds, the largest first; of equals the older one, of unbounded ones the newer.</summary>
internal sealed class BoxHeap
{
    private readonly List<BoxNode> _nodes = [];

    public int Count => _nodes.Count;

    /// <summary>The node that <see cref="Pop"/> takes.</summary>
    public BoxNode Top => _nodes[0];

    /// <summary>All nodes, in no order.</summary>
    public IReadOnlyList<BoxNode> Nodes => _nodes;

    public void Push(BoxNode node)
    {
        int i = _nodes.Count;
        _nodes.Add(node);
        while (i > 0 && IsBefore(node, _nodes[(i - 1) / 2]))
        {
            _nodes[i] = _nodes[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        _nodes[i] = node;
    }

    public BoxNode Pop()
    {
        BoxNode top = _nodes[0], last = _nodes[_nodes.Count - 1];
        _nodes.RemoveAt(_nodes.Count - 1);
        if (_nodes.Count == 0)
        {
            return top;
        }
        int i = 0;
        while (true)
        {
            int child = (2 * i) + 1;
            if (child >= _nodes.Count)
            {
                break;
            }
            if (child + 1 < _nodes.Count && IsBefore(_nodes[child + 1], _nodes[child]))
            {
                child++;
            }
            if (!IsBefore(_nodes[child], last))
            {
                break;
            }
            _nodes[i] = _nodes[child];
            i = child;
        }
        _nodes[i] = last;
        return top;
    }

    private static bool IsBefore(BoxNode a, BoxNode b)
    {
        if (!a.Upper.Equals(b.Upper))
        {
            return a.Upper > b.Upper;
        }
        // Of unbounded boxes the newer one first: either it soon has a bound, or the search soon stands at the point where there is none.
        return double.IsPositiveInfinity(a.Upper) ? a.Number > b.Number : a.Number < b.Number;
    }
}
