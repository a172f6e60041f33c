using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// Sums of outer products over vectors and their lanes: blocks of 4 × 4 elements of the matrix, each with its own accumulator, so that sixteen products follow
/// eight loads and the lanes are added up once per block. Both sides are first copied to where a block reads them in order: else cache lines of one
/// feature, a power of two apart, evict each other (Goto and van de Geijn 2008).
/// </summary>
internal static class OuterKernels<T, TSum>
    where T : unmanaged, INumber<T>
    where TSum : struct, ISum<T>
{
    // 32 vectors of four features on each side fill half of a first-level cache of 32 KiB; 64 columns of them fit the second level many times over.
    private const int Depth = 32, Width = 64;

    /// <summary>matrix[i, j] += Σ over v and lanes of left[v, i] · right[v, j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        ref T matrix, nint rowStep, nint columnStep, int rows, int columns, int count, ref Vector512<T> left, nint leftStep, ref Vector512<T> right, nint rightStep)
    {
        int depth = Math.Min(Depth, count), width = Math.Min(Width, (columns + 3) / 4 * 4);
        Vector512<T>[] rented = ArrayPool<Vector512<T>>.Shared.Rent((depth * (width + 4)) + 1);
        ref Vector512<T> panel = ref Aligned(ref MemoryMarshal.GetArrayDataReference(rented));
        ref Vector512<T> tile = ref Unsafe.Add(ref panel, 4 * depth);
        for (int v = 0; v < count; v += Depth)
        {
            int vectors = Math.Min(Depth, count - v);
            for (int j = 0; j < columns; j += Width)
            {
                int across = Math.Min(Width, columns - j);
                for (int k = 0; k < across; k += 4)
                {
                    Pack(ref Unsafe.Add(ref right, (v * rightStep) + j + k), rightStep, Math.Min(4, across - k), vectors, ref Unsafe.Add(ref tile, k * vectors));
                }
                for (int i = 0; i < rows; i += 4)
                {
                    int down = Math.Min(4, rows - i);
                    Pack(ref Unsafe.Add(ref left, (v * leftStep) + i), leftStep, down, vectors, ref panel);
                    ref T block = ref Unsafe.Add(ref matrix, (i * rowStep) + (j * columnStep));
                    for (int k = 0; k < across; k += 4)
                    {
                        Block(ref Unsafe.Add(ref block, k * columnStep), rowStep, columnStep, down, Math.Min(4, across - k), vectors, ref panel, ref Unsafe.Add(ref tile, k * vectors));
                    }
                }
            }
        }
        ArrayPool<Vector512<T>>.Shared.Return(rented);
    }

    /// <summary>The first place on a cache line of its own; an array's elements start anywhere. Only speed depends on it, so it may move.</summary>
    private static ref Vector512<T> Aligned(ref Vector512<T> start)
    {
        nint past = Unsafe.ByteOffset(ref Unsafe.NullRef<Vector512<T>>(), ref start) & 63;
        return ref Unsafe.AddByteOffset(ref start, (64 - past) & 63);
    }

    /// <summary>Copies up to four neighbouring features of all vectors, four to a vector; missing ones are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pack(ref Vector512<T> from, nint step, int features, int vectors, ref Vector512<T> to)
    {
        for (int v = 0; v < vectors; v++)
        {
            to = from;
            Unsafe.Add(ref to, 1) = features > 1 ? Unsafe.Add(ref from, 1) : Vector512<T>.Zero;
            Unsafe.Add(ref to, 2) = features > 2 ? Unsafe.Add(ref from, 2) : Vector512<T>.Zero;
            Unsafe.Add(ref to, 3) = features > 3 ? Unsafe.Add(ref from, 3) : Vector512<T>.Zero;
            from = ref Unsafe.Add(ref from, step);
            to = ref Unsafe.Add(ref to, 4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(ref T block, nint rowStep, nint columnStep, int rows, int columns, int vectors, ref Vector512<T> left, ref Vector512<T> right)
    {
        Vector512<T> sum00 = Vector512<T>.Zero, sum01 = Vector512<T>.Zero, sum02 = Vector512<T>.Zero, sum03 = Vector512<T>.Zero;
        Vector512<T> sum10 = Vector512<T>.Zero, sum11 = Vector512<T>.Zero, sum12 = Vector512<T>.Zero, sum13 = Vector512<T>.Zero;
        Vector512<T> sum20 = Vector512<T>.Zero, sum21 = Vector512<T>.Zero, sum22 = Vector512<T>.Zero, sum23 = Vector512<T>.Zero;
        Vector512<T> sum30 = Vector512<T>.Zero, sum31 = Vector512<T>.Zero, sum32 = Vector512<T>.Zero, sum33 = Vector512<T>.Zero;
        for (int v = vectors; v > 0; v--)
        {
            Vector512<T> right0 = right, right1 = Unsafe.Add(ref right, 1), right2 = Unsafe.Add(ref right, 2), right3 = Unsafe.Add(ref right, 3);
            Vector512<T> value = left;
            sum00 = TSum.Add(sum00, value, right0);
            sum01 = TSum.Add(sum01, value, right1);
            sum02 = TSum.Add(sum02, value, right2);
            sum03 = TSum.Add(sum03, value, right3);
            value = Unsafe.Add(ref left, 1);
            sum10 = TSum.Add(sum10, value, right0);
            sum11 = TSum.Add(sum11, value, right1);
            sum12 = TSum.Add(sum12, value, right2);
            sum13 = TSum.Add(sum13, value, right3);
            value = Unsafe.Add(ref left, 2);
            sum20 = TSum.Add(sum20, value, right0);
            sum21 = TSum.Add(sum21, value, right1);
            sum22 = TSum.Add(sum22, value, right2);
            sum23 = TSum.Add(sum23, value, right3);
            value = Unsafe.Add(ref left, 3);
            sum30 = TSum.Add(sum30, value, right0);
            sum31 = TSum.Add(sum31, value, right1);
            sum32 = TSum.Add(sum32, value, right2);
            sum33 = TSum.Add(sum33, value, right3);
            left = ref Unsafe.Add(ref left, 4);
            right = ref Unsafe.Add(ref right, 4);
        }
        AddRow(ref block, columnStep, columns, sum00, sum01, sum02, sum03);
        if (rows > 1)
        {
            AddRow(ref Unsafe.Add(ref block, rowStep), columnStep, columns, sum10, sum11, sum12, sum13);
        }
        if (rows > 2)
        {
            AddRow(ref Unsafe.Add(ref block, 2 * rowStep), columnStep, columns, sum20, sum21, sum22, sum23);
        }
        if (rows > 3)
        {
            AddRow(ref Unsafe.Add(ref block, 3 * rowStep), columnStep, columns, sum30, sum31, sum32, sum33);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref T row, nint columnStep, int columns, Vector512<T> sum0, Vector512<T> sum1, Vector512<T> sum2, Vector512<T> sum3)
    {
        if (columnStep == 1 && columns == 4)
        {
            LaneSums<T>.AddTo(ref row, sum0, sum1, sum2, sum3);
            return;
        }
        row += LaneSums<T>.Of(sum0);
        if (columns > 1)
        {
            Unsafe.Add(ref row, columnStep) += LaneSums<T>.Of(sum1);
        }
        if (columns > 2)
        {
            Unsafe.Add(ref row, 2 * columnStep) += LaneSums<T>.Of(sum2);
        }
        if (columns > 3)
        {
            Unsafe.Add(ref row, 3 * columnStep) += LaneSums<T>.Of(sum3);
        }
    }
}
