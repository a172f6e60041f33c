using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// The rows of a span, readable from other threads while the method that holds the span waits for them: a lambda cannot capture a span, but it can capture
/// where on the stack the span lies. The garbage collector keeps that span up to date, so nothing is pinned. Generated code uses it between
/// <see cref="Batch.RequireLength{T}(ReadOnlySpan{T}, int, string)"/> and the end of <see cref="Batch.ForEachChunk"/>; it is of no use after the method returned.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly unsafe struct SharedRows<T>
{
    private readonly void* _span;
    private readonly int _columns;

    /// <summary>Shares a span.</summary>
    /// <param name="span">A parameter or local of the method that waits; by reference, because its place on the stack is what is shared.</param>
    /// <param name="columns">The number of elements of each row.</param>
    public SharedRows(ref ReadOnlySpan<T> span, int columns = 1)
    {
        _span = Unsafe.AsPointer(ref span);
        _columns = columns;
    }

    /// <summary>The whole span.</summary>
    public ReadOnlySpan<T> All => Unsafe.AsRef<ReadOnlySpan<T>>(_span);

    /// <summary>The elements of consecutive rows.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span ends before the last row.</exception>
    public ReadOnlySpan<T> this[int row, int rows] => All.Slice(row * _columns, rows * _columns);
}
