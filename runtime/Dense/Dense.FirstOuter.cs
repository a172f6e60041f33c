using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Outer products that are the first to be added, so that nobody has to write zeros before.</content>
public static partial class Dense
{
    /// <summary>matrix[i, j] += left[i] · right[j]; every product is rounded before it is added.</summary>
    /// <param name="matrix">Holds the matrix.</param>
    /// <param name="offset">Where its element (0, 0) is.</param>
    /// <param name="rowStep">From one row to the next.</param>
    /// <param name="columnStep">From one column to the next.</param>
    /// <param name="rows">The number of rows, and of elements of left.</param>
    /// <param name="columns">The number of columns, and of elements of right.</param>
    /// <param name="left">Holds the column.</param>
    /// <param name="leftOffset">Where it starts.</param>
    /// <param name="right">Holds the row.</param>
    /// <param name="rightOffset">Where it starts.</param>
    /// <param name="defines">True for the first of several: the span holds zeros instead of what it held before, which nothing reads.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span is too short.</exception>
    public static void AddOuter(
        Span<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<double> left, int leftOffset, ReadOnlySpan<double> right, int rightOffset, bool defines)
    {
        if (defines && rows > 0 && columns > 0 && columnStep == 1 && rowStep == columns)
        {
            RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
            RequireVector(left.Length, leftOffset, rows);
            RequireVector(right.Length, rightOffset, columns);
            matrix[..offset].Clear();
            matrix[(offset + (rows * columns))..].Clear();
            VectorKernels<double, RoundedTwice<double>>.SetOuter(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rows, columns,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(left), leftOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(right), rightOffset));
            return;
        }
        if (defines)
        {
            matrix.Clear();
        }
        AddOuter(matrix, offset, rowStep, columnStep, rows, columns, left, leftOffset, right, rightOffset);
    }

    /// <summary>matrix[i, j] += Σ left[v, i] · right[v, j] over all v and over the lanes, by fused multiply-add where the hardware has it.</summary>
    /// <param name="matrix">Holds the matrix.</param>
    /// <param name="offset">Where its element (0, 0) is.</param>
    /// <param name="rowStep">From one row to the next.</param>
    /// <param name="columnStep">From one column to the next.</param>
    /// <param name="rows">The number of rows, and of elements of each column on the left.</param>
    /// <param name="columns">The number of columns, and of elements of each row on the right.</param>
    /// <param name="left">The columns, one after the other.</param>
    /// <param name="leftStep">From one of them to the next.</param>
    /// <param name="right">The rows, one after the other.</param>
    /// <param name="rightStep">From one of them to the next.</param>
    /// <param name="count">The number of columns on the left and of rows on the right.</param>
    /// <param name="defines">True for the first of several: the span holds zeros instead of what it held before, which nothing reads.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span is too short.</exception>
    public static void AddOuters(
        Span<double> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<double>> left, int leftStep, ReadOnlySpan<Vector512<double>> right, int rightStep, int count, bool defines)
    {
        if (defines)
        {
            matrix.Clear();
        }
        AddOuters(matrix, offset, rowStep, columnStep, rows, columns, left, leftStep, right, rightStep, count);
    }

    /// <inheritdoc cref="AddOuter(Span{double}, int, int, int, int, int, ReadOnlySpan{double}, int, ReadOnlySpan{double}, int, bool)"/>
    public static void AddOuter(
        Span<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<float> left, int leftOffset, ReadOnlySpan<float> right, int rightOffset, bool defines)
    {
        if (defines && rows > 0 && columns > 0 && columnStep == 1 && rowStep == columns)
        {
            RequireMatrix(matrix.Length, offset, rowStep, columnStep, rows, columns);
            RequireVector(left.Length, leftOffset, rows);
            RequireVector(right.Length, rightOffset, columns);
            matrix[..offset].Clear();
            matrix[(offset + (rows * columns))..].Clear();
            VectorKernels<float, RoundedTwice<float>>.SetOuter(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), offset), rows, columns,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(left), leftOffset), ref Unsafe.Add(ref MemoryMarshal.GetReference(right), rightOffset));
            return;
        }
        if (defines)
        {
            matrix.Clear();
        }
        AddOuter(matrix, offset, rowStep, columnStep, rows, columns, left, leftOffset, right, rightOffset);
    }

    /// <inheritdoc cref="AddOuters(Span{double}, int, int, int, int, int, ReadOnlySpan{Vector512{double}}, int, ReadOnlySpan{Vector512{double}}, int, int, bool)"/>
    public static void AddOuters(
        Span<float> matrix, int offset, int rowStep, int columnStep, int rows, int columns, ReadOnlySpan<Vector512<float>> left, int leftStep, ReadOnlySpan<Vector512<float>> right, int rightStep, int count, bool defines)
    {
        if (defines)
        {
            matrix.Clear();
        }
        AddOuters(matrix, offset, rowStep, columnStep, rows, columns, left, leftStep, right, rightStep, count);
    }
}
