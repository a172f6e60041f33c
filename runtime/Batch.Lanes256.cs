using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What large batches call in vectors of 256 bits.</content>
public static partial class Batch
{
    /// <inheritdoc cref="Any{T}(Vector512{T})"/>
    public static bool Any<T>(Vector256<T> mask) => Vector256.ExtractMostSignificantBits(mask) != 0;

    /// <inheritdoc cref="Largest(Vector512{long})"/>
    public static long Largest(Vector256<long> lanes) => Largest(Vector128.Max(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Largest(Vector512{long})"/>
    public static int Largest(Vector256<int> lanes) => Largest(Vector128.Max(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Smallest(Vector512{long})"/>
    public static long Smallest(Vector256<long> lanes) => Smallest(Vector128.Min(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Smallest(Vector512{long})"/>
    public static int Smallest(Vector256<int> lanes) => Smallest(Vector128.Min(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="ToReal(Vector512{long})"/>
    public static Vector256<double> ToReal(Vector256<long> lanes) => Vector256.ConvertToDouble(lanes);

    /// <inheritdoc cref="ToReal(Vector512{int})"/>
    public static Vector256<float> ToReal(Vector256<int> lanes) => Vector256.ConvertToSingle(lanes);

    /// <summary>Reads as many consecutive rows of a row-major matrix as a vector has lanes: lane <c>r</c> of vector <c>c</c> is the element in row <c>row + r</c>, column <c>c</c>.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <param name="lanes">Receives one vector per column.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void LoadColumns<T>(ReadOnlySpan<T> rows, int columns, int row, Span<Vector256<T>> lanes)
    {
        ReadOnlySpan<T> block = rows.Slice(row * columns, Vector256<T>.Count * columns);
        Vector256<T> gathered = default;
        lanes = lanes[..columns];
        for (int column = 0; column < lanes.Length; column++)
        {
            for (int r = 0; r < Vector256<T>.Count; r++)
            {
                gathered = gathered.WithElement(r, block[(r * columns) + column]);
            }
            lanes[column] = gathered;
        }
    }

    /// <summary>Writes as many consecutive rows of a row-major matrix as a vector has lanes: the inverse of <see cref="LoadColumns{T}(ReadOnlySpan{T}, int, int, Span{Vector256{T}})"/>.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="lanes">One vector per column.</param>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void StoreColumns<T>(ReadOnlySpan<Vector256<T>> lanes, Span<T> rows, int columns, int row)
    {
        Span<T> block = rows.Slice(row * columns, Vector256<T>.Count * columns);
        lanes = lanes[..columns];
        for (int column = 0; column < lanes.Length; column++)
        {
            for (int r = 0; r < Vector256<T>.Count; r++)
            {
                block[(r * columns) + column] = lanes[column][r];
            }
        }
    }
}
