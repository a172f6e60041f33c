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
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(OneByPi), Vector512.Create(Rounder));
        Vector512<double> sine = HalfTurns(x, rounded, rounded - Vector512.Create(Rounder));
        Vector512<double> isLarge = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeSin(sine, isLarge, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector512<double> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(OneByPi), Vector512.Create(0.5));
        Vector512<double> rounded = shifted + Vector512.Create(Rounder);
        Vector512<double> cosine = HalfTurns(x, rounded, rounded - Vector512.Create(Rounder) - Vector512.Create(0.5));
        Vector512<double> isLarge = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeCos(cosine, isLarge, x) : cosine;
    }

    /// <summary>(−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>: one polynomial for every argument. A NaN comes out again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> HalfTurns(Vector512<double> x, Vector512<double> rounded, Vector512<double> turns)
    {
        Vector512<double> r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-Pi1), x);
        r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-Pi2), r);
        r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-Pi3), r);
        r = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-Pi4), r);
        return (ReducedSin(r).AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
    }

    /// <remarks>Taylor series to r²¹/21! for |r| ≤ π/2; the first term left out is 1.3e-18 of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedSin(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(1.0 / 51090942171709440000.0);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 121645100408832000.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 355687428096000.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 1307674368000.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 6227020800.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 39916800.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 362880.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 5040.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 120.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 6.0));
        return r * Vector512.MultiplyAddEstimate(p, s, Vector512<double>.One); // not r + r · (p · s): −0 + +0 is +0
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> LargeSin(Vector512<double> sine, Vector512<double> isLarge, Vector512<double> x) => Lanes.Replace(sine, isLarge, x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> LargeCos(Vector512<double> cosine, Vector512<double> isLarge, Vector512<double> x) => Lanes.Replace(cosine, isLarge, x, Math.Cos);
}
