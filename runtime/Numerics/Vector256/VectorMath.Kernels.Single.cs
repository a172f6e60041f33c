// Vector512/VectorMath.Kernels.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels of single precision share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReduceByLn2(Vector256<float> x, out Vector256<float> rounded, out Vector256<float> n)
    {
        rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(SingleLog2E), Vector256.Create(SingleRounder));
        n = rounded - Vector256.Create(SingleRounder);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-SingleLn2Low), Vector256.MultiplyAddEstimate(n, Vector256.Create(-SingleLn2High), x));
    }

    /// <remarks>eʳ − 1 = r + r²·p(r) for |r| ≤ ln 2 / 2; p is the minimax polynomial of the relative error, 0.23 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedExpM1(Vector256<float> r)
    {
        Vector256<float> p = Vector256.Create(0.00138633896f);
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.00836658478f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.0416675173f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.166665435f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(0.49999997f));
        return Vector256.MultiplyAddEstimate(r * r, p, r);
    }

    /// <summary>
    /// y · 2ⁿ rounded once, for y from ½ to 2 and −151 ≤ n ≤ 129, given n + <see cref="SingleRounder"/>. In two halves: 2ⁿ itself may overflow or be subnormal where
    /// the result is not. A NaN stays one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> TimesPowerOfTwo(Vector256<float> y, Vector256<float> rounded)
    {
        Vector256<int> bits = rounded.AsInt32();
        Vector256<int> half = ((bits >>> 1) << 23) + Vector256.Create(SingleOneBits);
        Vector256<int> rest = (bits << 23) + Vector256.Create(2 * SingleOneBits) - half;
        return y * half.AsSingle() * rest.AsSingle();
    }

    /// <summary>e to the power of a number that is not positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpOfNegative(Vector256<float> x)
    {
        Vector256<float> r = ReduceByLn2(Vector256.MaxNative(Vector256.Create(SingleExpLowest), x), out Vector256<float> rounded, out _);
        return TimesPowerOfTwo(ReducedExpM1(r) + Vector256<float>.One, rounded);
    }

    /// <remarks>
    /// n ln 2 + log(1 + f) for √½ ≤ 1 + f ≤ √2. log(1 + f) = f − f²/2 + f³·q(f); q is the minimax polynomial of the relative error, 0.1 · 2⁻²⁴. f, the largest term, is added late
    /// and exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedLog(Vector256<float> n, Vector256<float> f)
    {
        Vector256<float> q = Vector256.Create(-0.0763687715f);
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.127636045f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(-0.131601229f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.142013952f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(-0.166233271f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.200012475f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(-0.250008225f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.333333313f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(-0.5f));
        Vector256<float> rest = Vector256.MultiplyAddEstimate(f * f, q, n * Vector256.Create(SingleLn2Low));
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(SingleLn2High), f + rest);
    }
}
