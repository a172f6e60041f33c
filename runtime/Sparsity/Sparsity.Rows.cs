using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        ReadOnlySpan<T> entries = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector512<T>, T>(ref MemoryMarshal.GetReference(lanes)), lanes.Length * Vector512<T>.Count);
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

    /// <summary>Stores the entries of a row per lane.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="row">The row of lane 0.</param>
    /// <param name="step">The distance to the next lane's row.</param>
    /// <param name="entries">The derivatives with respect to the columns, in their order: one vector per column, one row per lane.</param>
    /// <param name="columns">The first columns of runs of neighbours, ascending: run by run, a column per lane.</param>
    /// <param name="counts">The length of each run.</param>
    /// <param name="values">Receives the entries of the rows at their places.</param>
    /// <exception cref="ArgumentException">A row has a column that is not among them: the pattern belongs to other integers.</exception>
    public void StoreRows<T>(int row, int step, ReadOnlySpan<Vector512<T>> entries, ReadOnlySpan<int> columns, ReadOnlySpan<int> counts, Span<T> values)
    {
        Span<int> starts = stackalloc int[Vector512<T>.Count];
        bool areWhole = true;
        for (int lane = 0; lane < starts.Length && areWhole; lane++)
        {
            starts[lane] = _rowStarts[row + (lane * step)];
            areWhole = _rowStarts[row + (lane * step) + 1] - starts[lane] == entries.Length;
        }
        // A row of this length is inside the indices. Columns ascend within it, so that the ends of a run tell the rest of the run.
        ref int own = ref MemoryMarshal.GetArrayDataReference(_columnIndices);
        int position = 0;
        for (int run = 0; run < counts.Length && areWhole; run++)
        {
            ReadOnlySpan<int> firsts = columns.Slice(run * starts.Length, starts.Length);
            int last = counts[run] - 1, differs = 0;
            for (int lane = 0; lane < firsts.Length; lane++)
            {
                ref int first = ref Unsafe.Add(ref own, starts[lane] + position);
                differs |= (first ^ firsts[lane]) | (Unsafe.Add(ref first, last) ^ (firsts[lane] + last));
            }
            areWhole = differs == 0;
            position += last + 1;
        }
        areWhole &= position == entries.Length;
        if (areWhole)
        {
            Batch.StoreAt(entries, values, starts);
            Prefetch(row + (starts.Length * step), step, starts.Length, values);
            return;
        }
        ReadOnlySpan<T> all = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector512<T>, T>(ref MemoryMarshal.GetReference(entries)), entries.Length * starts.Length);
        for (int lane = 0; lane < starts.Length; lane++)
        {
            StoreRuns(row + (lane * step), all[lane..], columns[lane..], counts, values, starts.Length);
        }
    }

    /// <summary>
    /// Asks for the lines of the cache that the next block reads and writes: its rows lie apart, a pattern that no hardware looks for, and a store waits for
    /// its line. No more than a hint, wherever the arrays are by then.
    /// </summary>
    private unsafe void Prefetch<T>(int row, int step, int rows, Span<T> values)
    {
        const int Line = 64;
        int last = row + ((rows - 1) * step);
        if (!Sse.IsSupported || Math.Min(row, last) < 0 || Math.Max(row, last) + 1 >= _rowStarts.Length)
        {
            return;
        }
        byte* entries = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values)), columns = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_columnIndices));
        for (int i = 0; i < rows; i++)
        {
            int start = _rowStarts[row + (i * step)], end = _rowStarts[row + (i * step) + 1];
            for (byte* line = entries + ((nint)start * Unsafe.SizeOf<T>()); line < entries + ((nint)end * Unsafe.SizeOf<T>()); line += Line)
            {
                Sse.Prefetch0(line);
            }
            Sse.Prefetch0(columns + ((nint)start * sizeof(int)));
        }
    }

    /// <summary>One row that has only some of the columns.</summary>
    private void StoreRuns<T>(int row, ReadOnlySpan<T> entries, ReadOnlySpan<int> columns, ReadOnlySpan<int> counts, Span<T> values, int lanes)
    {
        int start = _rowStarts[row], k = 0, position = 0;
        ReadOnlySpan<int> own = _columnIndices.AsSpan(start, _rowStarts[row + 1] - start);
        Span<T> target = values.Slice(start, own.Length);
        for (int run = 0; run < counts.Length; run++)
        {
            int first = columns[run * lanes], count = counts[run];
            for (; k < own.Length && own[k] >= first && own[k] - first < count; k++)
            {
                target[k] = entries[(position + own[k] - first) * lanes];
            }
            position += count;
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
