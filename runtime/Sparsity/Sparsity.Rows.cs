using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

// Entries row by row, from the derivatives of one iteration.
public sealed partial class Sparsity
{
    /// <summary>Stores the entries of a row.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="lanes">The derivatives with respect to <paramref name="columns"/>, in their order.</param>
    /// <param name="columns">Columns in ascending order, all those of the row among them; the others have derivative zero in this row.</param>
    /// <param name="values">Receives the entries of the row at their places.</param>
    /// <exception cref="ArgumentException">The row has a column that is not among them: the pattern belongs to other integers.</exception>
    public void StoreRow<T>(int row, ReadOnlySpan<Vector512<T>> lanes, ReadOnlySpan<int> columns, Span<T> values)
    {
        ReadOnlySpan<T> entries = MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<Vector512<T>, T>(ref MemoryMarshal.GetReference(lanes)), lanes.Length * Vector512<T>.Count);
        int start = _rowStarts[row];
        ReadOnlySpan<int> own = _columnIndices.AsSpan(start, _rowStarts[row + 1] - start);
        Span<T> target = values.Slice(start, own.Length);
        if (own.SequenceEqual(columns))
        {
            entries[..columns.Length].CopyTo(target);
            return;
        }
        int k = 0;
        for (int i = 0; i < columns.Length && k < own.Length; i++)
        {
            if (columns[i] == own[k])
            {
                target[k++] = entries[i];
            }
        }
        if (k < own.Length)
        {
            ThrowForeign(row, own[k]);
        }
    }

    [DoesNotReturn]
    private static void ThrowForeign(int row, int column) =>
        throw new ArgumentException($"The pattern has an entry at row {row}, column {column}, which the model does not have: it belongs to other integers or lengths.", "pattern");
}
