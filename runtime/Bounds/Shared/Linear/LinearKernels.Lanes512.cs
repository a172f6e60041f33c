#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima.Linear;

internal static partial class LinearKernels
{
    /// <summary>Four rows of a against two vectors of columns: eight sums in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows512(Matrix a, Matrix b, Matrix c, int row)
    {
        int inner = b.Rows, stride = b.Stride, step = a.Stride, j = 0;
        ref double factors = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a.Data), row * step);
        ref double from = ref MemoryMarshal.GetArrayDataReference(b.Data);
        ref double to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(c.Data), row * stride);
        for (; j <= stride - 16; j += 16)
        {
            ref double target = ref Unsafe.Add(ref to, j);
            Vector512<double> s00 = Vector512.LoadUnsafe(ref target), s01 = Vector512.LoadUnsafe(ref target, 8);
            Vector512<double> s10 = Vector512.LoadUnsafe(ref target, (nuint)stride), s11 = Vector512.LoadUnsafe(ref target, (nuint)stride + 8);
            Vector512<double> s20 = Vector512.LoadUnsafe(ref target, 2 * (nuint)stride), s21 = Vector512.LoadUnsafe(ref target, (2 * (nuint)stride) + 8);
            Vector512<double> s30 = Vector512.LoadUnsafe(ref target, 3 * (nuint)stride), s31 = Vector512.LoadUnsafe(ref target, (3 * (nuint)stride) + 8);
            ref double factor = ref factors;
            ref double source = ref Unsafe.Add(ref from, j);
            for (int k = inner; k > 0; k--)
            {
                Vector512<double> left = Vector512.LoadUnsafe(ref source), right = Vector512.LoadUnsafe(ref source, 8);
                Vector512<double> f0 = Vector512.Create(factor), f1 = Vector512.Create(Unsafe.Add(ref factor, step));
                Vector512<double> f2 = Vector512.Create(Unsafe.Add(ref factor, 2 * step)), f3 = Vector512.Create(Unsafe.Add(ref factor, 3 * step));
                s00 = Vector512.MultiplyAddEstimate(f0, left, s00);
                s01 = Vector512.MultiplyAddEstimate(f0, right, s01);
                s10 = Vector512.MultiplyAddEstimate(f1, left, s10);
                s11 = Vector512.MultiplyAddEstimate(f1, right, s11);
                s20 = Vector512.MultiplyAddEstimate(f2, left, s20);
                s21 = Vector512.MultiplyAddEstimate(f2, right, s21);
                s30 = Vector512.MultiplyAddEstimate(f3, left, s30);
                s31 = Vector512.MultiplyAddEstimate(f3, right, s31);
                factor = ref Unsafe.Add(ref factor, 1);
                source = ref Unsafe.Add(ref source, stride);
            }
            s00.StoreUnsafe(ref target);
            s01.StoreUnsafe(ref target, 8);
            s10.StoreUnsafe(ref target, (nuint)stride);
            s11.StoreUnsafe(ref target, (nuint)stride + 8);
            s20.StoreUnsafe(ref target, 2 * (nuint)stride);
            s21.StoreUnsafe(ref target, (2 * (nuint)stride) + 8);
            s30.StoreUnsafe(ref target, 3 * (nuint)stride);
            s31.StoreUnsafe(ref target, (3 * (nuint)stride) + 8);
        }
        for (; j < stride; j += 8)
        {
            ref double target = ref Unsafe.Add(ref to, j);
            Vector512<double> s0 = Vector512.LoadUnsafe(ref target), s1 = Vector512.LoadUnsafe(ref target, (nuint)stride);
            Vector512<double> s2 = Vector512.LoadUnsafe(ref target, 2 * (nuint)stride), s3 = Vector512.LoadUnsafe(ref target, 3 * (nuint)stride);
            ref double factor = ref factors;
            ref double source = ref Unsafe.Add(ref from, j);
            for (int k = inner; k > 0; k--)
            {
                Vector512<double> column = Vector512.LoadUnsafe(ref source);
                s0 = Vector512.MultiplyAddEstimate(Vector512.Create(factor), column, s0);
                s1 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref factor, step)), column, s1);
                s2 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref factor, 2 * step)), column, s2);
                s3 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref factor, 3 * step)), column, s3);
                factor = ref Unsafe.Add(ref factor, 1);
                source = ref Unsafe.Add(ref source, stride);
            }
            s0.StoreUnsafe(ref target);
            s1.StoreUnsafe(ref target, (nuint)stride);
            s2.StoreUnsafe(ref target, 2 * (nuint)stride);
            s3.StoreUnsafe(ref target, 3 * (nuint)stride);
        }
    }
}
#endif
