// Vector512/VectorMath.SinCos.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Sin(Vector128<double> x)
    {
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(OneByPi), Vector128.Create(Rounder));
        Vector128<double> sine = HalfTurns(x, rounded, rounded - Vector128.Create(Rounder));
        Vector128<double> isLarge = Vector128.GreaterThan(Vector128.Abs(x), Vector128.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeSin(sine, isLarge, x) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cos(Vector128<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector128<double> shifted = Vector128.MultiplyAddEstimate(x, Vector128.Create(OneByPi), Vector128.Create(0.5));
        Vector128<double> rounded = shifted + Vector128.Create(Rounder);
        Vector128<double> cosine = HalfTurns(x, rounded, rounded - Vector128.Create(Rounder) - Vector128.Create(0.5));
        Vector128<double> isLarge = Vector128.GreaterThan(Vector128.Abs(x), Vector128.Create(LargestReduced));
        return Lanes.Any(isLarge) ? LargeCos(cosine, isLarge, x) : cosine;
    }

    /// <summary>(−1)ⁿ·sin(x − turns·π) with n in the low bit of <paramref name="rounded"/>: one polynomial for every argument. A NaN comes out again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> HalfTurns(Vector128<double> x, Vector128<double> rounded, Vector128<double> turns)
    {
        Vector128<double> r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-Pi1), x);
        r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-Pi2), r);
        r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-Pi3), r);
        r = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-Pi4), r);
        return (ReducedSin(r).AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
    }

    /// <remarks>Taylor series to r²¹/21! for |r| ≤ π/2; the first term left out is 1.3e-18 of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReducedSin(Vector128<double> r)
    {
        Vector128<double> s = r * r;
        Vector128<double> p = Vector128.Create(1.0 / 51090942171709440000.0);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-1.0 / 121645100408832000.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(1.0 / 355687428096000.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-1.0 / 1307674368000.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(1.0 / 6227020800.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-1.0 / 39916800.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(1.0 / 362880.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-1.0 / 5040.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(1.0 / 120.0));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-1.0 / 6.0));
        return r * Vector128.MultiplyAddEstimate(p, s, Vector128<double>.One); // not r + r · (p · s): −0 + +0 is +0
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> LargeSin(Vector128<double> sine, Vector128<double> isLarge, Vector128<double> x) => Lanes.Replace(sine, isLarge, x, Math.Sin);

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> LargeCos(Vector128<double> cosine, Vector128<double> isLarge, Vector128<double> x) => Lanes.Replace(cosine, isLarge, x, Math.Cos);
}
