using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Matrix–vector products.</content>
public static partial class Dense
{
    /// <summary>y[i] += Σ matrix[i, j] · x[j]; every product is rounded before it is added, as in source code.</summary>
    /// <param name="matrix">Holds the matrix.</param>
    /// <param name="offset">Where its element (0, 0) is.</param>
    /// <param name="rowStep">From one row to the next.</param>
    /// <param name="columnStep">From one column to the next.</param>
    /// <param name="rows">The number of rows, and of elements of y.</param>
    /// <param name="columns">The number of columns, and of elements of x.</param>
    /// <param name="x">Holds the vector.</param>
    /// <param name="xOffset">Where it starts.</param>
    /// <param name="y">Is added to.</param>
    /// <param name="yOffset">Where that starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span is too short.</exception>
    public static void MultiplyAdd(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<double>> x, int xOffset, Span<Vector512<double>> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        LaneKernels<double, RoundedTwice<double>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAdd(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAdd(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<double> x, int xOffset, Span<double> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        VectorKernels<double, RoundedTwice<double>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <summary>y[i] += Σ matrix[i, j] · x[j], by fused multiply-add where the hardware has it.</summary>
    /// <inheritdoc cref="MultiplyAdd(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAddEstimate(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<double>> x, int xOffset, Span<Vector512<double>> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        LaneKernels<double, FusedDouble>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAddEstimate(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAddEstimate(
        ReadOnlySpan<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<double> x, int xOffset, Span<double> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        VectorKernels<double, FusedDouble>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAdd(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAdd(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<float>> x, int xOffset, Span<Vector512<float>> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        LaneKernels<float, RoundedTwice<float>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAdd(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAdd(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<float> x, int xOffset, Span<float> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        VectorKernels<float, RoundedTwice<float>>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAddEstimate(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAddEstimate(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<float>> x, int xOffset, Span<Vector512<float>> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        LaneKernels<float, FusedSingle>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }

    /// <inheritdoc cref="MultiplyAddEstimate(ReadOnlySpan{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, Span{Vector512{double}}, int)"/>
    public static void MultiplyAddEstimate(
        ReadOnlySpan<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<float> x, int xOffset, Span<float> y, int yOffset)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }
        RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
        RequireVector(x.Length, xOffset, columns);
        RequireVector(y.Length, yOffset, rows);
        VectorKernels<float, FusedSingle>.MultiplyAdd(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rowStep, columnStep, rows, columns,
            ref Unsafe.Add(ref MemoryMarshal.GetReference(x), xOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(y), yOffset));
    }
}
