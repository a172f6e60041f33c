using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What large batches call in vectors of 128 bits.</content>
public static partial class Batch
{
    /// <inheritdoc cref="Any{T}(Vector512{T})"/>
    public static bool Any<T>(Vector128<T> mask) => Vector128.ExtractMostSignificantBits(mask) != 0;

    /// <inheritdoc cref="Largest(Vector512{long})"/>
    public static long Largest(Vector128<long> lanes) => Math.Max(lanes[0], lanes[1]);

    /// <inheritdoc cref="Largest(Vector512{long})"/>
    public static int Largest(Vector128<int> lanes) => Math.Max(Math.Max(lanes[0], lanes[1]), Math.Max(lanes[2], lanes[3]));

    /// <inheritdoc cref="Smallest(Vector512{long})"/>
    public static long Smallest(Vector128<long> lanes) => Math.Min(lanes[0], lanes[1]);

    /// <inheritdoc cref="Smallest(Vector512{long})"/>
    public static int Smallest(Vector128<int> lanes) => Math.Min(Math.Min(lanes[0], lanes[1]), Math.Min(lanes[2], lanes[3]));

    /// <inheritdoc cref="ToReal(Vector512{long})"/>
    public static Vector128<double> ToReal(Vector128<long> lanes) => Vector128.ConvertToDouble(lanes);

    /// <inheritdoc cref="ToReal(Vector512{int})"/>
    public static Vector128<float> ToReal(Vector128<int> lanes) => Vector128.ConvertToSingle(lanes);

    /// <summary>Reads as many consecutive rows of a row-major matrix as a vector has lanes: lane <c>r</c> of vector <c>c</c> is the element in row <c>row + r</c>, column <c>c</c>.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <param name="lanes">Receives one vector per column.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void LoadColumns<T>(ReadOnlySpan<T> rows, int columns, int row, Span<Vector128<T>> lanes)
    {
        ReadOnlySpan<T> block = rows.Slice(row * columns, Vector128<T>.Count * columns);
        Vector128<T> gathered = default;
        lanes = lanes[..columns];
        for (int column = 0; column < lanes.Length; column++)
        {
            for (int r = 0; r < Vector128<T>.Count; r++)
            {
                gathered = gathered.WithElement(r, block[(r * columns) + column]);
            }
            lanes[column] = gathered;
        }
    }

    /// <summary>Writes as many consecutive rows of a row-major matrix as a vector has lanes: the inverse of <see cref="LoadColumns{T}(ReadOnlySpan{T}, int, int, Span{Vector128{T}})"/>.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="lanes">One vector per column.</param>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void StoreColumns<T>(ReadOnlySpan<Vector128<T>> lanes, Span<T> rows, int columns, int row)
    {
        Span<T> block = rows.Slice(row * columns, Vector128<T>.Count * columns);
        lanes = lanes[..columns];
        for (int column = 0; column < lanes.Length; column++)
        {
            for (int r = 0; r < Vector128<T>.Count; r++)
            {
                block[(r * columns) + column] = lanes[column][r];
            }
        }
    }
}
