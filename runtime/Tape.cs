using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Proxima;

/// <summary>
/// A growable record, last in, first out, for loops whose number of iterations is not known before they ran. It grows by pooled chunks, each twice
/// the one before; a chunk never moves, so growing copies nothing. In steady state nothing is allocated.
/// </summary>
/// <typeparam name="T">A number, or lanes of numbers.</typeparam>
public ref struct Tape<T>
    where T : unmanaged
{
    // 26 doublings of the smallest chunk are more elements than an array can hold.
    private const int MaxChunks = 26;
    private const int SmallestChunk = 256;

    private readonly Span<T> _first;
    private Span<T> _current;
    private T[]?[]? _chunks;
    private int _count;
    private int _depth;

    /// <summary>Starts an empty tape.</summary>
    /// <param name="initial">Memory to use before the first chunk is rented.</param>
    public Tape(Span<T> initial)
    {
        _first = initial;
        _current = initial;
    }

    /// <summary>Appends a value.</summary>
    /// <param name="value">What <see cref="Pop"/> will return.</param>
    public void Push(T value)
    {
        if (_count == _current.Length)
        {
            Grow();
        }
        _current[_count++] = value;
    }

    /// <summary>Removes the value appended last.</summary>
    /// <returns>That value.</returns>
    /// <exception cref="InvalidOperationException">The tape is empty.</exception>
    public T Pop()
    {
        if (_count == 0)
        {
            Shrink();
        }
        return _current[--_count];
    }

    /// <summary>Returns what was rented; the tape must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_chunks is not { } chunks)
        {
            return;
        }
        _chunks = null;
        for (int i = 0; i < chunks.Length && chunks[i] is { } chunk; i++)
        {
            ArrayPool<T>.Shared.Return(chunk);
        }
        ArrayPool<T[]?>.Shared.Return(chunks, clearArray: true);
    }

    private void Grow()
    {
        if (_chunks is null)
        {
            _chunks = ArrayPool<T[]?>.Shared.Rent(MaxChunks);
            Array.Clear(_chunks); // others may have returned theirs with references left in it
        }
        // A chunk left behind by Shrink is still rented: a loop that pops and pushes across the border rents nothing.
        _current = _chunks[_depth] ??= ArrayPool<T>.Shared.Rent(Math.Max(2 * _current.Length, SmallestChunk));
        _depth++;
        _count = 0;
    }

    private void Shrink()
    {
        if (_depth == 0)
        {
            ThrowEmpty();
        }
        _depth--;
        _current = _depth == 0 ? _first : _chunks![_depth - 1];
        _count = _current.Length;
        if (_count == 0)
        {
            // The first chunk was the caller's and had no room.
            ThrowEmpty();
        }
    }

    [DoesNotReturn]
    private static void ThrowEmpty() => throw new InvalidOperationException("The tape is empty.");
}
