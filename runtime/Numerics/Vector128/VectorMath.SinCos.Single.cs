// Vector512/VectorMath.SinCos.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Sin(Vector128<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector128<float> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(SingleOneByPi), Vector128.Create(SingleRounder));
        Vector128<float> sine = HalfTurns(x, rounded, rounded - Vector128.Create(SingleRounder));
        return Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: COSULP.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }

        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector128<float> shifted = Vector128.MultiplyAddEstimate(x, Vector128.Create(SingleOneByPi), Vector128.Create(0.5f));
        Vector128<float> rounded = shifted + Vector128.Create(SingleRounder);
        Vector128<float> cosine = HalfTurns(x, rounded, rounded - Vector128.Create(SingleRounder) - Vector128.Create(0.5f));
        return Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// (−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>. The first step of the reduction is exact, the second leaves half an ulp of r, and the third, far below r,
    /// joins the small terms of the series. sin r = r − r³·p(r²) for |r| ≤ π/2; p is the minimax polynomial of the relative error, 0.11 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> HalfTurns(Vector128<float> x, Vector128<float> rounded, Vector128<float> turns)
    {
        Vector128<float> r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-SinglePi1), x);
        r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-SinglePi2), r);
        Vector128<float> s = r * r;
        Vector128<float> p = Vector128.Create(-2.60575575e-06f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.000198096604f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.00833306834f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.166666597f));
        Vector128<float> sine = r - Vector128.MultiplyAddEstimate(r * s, p, turns * Vector128.Create(SinglePi3));
        return (sine.AsInt32() ^ (rounded.AsInt32() << 31)).AsSingle();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LargeSin(Vector128<float> sine, Vector128<float> x) =>
        Lanes.Replace(sine, Vector128.GreaterThan(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)), x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LargeCos(Vector128<float> cosine, Vector128<float> x) =>
        Lanes.Replace(cosine, Vector128.GreaterThan(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)), x, Math.Cos);

    private static Vector128<float> WideSin(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Sin(lower), Sin(upper));
    }

    private static Vector128<float> WideCos(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Cos(lower), Cos(upper));
    }
}
