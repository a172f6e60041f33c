using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm. Kernel for normal positive numbers, the scalar function in other lanes: at most 3 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> isNormal = Vector512.GreaterThanOrEqual(x, Vector512.Create(SmallestNormal)) & Vector512.LessThanOrEqual(x, Vector512.Create(double.MaxValue));
        Vector512<double> logarithm = NormalLog(x);
        return Lanes.Any(~isNormal) ? SpecialLog(logarithm, ~isNormal, x) : logarithm;
    }

    /// <remarks>
    /// x = 2ⁿ·(1 + f) with 1 + f between √½ and √2. With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = 2s²/3 + 2s⁴/5 + … to s²⁰, where the first term left out is below 1e-18 of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalLog(Vector512<double> x)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - Vector512.Create(Rounder + 1023);
        Vector512<double> f = ((shifted & Vector512.Create(FractionBits)) + Vector512.Create(SqrtHalfBits)).AsDouble() - Vector512<double>.One;

        Vector512<double> s = f / (f + Vector512.Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> w = z * z;
        Vector512<double> odd = Vector512.Create(2.0 / 19.0);
        odd = Vector512.MultiplyAddEstimate(odd, w, Vector512.Create(2.0 / 15.0));
        odd = Vector512.MultiplyAddEstimate(odd, w, Vector512.Create(2.0 / 11.0));
        odd = Vector512.MultiplyAddEstimate(odd, w, Vector512.Create(2.0 / 7.0));
        odd = Vector512.MultiplyAddEstimate(odd, w, Vector512.Create(2.0 / 3.0));
        Vector512<double> even = Vector512.Create(2.0 / 21.0);
        even = Vector512.MultiplyAddEstimate(even, w, Vector512.Create(2.0 / 17.0));
        even = Vector512.MultiplyAddEstimate(even, w, Vector512.Create(2.0 / 13.0));
        even = Vector512.MultiplyAddEstimate(even, w, Vector512.Create(2.0 / 9.0));
        even = Vector512.MultiplyAddEstimate(even, w, Vector512.Create(2.0 / 5.0));
        Vector512<double> series = Vector512.MultiplyAddEstimate(even, w, odd * z);

        Vector512<double> half = Vector512.Create(0.5) * f * f;
        Vector512<double> correction = Vector512.MultiplyAddEstimate(s, half + series, n * Vector512.Create(Ln2Low));
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> SpecialLog(Vector512<double> logarithm, Vector512<double> isSpecial, Vector512<double> x) => Lanes.Replace(logarithm, isSpecial, x, Math.Log);
}
