using System;
using System.Collections.Generic;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Results by content, shared by the generator and the analyzers of one process, so that a model is compiled once for both. One cache for each kind of result.
/// Bounded: the oldest goes when it is full.
/// </summary>
internal static class ContentCache<TResult>
    where TResult : notnull
{
    private const int Capacity = 1024;
    private static readonly object s_lock = new();
    private static readonly Dictionary<Request, TResult> s_entries = [];
    private static readonly Queue<Request> s_order = new();

    public static TResult Get(Request request, Func<Request, TResult> make)
    {
        lock (s_lock)
        {
            if (s_entries.TryGetValue(request, out TResult? known))
            {
                return known;
            }
        }
        TResult made = make(request);
        lock (s_lock)
        {
            if (!s_entries.ContainsKey(request))
            {
                s_entries[request] = made;
                s_order.Enqueue(request);
            }
            while (s_order.Count > Capacity)
            {
                s_entries.Remove(s_order.Dequeue());
            }
        }
        return made;
    }
}
