using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>A heap: the item with the largest bound is the first.</summary>
internal sealed class WorstFirst<T>
{
    private readonly List<(T Item, double Bound)> _items = [];

    public int Count => _items.Count;

    public T First => _items[0].Item;

    public double Bound => _items[0].Bound;

    /// <param name="bound">What is not a number bounds nothing.</param>
    public void Push(T item, double bound)
    {
        _items.Add((item, double.IsNaN(bound) ? double.PositiveInfinity : bound));
        for (int i = _items.Count - 1; i > 0 && _items[i].Bound > _items[(i - 1) / 2].Bound; i = (i - 1) / 2)
        {
            (_items[i], _items[(i - 1) / 2]) = (_items[(i - 1) / 2], _items[i]);
        }
    }

    public T Pop()
    {
        T first = First;
        int last = _items.Count - 1;
        _items[0] = _items[last];
        _items.RemoveAt(last);
        for (int i = 0; ;)
        {
            int child = (2 * i) + 1;
            if (child + 1 < last && _items[child + 1].Bound > _items[child].Bound)
            {
                child++;
            }
            if (child >= last || _items[child].Bound <= _items[i].Bound)
            {
                return first;
            }
            (_items[i], _items[child]) = (_items[child], _items[i]);
            i = child;
        }
    }
}
