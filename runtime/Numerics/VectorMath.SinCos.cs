using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    // π in four parts; the first three have 33 bits, so that their products with a whole number below 2²⁰ are exact with or without fused multiply-add
    // (Cody and Waite 1980). All are positive: n · 0 then keeps the sign of a zero argument.
    private const double Pi1 = 2 * 1.5707963267341256;
    private const double Pi2 = 2 * 6.077100506303966e-11;
    private const double Pi3 = 2 * 2.0222662487111665e-21;
    private const double Pi4 = 2 * 8.4784276603689e-32;
    private const double OneByPi = 0.3183098861837907;

    // Up to here n is below 2¹⁶ and what the four parts leave of n·π below 2⁻¹³⁰.
    private const double LargestReduced = 1e5;

    /// <summary>The sine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(OneByPi), Vector512.Create(Rounder));
        Vector512<double> sine = HalfTurns(x, rounded, rounded - Vector512.Create(Rounder));
        Vector512<double> isLarge = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(LargestReduced));
        return Batch.Any(isLarge) ? LargeSin(sine, isLarge, x) : sine;
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
        return Batch.Any(isLarge) ? LargeCos(cosine, isLarge, x) : cosine;
    }

    /// <summary>The sine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Sin(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Sin(lower), Sin(upper));
    }

    /// <summary>The cosine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Cos(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Cos(lower), Cos(upper));
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
