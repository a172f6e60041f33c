using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// Blocks of a matrix that stay in registers while samples go by: the matrix gets, sample after sample, a feature's number times the vectors of the
/// sample's tile. Each element is summed in the order of the samples, whatever the block.
/// </summary>
internal static class OuterBlocks<T, TSum>
    where T : unmanaged, INumber<T>
    where TSum : struct, ISum<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightByTwo(ref T upper, nint rowStep, int vectors, ref Vector512<T> left, nint leftStep, ref Vector512<T> tile)
    {
        ref T lower = ref Unsafe.Add(ref upper, 4 * rowStep);
        ref T upper2 = ref Unsafe.Add(ref upper, 2 * rowStep), lower2 = ref Unsafe.Add(ref lower, 2 * rowStep);
        nuint next = (nuint)Vector512<T>.Count, row = (nuint)rowStep;
        Vector512<T> a0 = Vector512.LoadUnsafe(ref upper), b0 = Vector512.LoadUnsafe(ref upper, next), a1 = Vector512.LoadUnsafe(ref upper, row), b1 = Vector512.LoadUnsafe(ref upper, row + next);
        Vector512<T> a2 = Vector512.LoadUnsafe(ref upper2), b2 = Vector512.LoadUnsafe(ref upper2, next), a3 = Vector512.LoadUnsafe(ref upper2, row), b3 = Vector512.LoadUnsafe(ref upper2, row + next);
        Vector512<T> a4 = Vector512.LoadUnsafe(ref lower), b4 = Vector512.LoadUnsafe(ref lower, next), a5 = Vector512.LoadUnsafe(ref lower, row), b5 = Vector512.LoadUnsafe(ref lower, row + next);
        Vector512<T> a6 = Vector512.LoadUnsafe(ref lower2), b6 = Vector512.LoadUnsafe(ref lower2, next), a7 = Vector512.LoadUnsafe(ref lower2, row), b7 = Vector512.LoadUnsafe(ref lower2, row + next);
        for (int v = vectors; v > 0; v--)
        {
            ref T sample = ref Unsafe.As<Vector512<T>, T>(ref left);
            for (int lane = Vector512<T>.Count; lane > 0; lane--)
            {
                Vector512<T> a = tile, b = Unsafe.Add(ref tile, 1), factor = Vector512.Create(sample);
                a0 = TSum.Add(a0, factor, a);
                b0 = TSum.Add(b0, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, Vector512<T>.Count));
                a1 = TSum.Add(a1, factor, a);
                b1 = TSum.Add(b1, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 2 * Vector512<T>.Count));
                a2 = TSum.Add(a2, factor, a);
                b2 = TSum.Add(b2, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 3 * Vector512<T>.Count));
                a3 = TSum.Add(a3, factor, a);
                b3 = TSum.Add(b3, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 4 * Vector512<T>.Count));
                a4 = TSum.Add(a4, factor, a);
                b4 = TSum.Add(b4, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 5 * Vector512<T>.Count));
                a5 = TSum.Add(a5, factor, a);
                b5 = TSum.Add(b5, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 6 * Vector512<T>.Count));
                a6 = TSum.Add(a6, factor, a);
                b6 = TSum.Add(b6, factor, b);
                factor = Vector512.Create(Unsafe.Add(ref sample, 7 * Vector512<T>.Count));
                a7 = TSum.Add(a7, factor, a);
                b7 = TSum.Add(b7, factor, b);
                tile = ref Unsafe.Add(ref tile, 2);
                sample = ref Unsafe.Add(ref sample, 1);
            }
            left = ref Unsafe.Add(ref left, leftStep);
        }
        a0.StoreUnsafe(ref upper);
        b0.StoreUnsafe(ref upper, next);
        a1.StoreUnsafe(ref upper, row);
        b1.StoreUnsafe(ref upper, row + next);
        a2.StoreUnsafe(ref upper2);
        b2.StoreUnsafe(ref upper2, next);
        a3.StoreUnsafe(ref upper2, row);
        b3.StoreUnsafe(ref upper2, row + next);
        a4.StoreUnsafe(ref lower);
        b4.StoreUnsafe(ref lower, next);
        a5.StoreUnsafe(ref lower, row);
        b5.StoreUnsafe(ref lower, row + next);
        a6.StoreUnsafe(ref lower2);
        b6.StoreUnsafe(ref lower2, next);
        a7.StoreUnsafe(ref lower2, row);
        b7.StoreUnsafe(ref lower2, row + next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightByOne(ref T upper, nint rowStep, int vectors, ref Vector512<T> left, nint leftStep, ref Vector512<T> tile)
    {
        ref T lower = ref Unsafe.Add(ref upper, 4 * rowStep);
        ref T upper2 = ref Unsafe.Add(ref upper, 2 * rowStep), lower2 = ref Unsafe.Add(ref lower, 2 * rowStep);
        nuint row = (nuint)rowStep;
        Vector512<T> sum0 = Vector512.LoadUnsafe(ref upper), sum1 = Vector512.LoadUnsafe(ref upper, row);
        Vector512<T> sum2 = Vector512.LoadUnsafe(ref upper2), sum3 = Vector512.LoadUnsafe(ref upper2, row);
        Vector512<T> sum4 = Vector512.LoadUnsafe(ref lower), sum5 = Vector512.LoadUnsafe(ref lower, row);
        Vector512<T> sum6 = Vector512.LoadUnsafe(ref lower2), sum7 = Vector512.LoadUnsafe(ref lower2, row);
        for (int v = vectors; v > 0; v--)
        {
            ref T sample = ref Unsafe.As<Vector512<T>, T>(ref left);
            for (int lane = Vector512<T>.Count; lane > 0; lane--)
            {
                Vector512<T> value = tile;
                sum0 = TSum.Add(sum0, Vector512.Create(sample), value);
                sum1 = TSum.Add(sum1, Vector512.Create(Unsafe.Add(ref sample, Vector512<T>.Count)), value);
                sum2 = TSum.Add(sum2, Vector512.Create(Unsafe.Add(ref sample, 2 * Vector512<T>.Count)), value);
                sum3 = TSum.Add(sum3, Vector512.Create(Unsafe.Add(ref sample, 3 * Vector512<T>.Count)), value);
                sum4 = TSum.Add(sum4, Vector512.Create(Unsafe.Add(ref sample, 4 * Vector512<T>.Count)), value);
                sum5 = TSum.Add(sum5, Vector512.Create(Unsafe.Add(ref sample, 5 * Vector512<T>.Count)), value);
                sum6 = TSum.Add(sum6, Vector512.Create(Unsafe.Add(ref sample, 6 * Vector512<T>.Count)), value);
                sum7 = TSum.Add(sum7, Vector512.Create(Unsafe.Add(ref sample, 7 * Vector512<T>.Count)), value);
                tile = ref Unsafe.Add(ref tile, 1);
                sample = ref Unsafe.Add(ref sample, 1);
            }
            left = ref Unsafe.Add(ref left, leftStep);
        }
        sum0.StoreUnsafe(ref upper);
        sum1.StoreUnsafe(ref upper, row);
        sum2.StoreUnsafe(ref upper2);
        sum3.StoreUnsafe(ref upper2, row);
        sum4.StoreUnsafe(ref lower);
        sum5.StoreUnsafe(ref lower, row);
        sum6.StoreUnsafe(ref lower2);
        sum7.StoreUnsafe(ref lower2, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourByOne(ref T block, nint rowStep, int vectors, ref Vector512<T> left, nint leftStep, ref Vector512<T> tile, nint tileStep)
    {
        ref T row1 = ref Unsafe.Add(ref block, rowStep), row2 = ref Unsafe.Add(ref block, 2 * rowStep), row3 = ref Unsafe.Add(ref block, 3 * rowStep);
        Vector512<T> sum0 = Vector512.LoadUnsafe(ref block), sum1 = Vector512.LoadUnsafe(ref row1), sum2 = Vector512.LoadUnsafe(ref row2), sum3 = Vector512.LoadUnsafe(ref row3);
        for (int v = vectors; v > 0; v--)
        {
            ref T sample = ref Unsafe.As<Vector512<T>, T>(ref left);
            for (int lane = Vector512<T>.Count; lane > 0; lane--)
            {
                Vector512<T> value = tile;
                sum0 = TSum.Add(sum0, Vector512.Create(sample), value);
                sum1 = TSum.Add(sum1, Vector512.Create(Unsafe.Add(ref sample, Vector512<T>.Count)), value);
                sum2 = TSum.Add(sum2, Vector512.Create(Unsafe.Add(ref sample, 2 * Vector512<T>.Count)), value);
                sum3 = TSum.Add(sum3, Vector512.Create(Unsafe.Add(ref sample, 3 * Vector512<T>.Count)), value);
                tile = ref Unsafe.Add(ref tile, tileStep);
                sample = ref Unsafe.Add(ref sample, 1);
            }
            left = ref Unsafe.Add(ref left, leftStep);
        }
        sum0.StoreUnsafe(ref block);
        sum1.StoreUnsafe(ref row1);
        sum2.StoreUnsafe(ref row2);
        sum3.StoreUnsafe(ref row3);
    }
}
