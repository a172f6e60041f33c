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
    public static Vector512<float> Asin(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> isLarge = Vector512.GreaterThan(magnitude, Vector512.Create(0.5f));
        Vector512<float> rest = ReducedAsin(magnitude, isLarge, out Vector512<float> t);

        // What the first difference rounds away is added to the small terms (Dekker 1971).
        Vector512<float> high = Vector512.Create(SingleHalfPiHigh) - (t + t);
        Vector512<float> lost = Vector512.Create(SingleHalfPiHigh) - high - (t + t);
        Vector512<float> large = high + (Vector512.MultiplyAddEstimate(rest, Vector512.Create(-2f), Vector512.Create(SingleHalfPiLow)) + lost);
        return Vector512.CopySign(Vector512.ConditionalSelect(isLarge, large, t + rest), x);
    }

    /// <summary>The arc cosine; 2·asin √((1 − x)/2) above ½. Kernel: at most 1.14 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> isLarge = Vector512.GreaterThan(magnitude, Vector512.Create(0.5f));
        Vector512<float> rest = ReducedAsin(magnitude, isLarge, out Vector512<float> t);
        Vector512<float> sine = Vector512.CopySign(t + rest, x);

        // 2·sine above ½, π + 2·sine below −½, π/2 − sine between.
        Vector512<float> isNegative = Vector512.LessThan(x, Vector512<float>.Zero);
        Vector512<float> axisHigh = Vector512.ConditionalSelect(isLarge, isNegative & Vector512.Create(SinglePiHigh), Vector512.Create(SingleHalfPiHigh));
        Vector512<float> axisLow = Vector512.ConditionalSelect(isLarge, isNegative & Vector512.Create(SinglePiLow), Vector512.Create(SingleHalfPiLow));
        return axisHigh + Vector512.MultiplyAddEstimate(sine, Vector512.ConditionalSelect(isLarge, Vector512.Create(2f), Vector512.Create(-1f)), axisLow);
    }

    /// <remarks>
    /// asin t = t + t³·p(t²) for 0 ≤ t ≤ ½, the second term returned, with t the argument or √((1 − argument)/2); p is the minimax polynomial of the relative error, 0.08 · 2⁻²⁴.
    /// NaN beyond 1, by the root.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReducedAsin(Vector512<float> magnitude, Vector512<float> isLarge, out Vector512<float> t)
    {
        Vector512<float> s = Vector512.ConditionalSelect(
            isLarge, Vector512.MultiplyAddEstimate(magnitude, Vector512.Create(-0.5f), Vector512.Create(0.5f)), magnitude * magnitude);
        t = Vector512.ConditionalSelect(isLarge, Vector512.Sqrt(s), magnitude);
        Vector512<float> p = Vector512.Create(0.0421637446f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.0241822582f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.0454695076f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.0749530792f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.166667521f));
        return t * s * p;
    }
}
