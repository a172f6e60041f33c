using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>What generated companions call: checks of their arguments, loads and stores of lanes, transposes of rows into lanes.</summary>
public static partial class Batch
{
    /// <summary>Throws unless a span has the expected number of elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="span">The span.</param>
    /// <param name="expected">The number of elements it must have.</param>
    /// <param name="name">Its name in the message.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message names the span and both lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireLength<T>(ReadOnlySpan<T> span, int expected, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != expected)
        {
            ThrowLength(name, span.Length, expected);
        }
    }

    /// <inheritdoc cref="RequireLength{T}(ReadOnlySpan{T}, int, string)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void RequireLength<T>(Span<T> span, int expected, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != expected)
        {
            ThrowLength(name, span.Length, expected);
        }
    }

    /// <summary>The number of columns of a row-major matrix.</summary>
    /// <param name="length">The number of elements of the matrix.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="name">The matrix' name in the message.</param>
    /// <returns><paramref name="length"/> / <paramref name="rows"/>; zero when there are no rows.</returns>
    /// <exception cref="ArgumentException">The elements do not fill the rows; the message names the matrix, its length and the number of rows.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RequireColumns(int length, int rows, string name)
    {
        if (rows <= 0 ? length != 0 : length % rows != 0)
        {
            ThrowColumns(name, length, rows);
        }
        return rows <= 0 ? 0 : length / rows;
    }

    /// <summary>The elements of a matrix in row-major order, without a copy.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Its elements.</returns>
    public static Span<double> Flatten(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
    }

    /// <inheritdoc cref="Flatten(double[,])"/>
    public static Span<float> Flatten(float[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, float>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
    }

    /// <summary>Throws unless a matrix has as many rows and columns as another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <param name="like">The other one.</param>
    /// <param name="name">The matrix' name in the message.</param>
    /// <exception cref="ArgumentException">The numbers of rows or of columns differ; the message names the matrix and both shapes.</exception>
    /// <exception cref="ArgumentNullException">A matrix is null.</exception>
    public static void RequireShape<T>(T[,] matrix, T[,] like, [CallerArgumentExpression(nameof(matrix))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        ArgumentNullException.ThrowIfNull(like);
        if (matrix.GetLength(0) != like.GetLength(0) || matrix.GetLength(1) != like.GetLength(1))
        {
            throw new ArgumentException($"'{name}' is {matrix.GetLength(0)} × {matrix.GetLength(1)}, but must be {like.GetLength(0)} × {like.GetLength(1)}.", name);
        }
    }

    [DoesNotReturn]
    private static void ThrowLength(string name, int actual, int expected) =>
        throw new ArgumentException($"'{name}' has length {actual}, but its length must be {expected}.", name);

    [DoesNotReturn]
    private static void ThrowColumns(string name, int length, int rows) =>
        throw new ArgumentException($"'{name}' has length {length}, which is not a whole number of columns for {rows} rows.", name);
}
