// Vector512/VectorMath.Asin.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Arc sine and arc cosine in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The arc sine; beyond ½, π/2 − 2·asin √((1 − |x|)/2). Kernel: at most 1.19 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> isLarge = Vector256.GreaterThan(magnitude, Vector256.Create(0.5f));
        Vector256<float> rest = ReducedAsin(magnitude, isLarge, out Vector256<float> t);

        // What the first difference rounds away is added to the small terms (Dekker 1971).
        Vector256<float> high = Vector256.Create(SingleHalfPiHigh) - (t + t);
        Vector256<float> lost = Vector256.Create(SingleHalfPiHigh) - high - (t + t);
        Vector256<float> large = high + (Vector256.MultiplyAddEstimate(rest, Vector256.Create(-2f), Vector256.Create(SingleHalfPiLow)) + lost);
        return Vector256.CopySign(Vector256.ConditionalSelect(isLarge, large, t + rest), x);
    }

    /// <summary>The arc cosine; 2·asin √((1 − x)/2) above ½. Kernel: at most 1.14 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acos(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> isLarge = Vector256.GreaterThan(magnitude, Vector256.Create(0.5f));
        Vector256<float> rest = ReducedAsin(magnitude, isLarge, out Vector256<float> t);
        Vector256<float> sine = Vector256.CopySign(t + rest, x);

        // 2·sine above ½, π + 2·sine below −½, π/2 − sine between.
        Vector256<float> isNegative = Vector256.LessThan(x, Vector256<float>.Zero);
        Vector256<float> axisHigh = Vector256.ConditionalSelect(isLarge, isNegative & Vector256.Create(SinglePiHigh), Vector256.Create(SingleHalfPiHigh));
        Vector256<float> axisLow = Vector256.ConditionalSelect(isLarge, isNegative & Vector256.Create(SinglePiLow), Vector256.Create(SingleHalfPiLow));
        return axisHigh + Vector256.MultiplyAddEstimate(sine, Vector256.ConditionalSelect(isLarge, Vector256.Create(2f), Vector256.Create(-1f)), axisLow);
    }

    /// <remarks>
    /// asin t = t + t³·p(t²) for 0 ≤ t ≤ ½, the second term returned, with t the argument or √((1 − argument)/2); p is the minimax polynomial of the relative error, 0.08 · 2⁻²⁴.
    /// NaN beyond 1, by the root.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedAsin(Vector256<float> magnitude, Vector256<float> isLarge, out Vector256<float> t)
    {
        Vector256<float> s = Vector256.ConditionalSelect(
            isLarge, Vector256.MultiplyAddEstimate(magnitude, Vector256.Create(-0.5f), Vector256.Create(0.5f)), magnitude * magnitude);
        t = Vector256.ConditionalSelect(isLarge, Vector256.Sqrt(s), magnitude);
        Vector256<float> p = Vector256.Create(0.0421637446f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.0241822582f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.0454695076f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.0749530792f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.166667521f));
        return t * s * p;
    }
}
