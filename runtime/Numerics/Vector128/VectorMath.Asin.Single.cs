// Vector512/VectorMath.Asin.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Asin(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> isLarge = Vector128.GreaterThan(magnitude, Vector128.Create(0.5f));
        Vector128<float> rest = ReducedAsin(magnitude, isLarge, out Vector128<float> t);

        // What the first difference rounds away is added to the small terms (Dekker 1971).
        Vector128<float> high = Vector128.Create(SingleHalfPiHigh) - (t + t);
        Vector128<float> lost = Vector128.Create(SingleHalfPiHigh) - high - (t + t);
        Vector128<float> large = high + (Vector128.MultiplyAddEstimate(rest, Vector128.Create(-2f), Vector128.Create(SingleHalfPiLow)) + lost);
        return Vector128.CopySign(Vector128.ConditionalSelect(isLarge, large, t + rest), x);
    }

    /// <summary>The arc cosine; 2·asin √((1 − x)/2) above ½. Kernel: at most 1.14 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Acos(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> isLarge = Vector128.GreaterThan(magnitude, Vector128.Create(0.5f));
        Vector128<float> rest = ReducedAsin(magnitude, isLarge, out Vector128<float> t);
        Vector128<float> sine = Vector128.CopySign(t + rest, x);

        // 2·sine above ½, π + 2·sine below −½, π/2 − sine between.
        Vector128<float> isNegative = Vector128.LessThan(x, Vector128<float>.Zero);
        Vector128<float> axisHigh = Vector128.ConditionalSelect(isLarge, isNegative & Vector128.Create(SinglePiHigh), Vector128.Create(SingleHalfPiHigh));
        Vector128<float> axisLow = Vector128.ConditionalSelect(isLarge, isNegative & Vector128.Create(SinglePiLow), Vector128.Create(SingleHalfPiLow));
        return axisHigh + Vector128.MultiplyAddEstimate(sine, Vector128.ConditionalSelect(isLarge, Vector128.Create(2f), Vector128.Create(-1f)), axisLow);
    }

    /// <remarks>
    /// asin t = t + t³·p(t²) for 0 ≤ t ≤ ½, the second term returned, with t the argument or √((1 − argument)/2); p is the minimax polynomial of the relative error, 0.08 · 2⁻²⁴.
    /// NaN beyond 1, by the root.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReducedAsin(Vector128<float> magnitude, Vector128<float> isLarge, out Vector128<float> t)
    {
        Vector128<float> s = Vector128.ConditionalSelect(
            isLarge, Vector128.MultiplyAddEstimate(magnitude, Vector128.Create(-0.5f), Vector128.Create(0.5f)), magnitude * magnitude);
        t = Vector128.ConditionalSelect(isLarge, Vector128.Sqrt(s), magnitude);
        Vector128<float> p = Vector128.Create(0.0421637446f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.0241822582f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.0454695076f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.0749530792f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.166667521f));
        return t * s * p;
    }
}
