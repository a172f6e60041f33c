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
    public static Vector512<float> Sin(Vector512<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector512<float> sine = QuarterTurnsFrom(0, x);
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: at most 1.57 ulp, measured on all arguments of the kernel.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }
        Vector512<float> cosine = QuarterTurnsFrom(1, x); // cos x = sin(x + π/2)
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// sin(x + start·π/2) with x = n·π/2 + r, |r| ≤ π/4: ± the sine or the cosine of r by the low two bits of n + start. The first step of the reduction is exact, the second leaves half an
    /// ulp of r, and the third, far below r, joins the small terms of the sine. sin r = r − r³·p(r²), cos r = 1 − r²·(½ − r²·q(r²)); p and q are the minimax polynomials of the relative
    /// error, 0.07 · 2⁻²⁴ and 0.002 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> QuarterTurnsFrom(int start, Vector512<float> x)
    {
        Vector512<float> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(2 * SingleOneByPi), Vector512.Create(SingleRounder));
        Vector512<float> n = rounded - Vector512.Create(SingleRounder);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-SinglePi1 / 2), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-SinglePi2 / 2), r);

        Vector512<float> s = r * r;
        Vector512<float> p = Vector512.Create(0.000195094559f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.00833211374f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.166666538f));
        Vector512<float> sine = r - Vector512.MultiplyAddEstimate(r * s, p, n * Vector512.Create(SinglePi3 / 2));
        Vector512<float> q = Vector512.Create(2.44314215e-05f);
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(-0.00138873048f));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(0.0416666456f));
        q = Vector512.MultiplyAddEstimate(q, s, Vector512.Create(-0.5f));
        Vector512<float> cosine = Vector512.MultiplyAddEstimate(q, s, Vector512<float>.One);

        Vector512<int> quarters = rounded.AsInt32() + Vector512.Create(start);
        Vector512<float> isSine = Vector512.Equals(quarters & Vector512<int>.One, Vector512<int>.Zero).AsSingle();
        Vector512<int> sign = (quarters << 30) & Vector512.Create(int.MinValue);
        return (Vector512.ConditionalSelect(isSine, sine, cosine).AsInt32() ^ sign).AsSingle();
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
