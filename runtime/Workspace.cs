using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>
/// Scratch memory of a generated sweep: the caller's <c>stackalloc</c> while it is large enough, a pooled array beyond. Dispose returns the array,
/// so that in steady state nothing is allocated. The content is undefined at first; <see cref="Clear"/> makes it zero.
/// </summary>
/// <typeparam name="T">A number, or lanes of numbers.</typeparam>
public ref struct Workspace<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    private readonly Span<T> _span;
    private T[]? _rented;

    /// <summary>Takes <paramref name="length"/> elements.</summary>
    /// <param name="initial">Memory to use when it is large enough.</param>
    /// <param name="length">The number of elements; a negative length is that of a loop that never runs, and means none.</param>
    public Workspace(Span<T> initial, int length)
    {
        length = Math.Max(length, 0);
        bool isLine = Unsafe.SizeOf<T>() == CacheLine && length > 0;
        int taken = isLine ? length + 1 : length;
        _rented = taken <= initial.Length ? null : ArrayPool<T>.Shared.Rent(taken);
        Span<T> all = _rented ?? initial;
        _span = isLine ? AtLine(all, length) : all[..length];
    }

    /// <summary>Elements as long as a line of the cache, each in a line of its own: across two, every access would be two. Should the memory move, they stay where they are in it.</summary>
    private static unsafe Span<T> AtLine(Span<T> all, int length)
    {
        ref T first = ref MemoryMarshal.GetReference(all[..(length + 1)]);
        nuint past = (nuint)Unsafe.AsPointer(ref first) % CacheLine;
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref first, past == 0 ? 0 : CacheLine - past), length);
    }

    /// <summary>All elements.</summary>
    public readonly Span<T> Span => _span;

    /// <summary>One element.</summary>
    /// <param name="index">From zero to the length given, exclusive.</param>
    public readonly ref T this[int index] => ref _span[index];

    /// <summary>Sets every element to zero.</summary>
    public readonly void Clear() => _span.Clear();

    /// <summary>Returns what was rented; the elements must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<T>.Shared.Return(rented);
        }
    }
}
