using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Sums of products over vectors and their lanes: one feature with many neighbouring ones, eight at a time.</summary>
internal static class LaneDots<T, TSum>
    where T : unmanaged, INumber<T>
    where TSum : struct, ISum<T>
{
    /// <summary>target[k] += Σ over v and lanes of one[v] · many[v, k].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref T target, nint targetStep, nint features, int vectors, ref Vector512<T> one, nint oneStep, ref Vector512<T> many, nint manyStep)
    {
        nint k = 0;
        for (; k <= features - 8; k += 8)
        {
            Eight(ref Unsafe.Add(ref target, k * targetStep), targetStep, vectors, ref one, oneStep, ref Unsafe.Add(ref many, k), manyStep);
        }
        for (; k < features; k++)
        {
            ref Vector512<T> left = ref one, right = ref Unsafe.Add(ref many, k);
            Vector512<T> sum = Vector512<T>.Zero;
            for (int v = vectors; v > 0; v--)
            {
                sum = TSum.Add(sum, left, right);
                left = ref Unsafe.Add(ref left, oneStep);
                right = ref Unsafe.Add(ref right, manyStep);
            }
            Unsafe.Add(ref target, k * targetStep) += LaneSums<T>.Of(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(ref T target, nint targetStep, int vectors, ref Vector512<T> one, nint oneStep, ref Vector512<T> many, nint manyStep)
    {
        Vector512<T> sum0 = Vector512<T>.Zero, sum1 = Vector512<T>.Zero, sum2 = Vector512<T>.Zero, sum3 = Vector512<T>.Zero;
        Vector512<T> sum4 = Vector512<T>.Zero, sum5 = Vector512<T>.Zero, sum6 = Vector512<T>.Zero, sum7 = Vector512<T>.Zero;
        for (int v = vectors; v > 0; v--)
        {
            Vector512<T> factor = one;
            sum0 = TSum.Add(sum0, factor, many);
            sum1 = TSum.Add(sum1, factor, Unsafe.Add(ref many, 1));
            sum2 = TSum.Add(sum2, factor, Unsafe.Add(ref many, 2));
            sum3 = TSum.Add(sum3, factor, Unsafe.Add(ref many, 3));
            sum4 = TSum.Add(sum4, factor, Unsafe.Add(ref many, 4));
            sum5 = TSum.Add(sum5, factor, Unsafe.Add(ref many, 5));
            sum6 = TSum.Add(sum6, factor, Unsafe.Add(ref many, 6));
            sum7 = TSum.Add(sum7, factor, Unsafe.Add(ref many, 7));
            one = ref Unsafe.Add(ref one, oneStep);
            many = ref Unsafe.Add(ref many, manyStep);
        }
        if (targetStep == 1)
        {
            LaneSums<T>.AddTo(ref target, sum0, sum1, sum2, sum3);
            LaneSums<T>.AddTo(ref Unsafe.Add(ref target, 4), sum4, sum5, sum6, sum7);
            return;
        }
        target += LaneSums<T>.Of(sum0);
        Unsafe.Add(ref target, targetStep) += LaneSums<T>.Of(sum1);
        Unsafe.Add(ref target, 2 * targetStep) += LaneSums<T>.Of(sum2);
        Unsafe.Add(ref target, 3 * targetStep) += LaneSums<T>.Of(sum3);
        Unsafe.Add(ref target, 4 * targetStep) += LaneSums<T>.Of(sum4);
        Unsafe.Add(ref target, 5 * targetStep) += LaneSums<T>.Of(sum5);
        Unsafe.Add(ref target, 6 * targetStep) += LaneSums<T>.Of(sum6);
        Unsafe.Add(ref target, 7 * targetStep) += LaneSums<T>.Of(sum7);
    }
}
