using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// Matrix · lanes: eight rows at a time, each element of the matrix one broadcast, each element of x loaded once for eight products; of several
/// vectors two share each broadcast. Every sum is that of its own row and vector, in the order of the columns.
/// </summary>
internal static class LaneKernels<T, TSum>
    where T : unmanaged
    where TSum : struct, ISum<T>
{
    /// <summary>Columns of a pass: two vectors of x are 16 KiB and stay in a first-level cache, while all rows go by.</summary>
    private const int Depth = 128;

    /// <summary>y[v, i] += Σ matrix[i, j] · x[v, j].</summary>
    public static void MultiplyAdd(ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, int count, ref Vector512<T> x, nint xStep, ref Vector512<T> y, nint yStep)
    {
        for (nint j = 0; j < columns; j += Depth)
        {
            nint depth = nint.Min(Depth, columns - j);
            ref T part = ref Unsafe.Add(ref matrix, j * columnStep);
            int v = 0;
            if (Vector512.IsHardwareAccelerated && rows >= 8)
            {
                for (; v <= count - 2; v += 2)
                {
                    Two(ref part, rowStep, columnStep, rows, depth, ref Unsafe.Add(ref x, (v * xStep) + j), xStep, ref Unsafe.Add(ref y, v * yStep), yStep);
                }
            }
            for (; v < count; v++)
            {
                MultiplyAdd(ref part, rowStep, columnStep, rows, depth, ref Unsafe.Add(ref x, (v * xStep) + j), ref Unsafe.Add(ref y, v * yStep));
            }
        }
    }

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
        Rest(ref matrix, rowStep, columnStep, i, rows, columns, ref x, ref y);
    }

    /// <summary>The same for two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, ref Vector512<T> x, nint xStep, ref Vector512<T> y, nint yStep)
    {
        nint i = 0;
        for (; i <= rows - 8; i += 8)
        {
            EightByTwo(ref Unsafe.Add(ref matrix, i * rowStep), rowStep, columnStep, columns, ref x, xStep, ref Unsafe.Add(ref y, i), yStep);
        }
        if (i < rows)
        {
            Rest(ref matrix, rowStep, columnStep, i, rows, columns, ref x, ref y);
            Rest(ref matrix, rowStep, columnStep, i, rows, columns, ref Unsafe.Add(ref x, xStep), ref Unsafe.Add(ref y, yStep));
        }
    }

    private static void Rest(ref T matrix, nint rowStep, nint columnStep, nint from, nint rows, nint columns, ref Vector512<T> x, ref Vector512<T> y)
    {
        nint i = from;
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
    private static void EightByTwo(ref T upper, nint rowStep, nint columnStep, nint columns, ref Vector512<T> x, nint xStep, ref Vector512<T> y, nint yStep)
    {
        ref Vector512<T> z = ref Unsafe.Add(ref y, yStep);
        Vector512<T> a0 = y, a1 = Unsafe.Add(ref y, 1), a2 = Unsafe.Add(ref y, 2), a3 = Unsafe.Add(ref y, 3);
        Vector512<T> a4 = Unsafe.Add(ref y, 4), a5 = Unsafe.Add(ref y, 5), a6 = Unsafe.Add(ref y, 6), a7 = Unsafe.Add(ref y, 7);
        Vector512<T> b0 = z, b1 = Unsafe.Add(ref z, 1), b2 = Unsafe.Add(ref z, 2), b3 = Unsafe.Add(ref z, 3);
        Vector512<T> b4 = Unsafe.Add(ref z, 4), b5 = Unsafe.Add(ref z, 5), b6 = Unsafe.Add(ref z, 6), b7 = Unsafe.Add(ref z, 7);
        ref T lower = ref Unsafe.Add(ref upper, 4 * rowStep);
        for (nint j = columns; j > 0; j--)
        {
            Vector512<T> a = x, b = Unsafe.Add(ref x, xStep), factor = Vector512.Create(upper);
            a0 = TSum.Add(a0, factor, a);
            b0 = TSum.Add(b0, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref upper, rowStep));
            a1 = TSum.Add(a1, factor, a);
            b1 = TSum.Add(b1, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref upper, 2 * rowStep));
            a2 = TSum.Add(a2, factor, a);
            b2 = TSum.Add(b2, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref upper, 3 * rowStep));
            a3 = TSum.Add(a3, factor, a);
            b3 = TSum.Add(b3, factor, b);
            factor = Vector512.Create(lower);
            a4 = TSum.Add(a4, factor, a);
            b4 = TSum.Add(b4, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref lower, rowStep));
            a5 = TSum.Add(a5, factor, a);
            b5 = TSum.Add(b5, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref lower, 2 * rowStep));
            a6 = TSum.Add(a6, factor, a);
            b6 = TSum.Add(b6, factor, b);
            factor = Vector512.Create(Unsafe.Add(ref lower, 3 * rowStep));
            a7 = TSum.Add(a7, factor, a);
            b7 = TSum.Add(b7, factor, b);
            upper = ref Unsafe.Add(ref upper, columnStep);
            lower = ref Unsafe.Add(ref lower, columnStep);
            x = ref Unsafe.Add(ref x, 1);
        }
        y = a0;
        Unsafe.Add(ref y, 1) = a1;
        Unsafe.Add(ref y, 2) = a2;
        Unsafe.Add(ref y, 3) = a3;
        Unsafe.Add(ref y, 4) = a4;
        Unsafe.Add(ref y, 5) = a5;
        Unsafe.Add(ref y, 6) = a6;
        Unsafe.Add(ref y, 7) = a7;
        z = b0;
        Unsafe.Add(ref z, 1) = b1;
        Unsafe.Add(ref z, 2) = b2;
        Unsafe.Add(ref z, 3) = b3;
        Unsafe.Add(ref z, 4) = b4;
        Unsafe.Add(ref z, 5) = b5;
        Unsafe.Add(ref z, 6) = b6;
        Unsafe.Add(ref z, 7) = b7;
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
