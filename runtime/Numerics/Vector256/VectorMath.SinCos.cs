// Vector512/VectorMath.SinCos.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x)
    {
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(OneByPi), Vector256.Create(Rounder));
        Vector256<double> sine = HalfTurns(x, rounded, rounded - Vector256.Create(Rounder));
        Vector256<double> isLarge = Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeSin(sine, isLarge, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector256<double> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(OneByPi), Vector256.Create(0.5));
        Vector256<double> rounded = shifted + Vector256.Create(Rounder);
        Vector256<double> cosine = HalfTurns(x, rounded, rounded - Vector256.Create(Rounder) - Vector256.Create(0.5));
        Vector256<double> isLarge = Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeCos(cosine, isLarge, x) : cosine;
    }

    /// <summary>(−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>: one polynomial for every argument. A NaN comes out again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> HalfTurns(Vector256<double> x, Vector256<double> rounded, Vector256<double> turns)
    {
        Vector256<double> r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-Pi1), x);
        r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-Pi2), r);
        r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-Pi3), r);
        r = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-Pi4), r);
        return (ReducedSin(r).AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
    }

    /// <remarks>Taylor series to r²¹/21! for |r| ≤ π/2; the first term left out is 1.3e-18 of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReducedSin(Vector256<double> r)
    {
        Vector256<double> s = r * r;
        Vector256<double> p = Vector256.Create(1.0 / 51090942171709440000.0);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.0 / 121645100408832000.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.0 / 355687428096000.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.0 / 1307674368000.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.0 / 6227020800.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.0 / 39916800.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.0 / 362880.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.0 / 5040.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.0 / 120.0));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.0 / 6.0));
        return r * Vector256.MultiplyAddEstimate(p, s, Vector256<double>.One); // not r + r · (p · s): −0 + +0 is +0
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LargeSin(Vector256<double> sine, Vector256<double> isLarge, Vector256<double> x) => Lanes.Replace(sine, isLarge, x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LargeCos(Vector256<double> cosine, Vector256<double> isLarge, Vector256<double> x) => Lanes.Replace(cosine, isLarge, x, Math.Cos);
}
