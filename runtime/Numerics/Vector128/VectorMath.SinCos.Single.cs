// Vector512/VectorMath.SinCos.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Sin(Vector128<float> x)
    {
        if (!IsFused)
        {
            return WideSin(x);
        }
        Vector128<float> sine = QuarterTurnsFrom(0, x);
        return Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)) ? LargeSin(sine, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function of double precision in lanes beyond: at most 1.57 ulp, measured on all arguments of the kernel.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x)
    {
        if (!IsFused)
        {
            return WideCos(x);
        }
        Vector128<float> cosine = QuarterTurnsFrom(1, x); // cos x = sin(x + π/2)
        return Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)) ? LargeCos(cosine, x) : cosine;
    }

    /// <remarks>
    /// sin(x + start·π/2) with x = n·π/2 + r, |r| ≤ π/4: ± the sine or the cosine of r by the low two bits of n + start. The first step of the reduction is exact, the second leaves half an
    /// ulp of r, and the third, far below r, joins the small terms of the sine. sin r = r − r³·p(r²), cos r = 1 − r²·(½ − r²·q(r²)); p and q are the minimax polynomials of the relative
    /// error, 0.07 · 2⁻²⁴ and 0.002 · 2⁻²⁴. Subtracting keeps −0. A NaN comes out again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> QuarterTurnsFrom(int start, Vector128<float> x)
    {
        Vector128<float> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(2 * SingleOneByPi), Vector128.Create(SingleRounder));
        Vector128<float> n = rounded - Vector128.Create(SingleRounder);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-SinglePi1 / 2), x);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-SinglePi2 / 2), r);

        Vector128<float> s = r * r;
        Vector128<float> p = Vector128.Create(0.000195094559f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.00833211374f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.166666538f));
        Vector128<float> sine = r - Vector128.MultiplyAddEstimate(r * s, p, n * Vector128.Create(SinglePi3 / 2));
        Vector128<float> q = Vector128.Create(2.44314215e-05f);
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(-0.00138873048f));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(0.0416666456f));
        q = Vector128.MultiplyAddEstimate(q, s, Vector128.Create(-0.5f));
        Vector128<float> cosine = Vector128.MultiplyAddEstimate(q, s, Vector128<float>.One);

        Vector128<int> quarters = rounded.AsInt32() + Vector128.Create(start);
        Vector128<float> isSine = Vector128.Equals(quarters & Vector128<int>.One, Vector128<int>.Zero).AsSingle();
        Vector128<int> sign = (quarters << 30) & Vector128.Create(int.MinValue);
        return (Vector128.ConditionalSelect(isSine, sine, cosine).AsInt32() ^ sign).AsSingle();
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
