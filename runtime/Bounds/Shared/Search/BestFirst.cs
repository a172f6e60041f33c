using System.Collections.Generic;

namespace Proxima;

/// <summary>Open problems, the one with the largest bound first; of equal ones the oldest, of unbounded ones the newest, so that a search is the same everywhere.</summary>
internal sealed class BestFirst<T>
{
    private readonly List<(double Bound, long Age, T Item)> _heap = [];
    private long _age;

    public int Count => _heap.Count;

    public double Largest => _heap[0].Bound;

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<T> Items
    {
        get
        {
            foreach ((double _, long _, T item) in _heap)
            {
                yield return item;
            }
        }
    }

    /// <summary>How many of the items near the top <see cref="Near"/> gives.</summary>
    public int NearCount => _heap.Count < 15 ? _heap.Count : 15;

    /// <summary>An item of the first levels of the heap, a better level first: the best is item 0, and the best three are among the first seven.</summary>
    public T Near(int index) => _heap[index].Item;

    public void Push(double bound, T item)
    {
        _heap.Add((bound, _age++, item));
        int i = _heap.Count - 1;
        while (i > 0 && IsBefore(_heap[i], _heap[(i - 1) / 2]))
        {
            (_heap[i], _heap[(i - 1) / 2]) = (_heap[(i - 1) / 2], _heap[i]);
            i = (i - 1) / 2;
        }
    }

    public T Pop(out double bound)
    {
        (bound, _, T item) = _heap[0];
        _heap[0] = _heap[_heap.Count - 1];
        _heap.RemoveAt(_heap.Count - 1);
        int i = 0;
        while (true)
        {
            int child = (2 * i) + 1;
            if (child >= _heap.Count)
            {
                return item;
            }
            if (child + 1 < _heap.Count && IsBefore(_heap[child + 1], _heap[child]))
            {
                child++;
            }
            if (!IsBefore(_heap[child], _heap[i]))
            {
                return item;
            }
            (_heap[i], _heap[child]) = (_heap[child], _heap[i]);
            i = child;
        }
    }

    private static bool IsBefore(in (double Bound, long Age, T Item) a, in (double Bound, long Age, T Item) b)
    {
        if (!a.Bound.Equals(b.Bound))
        {
            return a.Bound > b.Bound;
        }
        // Of unbounded boxes the newer one first: either it soon has a bound, or the search soon stands at the point where there is none.
        return double.IsPositiveInfinity(a.Bound) ? a.Age > b.Age : a.Age < b.Age;
    }
}
