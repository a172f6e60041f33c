#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#else
using System;
#endif

namespace Proxima.Linear;

/// <summary>
/// The two products that linear bounds spend their time in, in nearest arithmetic: the caller adds the a-priori term γₙ·Σ|a||b|, which holds for every
/// order of summation, fused or not (Higham 2002, section 3.1).
/// </summary>
internal static partial class LinearKernels
{
    /// <summary>c += a · b over padded rows.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public static void MultiplyAdd(Matrix a, Matrix b, Matrix c)
    {
        int i = 0;
#if NET
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= a.Rows - 4; i += 4)
            {
                FourRows512(a, b, c, i);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= a.Rows - 4; i += 4)
            {
                FourRows256(a, b, c, i);
            }
        }
#endif
        for (; i < a.Rows; i++)
        {
            OneRow(a, b, c, i);
        }
    }

    /// <summary>centre += w·x, radius += |w|·r, size += |w|·m, one row of <paramref name="transposed"/> for each factor.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public static void MultiplyAddRanges(Matrix transposed, double[] x, double[] r, double[] m, double[] centre, double[] radius, double[] size)
    {
        int stride = transposed.Stride;
        double[] weights = transposed.Data;
        for (int j = 0; j < transposed.Rows; j++)
        {
            int row = j * stride, i = 0;
#if NET
            if (Vector256.IsHardwareAccelerated)
            {
                Vector256<double> mid = Vector256.Create(x[j]), half = Vector256.Create(r[j]), magnitude = Vector256.Create(m[j]);
                ref double w = ref weights[row], c = ref centre[0], d = ref radius[0], e = ref size[0];
                for (; i < stride; i += 4)
                {
                    Vector256<double> weight = Vector256.LoadUnsafe(ref w, (nuint)i), wide = Vector256.Abs(weight);
                    Vector256.MultiplyAddEstimate(weight, mid, Vector256.LoadUnsafe(ref c, (nuint)i)).StoreUnsafe(ref c, (nuint)i);
                    Vector256.MultiplyAddEstimate(wide, half, Vector256.LoadUnsafe(ref d, (nuint)i)).StoreUnsafe(ref d, (nuint)i);
                    Vector256.MultiplyAddEstimate(wide, magnitude, Vector256.LoadUnsafe(ref e, (nuint)i)).StoreUnsafe(ref e, (nuint)i);
                }
            }
#endif
            for (; i < stride; i++)
            {
                double weight = weights[row + i], wide = System.Math.Abs(weight);
                centre[i] += weight * x[j];
                radius[i] += wide * r[j];
                size[i] += wide * m[j];
            }
        }
    }

    private static void OneRow(Matrix a, Matrix b, Matrix c, int row)
    {
        int stride = b.Stride, target = row * stride;
        double[] from = b.Data, to = c.Data;
        for (int k = 0; k < b.Rows; k++)
        {
            double factor = a.Data[(row * a.Stride) + k];
            if (factor == 0)
            {
                continue;
            }
            int source = k * stride, j = 0;
#if NET
            if (Vector256.IsHardwareAccelerated)
            {
                Vector256<double> lanes = Vector256.Create(factor);
                ref double first = ref MemoryMarshal.GetArrayDataReference(from), sum = ref MemoryMarshal.GetArrayDataReference(to);
                for (; j < stride; j += 4)
                {
                    Vector256<double> old = Vector256.LoadUnsafe(ref sum, (nuint)(target + j));
                    Vector256.MultiplyAddEstimate(lanes, Vector256.LoadUnsafe(ref first, (nuint)(source + j)), old).StoreUnsafe(ref sum, (nuint)(target + j));
                }
            }
#endif
            for (; j < stride; j++)
            {
                to[target + j] += factor * from[source + j];
            }
        }
    }
}
