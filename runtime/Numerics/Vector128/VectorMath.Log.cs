// Vector512/VectorMath.Log.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Log(Vector128<double> x)
    {
        Vector128<double> isNormal = Vector128.GreaterThanOrEqual(x, Vector128.Create(SmallestNormal)) & Vector128.LessThanOrEqual(x, Vector128.Create(double.MaxValue));
        Vector128<double> logarithm = NormalLog(x);
        return Lanes.Any(~isNormal) ? SpecialLog(logarithm, ~isNormal, x) : logarithm;
    }

    /// <remarks>
    /// x = 2ⁿ·(1 + f) with 1 + f between √½ and √2. With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = 2s²/3 + 2s⁴/5 + … to s²⁰, where the first term left out is below 1e-18 of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> NormalLog(Vector128<double> x)
    {
        Vector128<long> shifted = x.AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - Vector128.Create(Rounder + 1023);
        Vector128<double> f = ((shifted & Vector128.Create(FractionBits)) + Vector128.Create(SqrtHalfBits)).AsDouble() - Vector128<double>.One;

        Vector128<double> s = f / (f + Vector128.Create(2.0));
        Vector128<double> z = s * s;
        Vector128<double> w = z * z;
        Vector128<double> odd = Vector128.Create(2.0 / 19.0);
        odd = Vector128.MultiplyAddEstimate(odd, w, Vector128.Create(2.0 / 15.0));
        odd = Vector128.MultiplyAddEstimate(odd, w, Vector128.Create(2.0 / 11.0));
        odd = Vector128.MultiplyAddEstimate(odd, w, Vector128.Create(2.0 / 7.0));
        odd = Vector128.MultiplyAddEstimate(odd, w, Vector128.Create(2.0 / 3.0));
        Vector128<double> even = Vector128.Create(2.0 / 21.0);
        even = Vector128.MultiplyAddEstimate(even, w, Vector128.Create(2.0 / 17.0));
        even = Vector128.MultiplyAddEstimate(even, w, Vector128.Create(2.0 / 13.0));
        even = Vector128.MultiplyAddEstimate(even, w, Vector128.Create(2.0 / 9.0));
        even = Vector128.MultiplyAddEstimate(even, w, Vector128.Create(2.0 / 5.0));
        Vector128<double> series = Vector128.MultiplyAddEstimate(even, w, odd * z);

        Vector128<double> half = Vector128.Create(0.5) * f * f;
        Vector128<double> correction = Vector128.MultiplyAddEstimate(s, half + series, n * Vector128.Create(Ln2Low));
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> SpecialLog(Vector128<double> logarithm, Vector128<double> isSpecial, Vector128<double> x) => Lanes.Replace(logarithm, isSpecial, x, Math.Log);
}
