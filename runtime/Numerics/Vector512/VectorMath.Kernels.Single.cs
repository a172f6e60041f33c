using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels of single precision share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReduceByLn2(Vector512<float> x, out Vector512<float> rounded, out Vector512<float> n)
    {
        rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(SingleLog2E), Vector512.Create(SingleRounder));
        n = rounded - Vector512.Create(SingleRounder);
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(-SingleLn2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-SingleLn2High), x));
    }

    /// <remarks>eʳ − 1 = r + r²·p(r) for |r| ≤ ln 2 / 2; p is the minimax polynomial of the relative error, 0.23 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReducedExpM1(Vector512<float> r)
    {
        Vector512<float> p = Vector512.Create(0.00138633896f);
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(0.00836658478f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(0.0416675173f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(0.166665435f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(0.49999997f));
        return Vector512.MultiplyAddEstimate(r * r, p, r);
    }

    /// <summary>
    /// y · 2ⁿ rounded once, for y from ½ to 2 and −151 ≤ n ≤ 129, given n + <see cref="SingleRounder"/>. In two halves: 2ⁿ itself may overflow or be subnormal where
    /// the result is not. A NaN stays one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> TimesPowerOfTwo(Vector512<float> y, Vector512<float> rounded)
    {
        Vector512<int> bits = rounded.AsInt32();
        Vector512<int> half = ((bits >>> 1) << 23) + Vector512.Create(SingleOneBits);
        Vector512<int> rest = (bits << 23) + Vector512.Create(2 * SingleOneBits) - half;
        return y * half.AsSingle() * rest.AsSingle();
    }

    /// <summary>e to the power of a number that is not positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfNegative(Vector512<float> x)
    {
        Vector512<float> r = ReduceByLn2(Vector512.MaxNative(Vector512.Create(SingleExpLowest), x), out Vector512<float> rounded, out _);
        return TimesPowerOfTwo(ReducedExpM1(r) + Vector512<float>.One, rounded);
    }

    /// <remarks>
    /// n ln 2 + log(1 + f) for √½ ≤ 1 + f ≤ √2. log(1 + f) = f − f²/2 + f³·q(f); q is the minimax polynomial of the relative error, 0.1 · 2⁻²⁴. f, the largest term, is added late
    /// and exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReducedLog(Vector512<float> n, Vector512<float> f)
    {
        Vector512<float> q = Vector512.Create(-0.0763687715f);
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.127636045f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.131601229f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.142013952f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.166233271f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.200012475f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.250008225f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(0.333333313f));
        q = Vector512.MultiplyAddEstimate(q, f, Vector512.Create(-0.5f));
        Vector512<float> rest = Vector512.MultiplyAddEstimate(f * f, q, n * Vector512.Create(SingleLn2Low));
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(SingleLn2High), f + rest);
    }
}
