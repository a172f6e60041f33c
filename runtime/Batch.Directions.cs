using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

// Lanes as directions: blocks of columns or rows of a Jacobian or Hessian.
public static partial class Batch
{
    /// <summary>A unit vector: one in the lane of this number, zero in the others and everywhere when there is no such lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <returns>The lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Unit(int lane) => Vector512.Equals(Vector512.Create((long)lane), Vector512<long>.Indices).AsDouble() & Vector512.Create(1.0);

    /// <inheritdoc cref="Unit(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> UnitSingle(int lane) => Vector512.Equals(Vector512.Create(lane), Vector512<int>.Indices).AsSingle() & Vector512.Create(1f);

    /// <summary>Stores the lanes as a piece of a row of a matrix; lanes past the last column are dropped.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="lanes">One value per column.</param>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of lane 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRow<T>(Vector512<T> lanes, Span<T> matrix, int columns, int row, int column)
    {
        Span<T> target = matrix.Slice((row * columns) + column, Math.Min(Vector512<T>.Count, columns - column));
        if (target.Length == Vector512<T>.Count)
        {
            lanes.CopyTo(target);
            return;
        }
        for (int k = 0; k < target.Length; k++)
        {
            target[k] = lanes[k];
        }
    }

    /// <summary>Stores lanes row by row: element i is a piece of row <paramref name="row"/> + i.</summary>
    /// <inheritdoc cref="StoreRow"/>
    public static void StoreRows<T>(Span<Vector512<T>> lanes, Span<T> matrix, int columns, int row, int column)
    {
        for (int i = 0; i < lanes.Length; i++)
        {
            StoreRow(lanes[i], matrix, columns, row + i, column);
        }
    }

    /// <summary>Stores the first lanes as a column of a matrix.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="lanes">One value per row.</param>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <param name="rows">Its number of rows, at most the number of lanes.</param>
    /// <param name="column">The column.</param>
    public static void StoreColumn<T>(Vector512<T> lanes, Span<T> matrix, int columns, int rows, int column)
    {
        for (int row = 0; row < rows; row++)
        {
            matrix[(row * columns) + column] = lanes[row];
        }
    }

    /// <summary>Stores lanes column by column: element j is column <paramref name="column"/> + j.</summary>
    /// <inheritdoc cref="StoreColumn"/>
    public static void StoreColumns<T>(Span<Vector512<T>> lanes, Span<T> matrix, int columns, int rows, int column)
    {
        for (int j = 0; j < lanes.Length; j++)
        {
            StoreColumn(lanes[j], matrix, columns, rows, column + j);
        }
    }

    /// <summary>Copies the upper triangle of a square matrix to the lower one: entries that differ by rounding become the same number.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="size">Its number of rows and columns.</param>
    public static void Symmetrise<T>(Span<T> matrix, int size)
    {
        for (int i = 1; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                matrix[(i * size) + j] = matrix[(j * size) + i];
            }
        }
    }

    /// <summary>Throws unless a pattern has the size of a matrix.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="rows">The number of rows of the matrix.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <param name="name">The pattern's name in the message.</param>
    /// <exception cref="ArgumentException">The sizes differ; the message names both.</exception>
    public static void RequirePattern(Sparsity pattern, int rows, int columns, [CallerArgumentExpression(nameof(pattern))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(pattern, name);
        if (pattern.Rows != rows || pattern.Columns != columns)
        {
            throw new ArgumentException($"'{name}' has {pattern.Rows} rows and {pattern.Columns} columns, but the matrix has {rows} and {columns}.", name);
        }
    }

    /// <summary>Numbers consecutive columns.</summary>
    /// <param name="position">Where the first number goes.</param>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">Receives them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Range(int position, int first, int count, Span<int> columns)
    {
        for (int k = 0; k < count; k++)
        {
            columns[position + k] = first + k;
        }
    }
}
