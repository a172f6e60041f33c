using System.Collections.Generic;

namespace Proxima;

/// <summary>How a box was split: inner places hold the coordinate halved there.</summary>
internal sealed class SplitTree
{
    private readonly List<(int Edge, int Low)> _places = [(-1, -1)];

    public int Root => 0;

    /// <summary>Halves a place; the two parts stand side by side.</summary>
    public (int Low, int High) Split(int place, int edge)
    {
        int low = _places.Count;
        _places.Add((-1, -1));
        _places.Add((-1, -1));
        _places[place] = (edge, low);
        return (low, low + 1);
    }

    /// <summary>Each place before its parts, the lower part first: the coordinate, or −1 for a leaf.</summary>
    public List<int> Preorder()
    {
        List<int> order = [];
        Stack<int> open = new();
        open.Push(Root);
        while (open.Count > 0)
        {
            (int edge, int low) = _places[open.Pop()];
            order.Add(edge);
            if (edge >= 0)
            {
                open.Push(low + 1);
                open.Push(low);
            }
        }
        return order;
    }
}
