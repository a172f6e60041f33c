using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Rows in whole vectors: the lanes past the end of a row belong to nobody.</content>
public static partial class Batch
{
    /// <summary>Copies the rows of a row-major matrix, each into as many vectors as it needs; zeros fill the last one.</summary>
    /// <param name="columns">The number of elements of a row; where it is not positive there are no rows.</param>
    /// <param name="rows">The matrix.</param>
    /// <param name="lanes">Receives the vectors, row by row: as many rows as fit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row.</exception>
    public static void LoadRows(int columns, ReadOnlySpan<double> rows, Span<Vector512<double>> lanes) => LoadRows(columns, Vector512<double>.Count, rows, MemoryMarshal.Cast<Vector512<double>, double>(lanes));

    /// <inheritdoc cref="LoadRows(int, ReadOnlySpan{double}, Span{Vector512{double}})"/>
    public static void LoadRows(int columns, ReadOnlySpan<float> rows, Span<Vector512<float>> lanes) => LoadRows(columns, Vector512<float>.Count, rows, MemoryMarshal.Cast<Vector512<float>, float>(lanes));

    /// <summary>Copies rows back: the inverse of <see cref="LoadRows(int, ReadOnlySpan{double}, Span{Vector512{double}})"/>. What follows the last whole row stays.</summary>
    /// <param name="columns">The number of elements of a row; where it is not positive there are no rows.</param>
    /// <param name="lanes">The vectors, row by row.</param>
    /// <param name="rows">Receives the matrix.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row.</exception>
    public static void StoreRows(int columns, ReadOnlySpan<Vector512<double>> lanes, Span<double> rows) => StoreRows(columns, Vector512<double>.Count, MemoryMarshal.Cast<Vector512<double>, double>(lanes), rows);

    /// <inheritdoc cref="StoreRows(int, ReadOnlySpan{Vector512{double}}, Span{double})"/>
    public static void StoreRows(int columns, ReadOnlySpan<Vector512<float>> lanes, Span<float> rows) => StoreRows(columns, Vector512<float>.Count, MemoryMarshal.Cast<Vector512<float>, float>(lanes), rows);

    private static void LoadRows<T>(int columns, int lanes, ReadOnlySpan<T> rows, Span<T> padded)
    {
        int width = Padded(columns, lanes), count = width == 0 ? 0 : padded.Length / width;
        for (int row = 0; row < count; row++)
        {
            Span<T> to = padded.Slice(row * width, width);
            rows.Slice(row * columns, columns).CopyTo(to);
            to[columns..].Clear();
        }
    }

    private static void StoreRows<T>(int columns, int lanes, ReadOnlySpan<T> padded, Span<T> rows)
    {
        int width = Padded(columns, lanes), count = width == 0 ? 0 : padded.Length / width;
        for (int row = 0; row < count; row++)
        {
            padded.Slice(row * width, columns).CopyTo(rows.Slice(row * columns, columns));
        }
    }

    private static int Padded(int columns, int lanes) => columns <= 0 ? 0 : (columns + lanes - 1) / lanes * lanes;
}
