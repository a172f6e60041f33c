// Vector512/VectorMath.Kernels.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels of single precision share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReduceByLn2(Vector128<float> x, out Vector128<float> rounded, out Vector128<float> n)
    {
        rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(SingleLog2E), Vector128.Create(SingleRounder));
        n = rounded - Vector128.Create(SingleRounder);
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(-SingleLn2Low), Vector128.MultiplyAddEstimate(n, Vector128.Create(-SingleLn2High), x));
    }

    /// <remarks>eʳ − 1 = r + r²·p(r) for |r| ≤ ln 2 / 2; p is the minimax polynomial of the relative error, 0.23 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReducedExpM1(Vector128<float> r)
    {
        Vector128<float> p = Vector128.Create(0.00138633896f);
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(0.00836658478f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(0.0416675173f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(0.166665435f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(0.49999997f));
        return Vector128.MultiplyAddEstimate(r * r, p, r);
    }

    /// <summary>
    /// y · 2ⁿ rounded once, for y from ½ to 2 and −151 ≤ n ≤ 129, given n + <see cref="SingleRounder"/>. In two halves: 2ⁿ itself may overflow or be subnormal where
    /// the result is not. A NaN stays one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> TimesPowerOfTwo(Vector128<float> y, Vector128<float> rounded)
    {
        Vector128<int> bits = rounded.AsInt32();
        Vector128<int> half = ((bits >>> 1) << 23) + Vector128.Create(SingleOneBits);
        Vector128<int> rest = (bits << 23) + Vector128.Create(2 * SingleOneBits) - half;
        return y * half.AsSingle() * rest.AsSingle();
    }

    /// <summary>e to the power of a number that is not positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpOfNegative(Vector128<float> x)
    {
        Vector128<float> r = ReduceByLn2(Vector128.MaxNative(Vector128.Create(SingleExpLowest), x), out Vector128<float> rounded, out _);
        return TimesPowerOfTwo(ReducedExpM1(r) + Vector128<float>.One, rounded);
    }

    /// <remarks>
    /// n ln 2 + log(1 + f) for √½ ≤ 1 + f ≤ √2. log(1 + f) = f − f²/2 + f³·q(f); q is the minimax polynomial of the relative error, 0.1 · 2⁻²⁴. f, the largest term, is added late
    /// and exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReducedLog(Vector128<float> n, Vector128<float> f)
    {
        Vector128<float> q = Vector128.Create(-0.0763687715f);
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.127636045f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(-0.131601229f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.142013952f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(-0.166233271f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.200012475f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(-0.250008225f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.333333313f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(-0.5f));
        Vector128<float> rest = Vector128.MultiplyAddEstimate(f * f, q, n * Vector128.Create(SingleLn2Low));
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(SingleLn2High), f + rest);
    }
}
