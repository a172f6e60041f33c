using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// Sums of outer products over vectors and their lanes, each vector eight (<see langword="float"/>: sixteen) samples. Where a row of the matrix is
/// contiguous, the right side is transposed so that lanes run along that row, and blocks of 8 × 2 vectors of the matrix stay in registers over all samples: no
/// lanes have to be added up (Goto and van de Geijn 2008). Rows and columns that fill no block are sums over the lanes.
/// </summary>
internal static class OuterKernels<T, TSum>
    where T : unmanaged, INumber<T>
    where TSum : struct, ISum<T>
{
    /// <summary>Samples of a tile: two vectors of each are 16 KiB, a third of a first-level cache.</summary>
    private const int Samples = 128;

    /// <summary>matrix[i, j] += Σ over v and lanes of left[v, i] · right[v, j].</summary>
    public static void Add(
        ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, int count, ref Vector512<T> left, nint leftStep, ref Vector512<T> right, nint rightStep)
    {
        if (rowStep == 1 && columnStep != 1)
        {
            Add(ref matrix, columnStep, rowStep, columns, rows, count, ref right, rightStep, ref left, leftStep);
            return;
        }
        // Not where rows overlap: a block in registers would not see what it adds to the others' elements.
        nint tall = columnStep == 1 && Math.Abs(rowStep) >= columns ? rows - (rows % 8) : 0, wide = tall > 0 ? columns - (columns % Vector512<T>.Count) : 0;
        if (wide > 0)
        {
            AddBlocks(ref matrix, rowStep, tall, wide, count, ref left, leftStep, ref right, rightStep);
        }
        for (nint j = wide; j < columns; j++)
        {
            LaneDots<T, TSum>.Add(ref Unsafe.Add(ref matrix, j * columnStep), rowStep, tall, count, ref Unsafe.Add(ref right, j), rightStep, ref left, leftStep);
        }
        for (nint i = tall; i < rows; i++)
        {
            LaneDots<T, TSum>.Add(ref Unsafe.Add(ref matrix, i * rowStep), columnStep, columns, count, ref Unsafe.Add(ref left, i), leftStep, ref right, rightStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void AddBlocks(ref T matrix, nint rowStep, nint rows, nint columns, int count, ref Vector512<T> left, nint leftStep, ref Vector512<T> right, nint rightStep)
    {
        Span<Vector512<T>> storage = stackalloc Vector512<T>[(2 * Samples) + 1];
        ref Vector512<T> tile = ref CacheLine.Aligned(ref MemoryMarshal.GetReference(storage));
        int depth = Samples / Vector512<T>.Count;
        for (int v = 0; v < count; v += depth)
        {
            int vectors = Math.Min(depth, count - v);
            nint j = 0;
            for (; j <= columns - (2 * Vector512<T>.Count); j += 2 * Vector512<T>.Count)
            {
                LaneTile.Transpose(ref Unsafe.Add(ref right, (v * rightStep) + j), rightStep, vectors, 2, ref tile);
                for (nint i = 0; i < rows; i += 8)
                {
                    ref T block = ref Unsafe.Add(ref matrix, (i * rowStep) + j);
                    ref Vector512<T> factors = ref Unsafe.Add(ref left, (v * leftStep) + i);
                    if (Vector512.IsHardwareAccelerated)
                    {
                        OuterBlocks<T, TSum>.EightByTwo(ref block, rowStep, vectors, ref factors, leftStep, ref tile);
                        continue;
                    }
                    for (int half = 0; half < 4; half++)
                    {
                        OuterBlocks<T, TSum>.FourByOne(
                            ref Unsafe.Add(ref block, (4 * (half / 2) * rowStep) + (half % 2 * Vector512<T>.Count)), rowStep, vectors,
                            ref Unsafe.Add(ref factors, 4 * (half / 2)), leftStep, ref Unsafe.Add(ref tile, half % 2), 2);
                    }
                }
            }
            if (j < columns)
            {
                LaneTile.Transpose(ref Unsafe.Add(ref right, (v * rightStep) + j), rightStep, vectors, 1, ref tile);
                for (nint i = 0; i < rows; i += 8)
                {
                    ref T block = ref Unsafe.Add(ref matrix, (i * rowStep) + j);
                    ref Vector512<T> factors = ref Unsafe.Add(ref left, (v * leftStep) + i);
                    if (Vector512.IsHardwareAccelerated)
                    {
                        OuterBlocks<T, TSum>.EightByOne(ref block, rowStep, vectors, ref factors, leftStep, ref tile);
                        continue;
                    }
                    OuterBlocks<T, TSum>.FourByOne(ref block, rowStep, vectors, ref factors, leftStep, ref tile, 1);
                    OuterBlocks<T, TSum>.FourByOne(ref Unsafe.Add(ref block, 4 * rowStep), rowStep, vectors, ref Unsafe.Add(ref factors, 4), leftStep, ref tile, 1);
                }
            }
        }
    }
}
