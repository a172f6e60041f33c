using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>One matrix times several vectors of lanes, which share each element of it.</content>
public static partial class Dense
{
    /// <summary>y[v, i] += Σ matrix[i, j] · x[v, j] for every v; every product is rounded before it is added, as in source code.</summary>
    /// <param name="matrix">Holds the matrix.</param>
    /// <param name="offset">Where its element (0, 0) is.</param>
    /// <param name="rowStep">From one row to the next.</param>
    /// <param name="columnStep">From one column to the next.</param>
    /// <param name="rows">The number of rows, and of elements of each y.</param>
    /// <param name="columns">The number of columns, and of elements of each x.</param>
    /// <param name="x">The vectors, one after the other.</param>
    /// <param name="xStep">From one of them to the next.</param>
    /// <param name="y">Are added to.</param>
    /// <param name="yStep">From one of them to the next.</param>
    /// <param name="count">The number of vectors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span is too short.</exception>
    public static void MultiplyAdds(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<double>> x, int xStep, Span<Vector512<double>> y, int yStep, int count)
    {
        if (rows <= 0 || columns <= 0 || count <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireMatrix(x.Length, 0, xStep, 1, count, columns);
        RequireMatrix(y.Length, 0, yStep, 1, count, rows);
        LaneKernels<double, RoundedTwice<double>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns, count,
            ref MemoryMarshal.GetReference(x), xStep, ref MemoryMarshal.GetReference(y), yStep);
    }

    /// <summary>y[v, i] += Σ matrix[i, j] · x[v, j] for every v, by fused multiply-add where the hardware has it.</summary>
    /// <inheritdoc cref="MultiplyAdds(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int, int)"/>
    public static void MultiplyAddsEstimate(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<double>> x, int xStep, Span<Vector512<double>> y, int yStep, int count)
    {
        if (rows <= 0 || columns <= 0 || count <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireMatrix(x.Length, 0, xStep, 1, count, columns);
        RequireMatrix(y.Length, 0, yStep, 1, count, rows);
        LaneKernels<double, FusedDouble>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns, count,
            ref MemoryMarshal.GetReference(x), xStep, ref MemoryMarshal.GetReference(y), yStep);
    }

    /// <inheritdoc cref="MultiplyAdds(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int, int)"/>
    public static void MultiplyAdds(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<float>> x, int xStep, Span<Vector512<float>> y, int yStep, int count)
    {
        if (rows <= 0 || columns <= 0 || count <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireMatrix(x.Length, 0, xStep, 1, count, columns);
        RequireMatrix(y.Length, 0, yStep, 1, count, rows);
        LaneKernels<float, RoundedTwice<float>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns, count,
            ref MemoryMarshal.GetReference(x), xStep, ref MemoryMarshal.GetReference(y), yStep);
    }

    /// <inheritdoc cref="MultiplyAddsEstimate(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int, int)"/>
    public static void MultiplyAddsEstimate(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<float>> x, int xStep, Span<Vector512<float>> y, int yStep, int count)
    {
        if (rows <= 0 || columns <= 0 || count <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireMatrix(x.Length, 0, xStep, 1, count, columns);
        RequireMatrix(y.Length, 0, yStep, 1, count, rows);
        LaneKernels<float, FusedSingle>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns, count,
            ref MemoryMarshal.GetReference(x), xStep, ref MemoryMarshal.GetReference(y), yStep);
    }
}
