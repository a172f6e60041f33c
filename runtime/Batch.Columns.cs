using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Row-major rows into one vector per column, and back.</content>
public static partial class Batch
{
    /// <summary>Reads eight consecutive rows of a row-major matrix: lane <c>r</c> of vector <c>c</c> is the element in row <c>row + r</c>, column <c>c</c>.</summary>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <param name="lanes">Receives one vector per column.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void LoadColumns(ReadOnlySpan<double> rows, int columns, int row, Span<Vector512<double>> lanes)
    {
        ReadOnlySpan<double> block = rows.Slice(row * columns, Vector512<double>.Count * columns);
        lanes = lanes[..columns];
        int column = 0;
        for (; Avx512F.IsSupported && column <= columns - Vector512<double>.Count; column += Vector512<double>.Count)
        {
            Span<Vector512<double>> square = lanes.Slice(column, Vector512<double>.Count);
            for (int r = 0; r < square.Length; r++)
            {
                square[r] = Load(block, (r * columns) + column);
            }
            Transpose(square);
        }
        for (; column < columns; column++)
        {
            lanes[column] = Vector512.Create(
                block[column], block[columns + column], block[(2 * columns) + column], block[(3 * columns) + column],
                block[(4 * columns) + column], block[(5 * columns) + column], block[(6 * columns) + column], block[(7 * columns) + column]);
        }
    }

    /// <summary>Reads sixteen consecutive rows of a row-major matrix: lane <c>r</c> of vector <c>c</c> is the element in row <c>row + r</c>, column <c>c</c>.</summary>
    /// <inheritdoc cref="LoadColumns(ReadOnlySpan{double}, int, int, Span{Vector512{double}})"/>
    public static void LoadColumns(ReadOnlySpan<float> rows, int columns, int row, Span<Vector512<float>> lanes)
    {
        ReadOnlySpan<float> block = rows.Slice(row * columns, Vector512<float>.Count * columns);
        Span<float> gathered = stackalloc float[Vector512<float>.Count];
        lanes = lanes[..columns];
        for (int column = 0; column < columns; column++)
        {
            for (int r = 0; r < gathered.Length; r++)
            {
                gathered[r] = block[(r * columns) + column];
            }
            lanes[column] = Load(gathered, 0);
        }
    }

    /// <summary>Writes eight consecutive rows of a row-major matrix: the inverse of <see cref="LoadColumns(ReadOnlySpan{double}, int, int, Span{Vector512{double}})"/>.</summary>
    /// <param name="lanes">One vector per column.</param>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="row">The first row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrix ends before the last row, or there are fewer vectors than columns.</exception>
    public static void StoreColumns(ReadOnlySpan<Vector512<double>> lanes, Span<double> rows, int columns, int row)
    {
        Span<double> block = rows.Slice(row * columns, Vector512<double>.Count * columns);
        Span<Vector512<double>> square = stackalloc Vector512<double>[Vector512<double>.Count];
        lanes = lanes[..columns];
        int column = 0;
        for (; Avx512F.IsSupported && column <= columns - Vector512<double>.Count; column += Vector512<double>.Count)
        {
            lanes.Slice(column, Vector512<double>.Count).CopyTo(square);
            Transpose(square);
            for (int r = 0; r < square.Length; r++)
            {
                Store(square[r], block, (r * columns) + column);
            }
        }
        for (; column < columns; column++)
        {
            for (int r = 0; r < Vector512<double>.Count; r++)
            {
                block[(r * columns) + column] = lanes[column][r];
            }
        }
    }

    /// <summary>Writes sixteen consecutive rows of a row-major matrix: the inverse of <see cref="LoadColumns(ReadOnlySpan{float}, int, int, Span{Vector512{float}})"/>.</summary>
    /// <inheritdoc cref="StoreColumns(ReadOnlySpan{Vector512{double}}, Span{double}, int, int)"/>
    public static void StoreColumns(ReadOnlySpan<Vector512<float>> lanes, Span<float> rows, int columns, int row)
    {
        Span<float> block = rows.Slice(row * columns, Vector512<float>.Count * columns);
        lanes = lanes[..columns];
        for (int column = 0; column < columns; column++)
        {
            for (int r = 0; r < Vector512<float>.Count; r++)
            {
                block[(r * columns) + column] = lanes[column][r];
            }
        }
    }

    /// <summary>Transposes an 8 × 8 matrix in registers: neighbours are paired, then pairs of 128 bits, then halves of 256 bits change places.</summary>
    private static void Transpose(Span<Vector512<double>> m)
    {
        m = m[..8];

        // Rows 2i and 2i + 1: even[i] holds their columns 0 2 4 6, odd[i] their columns 1 3 5 7, two rows to each 128 bits.
        Vector512<double> even0 = Avx512F.UnpackLow(m[0], m[1]), odd0 = Avx512F.UnpackHigh(m[0], m[1]);
        Vector512<double> even1 = Avx512F.UnpackLow(m[2], m[3]), odd1 = Avx512F.UnpackHigh(m[2], m[3]);
        Vector512<double> even2 = Avx512F.UnpackLow(m[4], m[5]), odd2 = Avx512F.UnpackHigh(m[4], m[5]);
        Vector512<double> even3 = Avx512F.UnpackLow(m[6], m[7]), odd3 = Avx512F.UnpackHigh(m[6], m[7]);

        // 0x88 takes the 128-bit parts 0 and 2 of both operands, 0xDD the parts 1 and 3.
        Vector512<double> even04Low = Avx512F.Shuffle4x128(even0, even1, 0x88), even26Low = Avx512F.Shuffle4x128(even0, even1, 0xDD);
        Vector512<double> even04High = Avx512F.Shuffle4x128(even2, even3, 0x88), even26High = Avx512F.Shuffle4x128(even2, even3, 0xDD);
        Vector512<double> odd15Low = Avx512F.Shuffle4x128(odd0, odd1, 0x88), odd37Low = Avx512F.Shuffle4x128(odd0, odd1, 0xDD);
        Vector512<double> odd15High = Avx512F.Shuffle4x128(odd2, odd3, 0x88), odd37High = Avx512F.Shuffle4x128(odd2, odd3, 0xDD);

        m[0] = Avx512F.Shuffle4x128(even04Low, even04High, 0x88);
        m[4] = Avx512F.Shuffle4x128(even04Low, even04High, 0xDD);
        m[2] = Avx512F.Shuffle4x128(even26Low, even26High, 0x88);
        m[6] = Avx512F.Shuffle4x128(even26Low, even26High, 0xDD);
        m[1] = Avx512F.Shuffle4x128(odd15Low, odd15High, 0x88);
        m[5] = Avx512F.Shuffle4x128(odd15Low, odd15High, 0xDD);
        m[3] = Avx512F.Shuffle4x128(odd37Low, odd37High, 0x88);
        m[7] = Avx512F.Shuffle4x128(odd37Low, odd37High, 0xDD);
    }
}
