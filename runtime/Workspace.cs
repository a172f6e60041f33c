using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>
/// Scratch memory of a generated sweep: the caller's <c>stackalloc</c> while it is large enough, a pooled array beyond. Dispose returns the array,
/// so that in steady state nothing is allocated. The content is undefined at first; <see cref="Clear"/> makes it zero.
/// </summary>
/// <remarks>
/// It starts at a multiple of 64 bytes where there is room: a vector across two cache lines costs two accesses, and arrays start 16 bytes after a multiple of
/// 64 or worse. The garbage collector may move an array meanwhile, which costs that speed and nothing else.
/// </remarks>
/// <typeparam name="T">A number, or lanes of numbers.</typeparam>
public ref struct Workspace<T>
    where T : unmanaged
{
    private readonly Span<T> _span;
    private T[]? _rented;

    /// <summary>Takes <paramref name="length"/> elements.</summary>
    /// <param name="initial">Memory to use when it is large enough.</param>
    /// <param name="length">The number of elements; a negative length is that of a loop that never runs, and means none.</param>
    public Workspace(Span<T> initial, int length)
    {
        length = Math.Max(length, 0);
        _rented = length <= initial.Length ? null : ArrayPool<T>.Shared.Rent(length + Spare);
        _span = Aligned(_rented ?? initial, length);
    }

    private const int Line = 64;

    /// <summary>As many elements as may stand before the first whole line.</summary>
    private static int Spare => Math.Max(1, Line / Unsafe.SizeOf<T>());

    /// <summary>All elements.</summary>
    public readonly Span<T> Span => _span;

    /// <summary>One element.</summary>
    /// <param name="index">From zero to the length given, exclusive.</param>
    public readonly ref T this[int index] => ref _span[index];

    /// <summary>Sets every element to zero.</summary>
    public readonly void Clear() => _span.Clear();

    private static Span<T> Aligned(Span<T> memory, int length)
    {
        ref T start = ref MemoryMarshal.GetReference(memory);
        nint past = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref start) % Line;
        return past != 0 && length + Spare <= memory.Length
            ? MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref start, Line - past), length)
            : memory[..length];
    }

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
