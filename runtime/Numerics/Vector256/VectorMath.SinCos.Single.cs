// Vector512/VectorMath.SinCos.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: SINULP.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector256<float> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(SingleOneByPi), Vector256.Create(SingleRounder));
        Vector256<float> sine = HalfTurns(x, rounded, rounded - Vector256.Create(SingleRounder));
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: COSULP.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }

        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(SingleOneByPi), Vector256.Create(0.5f));
        Vector256<float> rounded = shifted + Vector256.Create(SingleRounder);
        Vector256<float> cosine = HalfTurns(x, rounded, rounded - Vector256.Create(SingleRounder) - Vector256.Create(0.5f));
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// (−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>. The first step of the reduction is exact, the second leaves half an ulp of r, and the third, far below r,
    /// joins the small terms of the series. sin r = r − r³·p(r²) for |r| ≤ π/2; p is the minimax polynomial of the relative error, 0.11 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> HalfTurns(Vector256<float> x, Vector256<float> rounded, Vector256<float> turns)
    {
        Vector256<float> r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-SinglePi1), x);
        r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-SinglePi2), r);
        Vector256<float> s = r * r;
        Vector256<float> p = Vector256.Create(-2.60575575e-06f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.000198096604f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.00833306834f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.166666597f));
        Vector256<float> sine = r - Vector256.MultiplyAddEstimate(r * s, p, turns * Vector256.Create(SinglePi3));
        return (sine.AsInt32() ^ (rounded.AsInt32() << 31)).AsSingle();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> LargeSin(Vector256<float> sine, Vector256<float> x) =>
        Lanes.Replace(sine, Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)), x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> LargeCos(Vector256<float> cosine, Vector256<float> x) =>
        Lanes.Replace(cosine, Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)), x, Math.Cos);

    private static Vector256<float> WideSin(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Sin(lower), Sin(upper));
    }

    private static Vector256<float> WideCos(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Cos(lower), Cos(upper));
    }
}
