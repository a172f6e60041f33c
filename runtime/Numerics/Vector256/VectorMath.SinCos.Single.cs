// Vector512/VectorMath.SinCos.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: at most 1.55 ulp, measured on all arguments of the kernel.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector256<float> sine = QuarterTurnsFrom(0, x);
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: at most 1.57 ulp, measured on all arguments of the kernel.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }
        Vector256<float> cosine = QuarterTurnsFrom(1, x); // cos x = sin(x + π/2)
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// sin(x + start·π/2) with x = n·π/2 + r, |r| ≤ π/4: ± the sine or the cosine of r by the low two bits of n + start. The first step of the reduction is exact, the second leaves half an
    /// ulp of r, and the third, far below r, joins the small terms of the sine. sin r = r − r³·p(r²), cos r = 1 − r²·(½ − r²·q(r²)); p and q are the minimax polynomials of the relative
    /// error, 0.07 · 2⁻²⁴ and 0.002 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> QuarterTurnsFrom(int start, Vector256<float> x)
    {
        Vector256<float> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(2 * SingleOneByPi), Vector256.Create(SingleRounder));
        Vector256<float> n = rounded - Vector256.Create(SingleRounder);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-SinglePi1 / 2), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-SinglePi2 / 2), r);

        Vector256<float> s = r * r;
        Vector256<float> p = Vector256.Create(0.000195094559f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.00833211374f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.166666538f));
        Vector256<float> sine = r - Vector256.MultiplyAddEstimate(r * s, p, n * Vector256.Create(SinglePi3 / 2));
        Vector256<float> q = Vector256.Create(2.44314215e-05f);
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-0.00138873048f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(0.0416666456f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-0.5f));
        Vector256<float> cosine = Vector256.MultiplyAddEstimate(q, s, Vector256<float>.One);

        Vector256<int> quarters = rounded.AsInt32() + Vector256.Create(start);
        Vector256<float> isSine = Vector256.Equals(quarters & Vector256<int>.One, Vector256<int>.Zero).AsSingle();
        Vector256<int> sign = (quarters << 30) & Vector256.Create(int.MinValue);
        return (Vector256.ConditionalSelect(isSine, sine, cosine).AsInt32() ^ sign).AsSingle();
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
