using System;
using System.Collections.Generic;
using System.Threading;

namespace Proxima;

/// <summary>Keeps what was computed last for a few keys. What is computed depends on the key alone, so it does not matter who computed it.</summary>
internal sealed class ContentCache<TKey, TValue>(int capacity, Func<TKey, TValue> create)
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly List<(TKey Key, TValue Value)> _entries = [];

    public TValue this[TKey key]
    {
        get
        {
            lock (_gate)
            {
                for (int i = 0; i < _entries.Count; i++)
                {
                    if (_entries[i].Key.Equals(key))
                    {
                        return _entries[i].Value;
                    }
                }
                TValue value = create(key);
                if (_entries.Count == capacity)
                {
                    _entries.RemoveAt(0);
                }
                _entries.Add((key, value));
                return value;
            }
        }
    }
}
