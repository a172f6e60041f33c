using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    // π/2 in four parts; the first three have 33 bits, so that their products with a whole number below 2²⁰ are exact with or without fused multiply-add
    // (Cody and Waite 1980). All are positive: n · 0 then keeps the sign of a zero argument.
    private const double HalfPi1 = 1.5707963267341256;
    private const double HalfPi2 = 6.077100506303966e-11;
    private const double HalfPi3 = 2.0222662487111665e-21;
    private const double HalfPi4 = 8.4784276603689e-32;
    private const double TwoByPi = 0.6366197723675814;

    // Up to here n is below 2¹⁶ and what the four parts leave of n·π/2 below 2⁻¹³⁰.
    private const double LargestReduced = 1e5;

    /// <summary>The sine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<double> sine = Quadrant(x, Vector512<long>.Zero);
        Vector512<double> isLarge = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(LargestReduced));
        return Batch.Any(isLarge) ? Lanes.Replace(sine, isLarge, x, Math.Sin) : sine;
    }

    /// <summary>The cosine. Kernel up to 1e5, the scalar function in lanes beyond: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        Vector512<double> cosine = Quadrant(x, Vector512<long>.One);
        Vector512<double> isLarge = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(LargestReduced));
        return Batch.Any(isLarge) ? Lanes.Replace(cosine, isLarge, x, Math.Cos) : cosine;
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

    /// <summary>sin(x + shift · π/2): by the quadrant, plus or minus the sine or the cosine of the remainder. A NaN comes out again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quadrant(Vector512<double> x, Vector512<long> shift)
    {
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(TwoByPi), Vector512.Create(Rounder));
        Vector512<double> n = rounded - Vector512.Create(Rounder);
        Vector512<double> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-HalfPi1), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-HalfPi2), r);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-HalfPi3), r);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-HalfPi4), r);
        Vector512<long> quadrant = rounded.AsInt64() + shift;

        Vector512<long> isOdd = Vector512.Equals(quadrant & Vector512<long>.One, Vector512<long>.One);
        Vector512<double> value = Vector512.ConditionalSelect(isOdd.AsDouble(), ReducedCos(r), ReducedSin(r));
        Vector512<long> sign = (quadrant & Vector512.Create(2L)) << 62;
        return (value.AsInt64() ^ sign).AsDouble();
    }

    /// <remarks>Taylor series to r¹⁷/17! for |r| ≤ π/4; the first term left out is 1e-19 of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedSin(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(1.0 / 355687428096000.0);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 1307674368000.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 6227020800.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 39916800.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 362880.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 5040.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 120.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 6.0));
        return r * Vector512.MultiplyAddEstimate(p, s, Vector512<double>.One); // not r + r · (p · s): −0 + +0 is +0
    }

    /// <remarks>Taylor series to r¹⁸/18! for |r| ≤ π/4; the first term left out is 3e-21.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedCos(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(-1.0 / 6402373705728000.0);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 20922789888000.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 87178291200.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 479001600.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 3628800.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 40320.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 720.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.0 / 24.0));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-1.0 / 2.0));
        return Vector512.MultiplyAddEstimate(p, s, Vector512<double>.One);
    }
}
