using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Matrix · vector of numbers. Lanes run over what is contiguous: along the rows of a row-major matrix, across the rows of its transpose.</summary>
internal static class VectorKernels<T, TSum>
    where T : unmanaged, INumber<T>
    where TSum : struct, ISum<T>
{
    /// <summary>y[i] += Σ matrix[i, j] · x[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, ref T x, ref T y)
    {
        if (columnStep == 1)
        {
            Dots(ref matrix, rowStep, rows, columns, ref x, ref y);
        }
        else if (rowStep == 1)
        {
            Columns(ref matrix, columnStep, rows, columns, ref x, ref y);
        }
        else
        {
            for (nint i = 0; i < rows; i++)
            {
                T sum = Unsafe.Add(ref y, i);
                for (nint j = 0; j < columns; j++)
                {
                    sum = TSum.Add(sum, Unsafe.Add(ref matrix, (i * rowStep) + (j * columnStep)), Unsafe.Add(ref x, j));
                }
                Unsafe.Add(ref y, i) = sum;
            }
        }
    }

    /// <summary>Four rows at a time share each load of x; lanes over the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dots(ref T matrix, nint rowStep, nint rows, nint columns, ref T x, ref T y)
    {
        nint i = 0, whole = columns - (columns % Vector512<T>.Count);
        for (; i <= rows - 4; i += 4)
        {
            ref T row = ref Unsafe.Add(ref matrix, i * rowStep);
            Vector512<T> sum0 = Vector512<T>.Zero, sum1 = Vector512<T>.Zero, sum2 = Vector512<T>.Zero, sum3 = Vector512<T>.Zero;
            for (nint j = 0; j < whole; j += Vector512<T>.Count)
            {
                Vector512<T> value = Vector512.LoadUnsafe(ref x, (nuint)j);
                sum0 = TSum.Add(sum0, Vector512.LoadUnsafe(ref row), value);
                sum1 = TSum.Add(sum1, Vector512.LoadUnsafe(ref Unsafe.Add(ref row, rowStep)), value);
                sum2 = TSum.Add(sum2, Vector512.LoadUnsafe(ref Unsafe.Add(ref row, 2 * rowStep)), value);
                sum3 = TSum.Add(sum3, Vector512.LoadUnsafe(ref Unsafe.Add(ref row, 3 * rowStep)), value);
                row = ref Unsafe.Add(ref row, Vector512<T>.Count);
            }
            T dot0 = LaneSums<T>.Of(sum0), dot1 = LaneSums<T>.Of(sum1), dot2 = LaneSums<T>.Of(sum2), dot3 = LaneSums<T>.Of(sum3);
            for (nint j = whole; j < columns; j++)
            {
                T value = Unsafe.Add(ref x, j);
                dot0 = TSum.Add(dot0, row, value);
                dot1 = TSum.Add(dot1, Unsafe.Add(ref row, rowStep), value);
                dot2 = TSum.Add(dot2, Unsafe.Add(ref row, 2 * rowStep), value);
                dot3 = TSum.Add(dot3, Unsafe.Add(ref row, 3 * rowStep), value);
                row = ref Unsafe.Add(ref row, 1);
            }
            Unsafe.Add(ref y, i) += dot0;
            Unsafe.Add(ref y, i + 1) += dot1;
            Unsafe.Add(ref y, i + 2) += dot2;
            Unsafe.Add(ref y, i + 3) += dot3;
        }
        for (; i < rows; i++)
        {
            ref T row = ref Unsafe.Add(ref matrix, i * rowStep);
            Vector512<T> sum = Vector512<T>.Zero;
            for (nint j = 0; j < whole; j += Vector512<T>.Count)
            {
                sum = TSum.Add(sum, Vector512.LoadUnsafe(ref row, (nuint)j), Vector512.LoadUnsafe(ref x, (nuint)j));
            }
            T dot = LaneSums<T>.Of(sum);
            for (nint j = whole; j < columns; j++)
            {
                dot = TSum.Add(dot, Unsafe.Add(ref row, j), Unsafe.Add(ref x, j));
            }
            Unsafe.Add(ref y, i) += dot;
        }
    }

    /// <summary>Lanes over the rows, which are neighbours in memory; four vectors of sums stay in registers over all columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(ref T matrix, nint columnStep, nint rows, nint columns, ref T x, ref T y)
    {
        nint i = 0, lanes = Vector512<T>.Count;
        for (; i <= rows - (4 * lanes); i += 4 * lanes)
        {
            ref T sums = ref Unsafe.Add(ref y, i), column = ref Unsafe.Add(ref matrix, i);
            Vector512<T> sum0 = Vector512.LoadUnsafe(ref sums), sum1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref sums, lanes));
            Vector512<T> sum2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref sums, 2 * lanes)), sum3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref sums, 3 * lanes));
            for (nint j = 0; j < columns; j++)
            {
                Vector512<T> value = Vector512.Create(Unsafe.Add(ref x, j));
                sum0 = TSum.Add(sum0, Vector512.LoadUnsafe(ref column), value);
                sum1 = TSum.Add(sum1, Vector512.LoadUnsafe(ref Unsafe.Add(ref column, lanes)), value);
                sum2 = TSum.Add(sum2, Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 2 * lanes)), value);
                sum3 = TSum.Add(sum3, Vector512.LoadUnsafe(ref Unsafe.Add(ref column, 3 * lanes)), value);
                column = ref Unsafe.Add(ref column, columnStep);
            }
            sum0.StoreUnsafe(ref sums);
            sum1.StoreUnsafe(ref Unsafe.Add(ref sums, lanes));
            sum2.StoreUnsafe(ref Unsafe.Add(ref sums, 2 * lanes));
            sum3.StoreUnsafe(ref Unsafe.Add(ref sums, 3 * lanes));
        }
        for (; i <= rows - lanes; i += lanes)
        {
            ref T sums = ref Unsafe.Add(ref y, i), column = ref Unsafe.Add(ref matrix, i);
            Vector512<T> sum = Vector512.LoadUnsafe(ref sums);
            for (nint j = 0; j < columns; j++)
            {
                sum = TSum.Add(sum, Vector512.LoadUnsafe(ref column), Vector512.Create(Unsafe.Add(ref x, j)));
                column = ref Unsafe.Add(ref column, columnStep);
            }
            sum.StoreUnsafe(ref sums);
        }
        for (; i < rows; i++)
        {
            T sum = Unsafe.Add(ref y, i);
            for (nint j = 0; j < columns; j++)
            {
                sum = TSum.Add(sum, Unsafe.Add(ref matrix, i + (j * columnStep)), Unsafe.Add(ref x, j));
            }
            Unsafe.Add(ref y, i) = sum;
        }
    }

    /// <summary>matrix[i, j] += left[i] · right[j]: every element is loaded and stored once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOuter(ref T matrix, nint rowStep, nint columnStep, nint rows, nint columns, ref T left, ref T right)
    {
        if (rowStep == 1 && columnStep != 1)
        {
            AddOuter(ref matrix, columnStep, rowStep, columns, rows, ref right, ref left);
            return;
        }
        nint whole = columnStep == 1 ? columns - (columns % Vector512<T>.Count) : 0;
        for (nint i = 0; i < rows; i++)
        {
            ref T row = ref Unsafe.Add(ref matrix, i * rowStep);
            T factor = Unsafe.Add(ref left, i);
            Vector512<T> factors = Vector512.Create(factor);
            nint j = 0;
            for (; j < whole; j += Vector512<T>.Count)
            {
                TSum.Add(Vector512.LoadUnsafe(ref row, (nuint)j), factors, Vector512.LoadUnsafe(ref right, (nuint)j)).StoreUnsafe(ref row, (nuint)j);
            }
            for (; j < columns; j++)
            {
                ref T element = ref Unsafe.Add(ref row, j * columnStep);
                element = TSum.Add(element, factor, Unsafe.Add(ref right, j));
            }
        }
    }

    /// <summary>matrix[i, j] = left[i] · right[j], row after row: nothing is loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SetOuter(ref T matrix, nint rows, nint columns, ref T left, ref T right)
    {
        nint whole = columns - (columns % Vector512<T>.Count);
        for (nint i = 0; i < rows; i++)
        {
            T factor = Unsafe.Add(ref left, i);
            Vector512<T> factors = Vector512.Create(factor);
            nint j = 0;
            for (; j < whole; j += Vector512<T>.Count)
            {
                (factors * Vector512.LoadUnsafe(ref right, (nuint)j)).StoreUnsafe(ref matrix, (nuint)j);
            }
            for (; j < columns; j++)
            {
                Unsafe.Add(ref matrix, j) = factor * Unsafe.Add(ref right, j);
            }
            matrix = ref Unsafe.Add(ref matrix, columns);
        }
    }
}
