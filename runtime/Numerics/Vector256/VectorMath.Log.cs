// Vector512/VectorMath.Log.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<double> isNormal = Vector256.GreaterThanOrEqual(x, Vector256.Create(SmallestNormal)) & Vector256.LessThanOrEqual(x, Vector256.Create(double.MaxValue));
        Vector256<double> logarithm = NormalLog(x);
        return Lanes.Any(~isNormal) ? SpecialLog(logarithm, ~isNormal, x) : logarithm;
    }

    /// <remarks>
    /// x = 2ⁿ·(1 + f) with 1 + f between √½ and √2. With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = 2s²/3 + 2s⁴/5 + … to s²⁰, where the first term left out is below 1e-18 of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalLog(Vector256<double> x)
    {
        Vector256<long> shifted = x.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - Vector256.Create(Rounder + 1023);
        Vector256<double> f = ((shifted & Vector256.Create(FractionBits)) + Vector256.Create(SqrtHalfBits)).AsDouble() - Vector256<double>.One;

        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> w = z * z;
        Vector256<double> odd = Vector256.Create(2.0 / 19.0);
        odd = Vector256.MultiplyAddEstimate(odd, w, Vector256.Create(2.0 / 15.0));
        odd = Vector256.MultiplyAddEstimate(odd, w, Vector256.Create(2.0 / 11.0));
        odd = Vector256.MultiplyAddEstimate(odd, w, Vector256.Create(2.0 / 7.0));
        odd = Vector256.MultiplyAddEstimate(odd, w, Vector256.Create(2.0 / 3.0));
        Vector256<double> even = Vector256.Create(2.0 / 21.0);
        even = Vector256.MultiplyAddEstimate(even, w, Vector256.Create(2.0 / 17.0));
        even = Vector256.MultiplyAddEstimate(even, w, Vector256.Create(2.0 / 13.0));
        even = Vector256.MultiplyAddEstimate(even, w, Vector256.Create(2.0 / 9.0));
        even = Vector256.MultiplyAddEstimate(even, w, Vector256.Create(2.0 / 5.0));
        Vector256<double> series = Vector256.MultiplyAddEstimate(even, w, odd * z);

        Vector256<double> half = Vector256.Create(0.5) * f * f;
        Vector256<double> correction = Vector256.MultiplyAddEstimate(s, half + series, n * Vector256.Create(Ln2Low));
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> SpecialLog(Vector256<double> logarithm, Vector256<double> isSpecial, Vector256<double> x) => Lanes.Replace(logarithm, isSpecial, x, Math.Log);
}
