using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Matrix · lanes: eight rows at a time, each element of the matrix one broadcast, each element of x loaded once for eight products.</summary>
internal static class LaneKernels<T, TSum>
    where T : unmanaged
    where TSum : struct, ISum<T>
{
    /// <summary>y[i] += Σ matrix[i, j] · x[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, ref Vector512<T> x, ref Vector512<T> y)
    {
        nint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= rows - 8; i += 8)
            {
                Eight(ref Unsafe.Add(ref matrix, i * rowStep), rowStep, columnStep, columns, ref x, ref Unsafe.Add(ref y, i));
            }
        }
        for (; i <= rows - 4; i += 4)
        {
            Four(ref Unsafe.Add(ref matrix, i * rowStep), rowStep, columnStep, columns, ref x, ref Unsafe.Add(ref y, i));
        }
        for (; i < rows; i++)
        {
            One(ref Unsafe.Add(ref matrix, i * rowStep), columnStep, columns, ref x, ref Unsafe.Add(ref y, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(ref T upper, nint rowStep, nint columnStep, nint columns, ref Vector512<T> x, ref Vector512<T> y)
    {
        Vector512<T> sum0 = y, sum1 = Unsafe.Add(ref y, 1), sum2 = Unsafe.Add(ref y, 2), sum3 = Unsafe.Add(ref y, 3);
        Vector512<T> sum4 = Unsafe.Add(ref y, 4), sum5 = Unsafe.Add(ref y, 5), sum6 = Unsafe.Add(ref y, 6), sum7 = Unsafe.Add(ref y, 7);

        // Two pointers: a factor of four rows fits an address, eight would need more registers.
        ref T lower = ref Unsafe.Add(ref upper, 4 * rowStep);
        for (nint j = columns; j > 0; j--)
        {
            Vector512<T> value = x;
            sum0 = TSum.Add(sum0, Vector512.Create(upper), value);
            sum1 = TSum.Add(sum1, Vector512.Create(Unsafe.Add(ref upper, rowStep)), value);
            sum2 = TSum.Add(sum2, Vector512.Create(Unsafe.Add(ref upper, 2 * rowStep)), value);
            sum3 = TSum.Add(sum3, Vector512.Create(Unsafe.Add(ref upper, 3 * rowStep)), value);
            sum4 = TSum.Add(sum4, Vector512.Create(lower), value);
            sum5 = TSum.Add(sum5, Vector512.Create(Unsafe.Add(ref lower, rowStep)), value);
            sum6 = TSum.Add(sum6, Vector512.Create(Unsafe.Add(ref lower, 2 * rowStep)), value);
            sum7 = TSum.Add(sum7, Vector512.Create(Unsafe.Add(ref lower, 3 * rowStep)), value);
            upper = ref Unsafe.Add(ref upper, columnStep);
            lower = ref Unsafe.Add(ref lower, columnStep);
            x = ref Unsafe.Add(ref x, 1);
        }
        y = sum0;
        Unsafe.Add(ref y, 1) = sum1;
        Unsafe.Add(ref y, 2) = sum2;
        Unsafe.Add(ref y, 3) = sum3;
        Unsafe.Add(ref y, 4) = sum4;
        Unsafe.Add(ref y, 5) = sum5;
        Unsafe.Add(ref y, 6) = sum6;
        Unsafe.Add(ref y, 7) = sum7;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref T rows, nint rowStep, nint columnStep, nint columns, ref Vector512<T> x, ref Vector512<T> y)
    {
        Vector512<T> sum0 = y, sum1 = Unsafe.Add(ref y, 1), sum2 = Unsafe.Add(ref y, 2), sum3 = Unsafe.Add(ref y, 3);
        for (nint j = columns; j > 0; j--)
        {
            Vector512<T> value = x;
            sum0 = TSum.Add(sum0, Vector512.Create(rows), value);
            sum1 = TSum.Add(sum1, Vector512.Create(Unsafe.Add(ref rows, rowStep)), value);
            sum2 = TSum.Add(sum2, Vector512.Create(Unsafe.Add(ref rows, 2 * rowStep)), value);
            sum3 = TSum.Add(sum3, Vector512.Create(Unsafe.Add(ref rows, 3 * rowStep)), value);
            rows = ref Unsafe.Add(ref rows, columnStep);
            x = ref Unsafe.Add(ref x, 1);
        }
        y = sum0;
        Unsafe.Add(ref y, 1) = sum1;
        Unsafe.Add(ref y, 2) = sum2;
        Unsafe.Add(ref y, 3) = sum3;
    }

    /// <summary>A single row is one chain of additions, whose latency counts: four sums at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(ref T row, nint columnStep, nint columns, ref Vector512<T> x, ref Vector512<T> y)
    {
        Vector512<T> sum0 = y, sum1 = Vector512<T>.Zero, sum2 = Vector512<T>.Zero, sum3 = Vector512<T>.Zero;
        nint j = columns;
        for (; j >= 4; j -= 4)
        {
            sum0 = TSum.Add(sum0, Vector512.Create(row), x);
            sum1 = TSum.Add(sum1, Vector512.Create(Unsafe.Add(ref row, columnStep)), Unsafe.Add(ref x, 1));
            sum2 = TSum.Add(sum2, Vector512.Create(Unsafe.Add(ref row, 2 * columnStep)), Unsafe.Add(ref x, 2));
            sum3 = TSum.Add(sum3, Vector512.Create(Unsafe.Add(ref row, 3 * columnStep)), Unsafe.Add(ref x, 3));
            row = ref Unsafe.Add(ref row, 4 * columnStep);
            x = ref Unsafe.Add(ref x, 4);
        }
        sum0 = (sum0 + sum1) + (sum2 + sum3);
        for (; j > 0; j--)
        {
            sum0 = TSum.Add(sum0, Vector512.Create(row), x);
            row = ref Unsafe.Add(ref row, columnStep);
            x = ref Unsafe.Add(ref x, 1);
        }
        y = sum0;
    }
}
