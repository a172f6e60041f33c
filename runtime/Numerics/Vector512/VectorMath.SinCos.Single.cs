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
    public static Vector512<float> Sin(Vector512<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector512<float> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(SingleOneByPi), Vector512.Create(SingleRounder));
        Vector512<float> sine = HalfTurns(x, rounded, rounded - Vector512.Create(SingleRounder));
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: COSULP.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }

        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(SingleOneByPi), Vector512.Create(0.5f));
        Vector512<float> rounded = shifted + Vector512.Create(SingleRounder);
        Vector512<float> cosine = HalfTurns(x, rounded, rounded - Vector512.Create(SingleRounder) - Vector512.Create(0.5f));
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// (−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>. The first step of the reduction is exact, the second leaves half an ulp of r, and the third, far below r,
    /// joins the small terms of the series. sin r = r − r³·p(r²) for |r| ≤ π/2; p is the minimax polynomial of the relative error, 0.11 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> HalfTurns(Vector512<float> x, Vector512<float> rounded, Vector512<float> turns)
    {
        Vector512<float> r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-SinglePi1), x);
        r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-SinglePi2), r);
        Vector512<float> s = r * r;
        Vector512<float> p = Vector512.Create(-2.60575575e-06f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.000198096604f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.00833306834f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.166666597f));
        Vector512<float> sine = r - Vector512.MultiplyAddEstimate(r * s, p, turns * Vector512.Create(SinglePi3));
        return (sine.AsInt32() ^ (rounded.AsInt32() << 31)).AsSingle();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> LargeSin(Vector512<float> sine, Vector512<float> x) =>
        Lanes.Replace(sine, Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)), x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> LargeCos(Vector512<float> cosine, Vector512<float> x) =>
        Lanes.Replace(cosine, Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)), x, Math.Cos);

    private static Vector512<float> WideSin(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Sin(lower), Sin(upper));
    }

    private static Vector512<float> WideCos(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Cos(lower), Cos(upper));
    }
}
