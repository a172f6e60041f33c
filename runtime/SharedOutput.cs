using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>Like <see cref="SharedRows{T}"/>, for rows that are written: no two threads may be given the same ones.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly unsafe struct SharedOutput<T>
{
    private readonly void* _span;
    private readonly int _columns;

    /// <summary>Shares a span.</summary>
    /// <param name="span">A parameter or local of the method that waits; by reference, because its place on the stack is what is shared.</param>
    /// <param name="columns">The number of elements of each row.</param>
    public SharedOutput(ref Span<T> span, int columns = 1)
    {
        _span = Unsafe.AsPointer(ref span);
        _columns = columns;
    }

    /// <summary>The elements of consecutive rows.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span ends before the last row.</exception>
    public Span<T> this[int row, int rows] => Unsafe.AsRef<Span<T>>(_span).Slice(row * _columns, rows * _columns);
}
