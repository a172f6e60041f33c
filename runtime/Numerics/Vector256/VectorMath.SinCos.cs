// Vector512/VectorMath.SinCos.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel up to 3e6, the scalar function in lanes beyond: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x)
    {
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(OneByPi), Vector256.Create(Rounder));
        Vector256<double> r = LessHalfTurns(x, rounded - Vector256.Create(Rounder));
        Vector256<double> signed = (r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
        Vector256<double> sine = Vector256.CopySign(ReducedSin(signed), signed); // for −0
        if (!Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(LargestReduced)))
        {
            sine = LargeSin(sine, x).AsDouble();
        }
        return sine;
    }

    /// <summary>The cosine. Kernel up to 3e6, the scalar function in lanes beyond: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(OneByPi), Vector256.Create(0.5)) + Vector256.Create(Rounder);
        Vector256<double> r = LessHalfTurns(x, rounded - Vector256.Create(Rounder) - Vector256.Create(0.5));
        Vector256<double> cosine = ReducedSin((r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble());
        if (!Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(LargestReduced)))
        {
            cosine = LargeCos(cosine, x).AsDouble();
        }
        return cosine;
    }

    /// <summary>
    /// x − turns·π, where turns is a multiple of ½ below 2²⁰, rounded once however small it is. A −0 stays: all parts of π are positive.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LessHalfTurns(Vector256<double> x, Vector256<double> turns)
    {
        if (IsFused)
        {
            // The first step is exact: x and the product are multiples of 2⁻⁵², their difference is below 2.
            Vector256<double> fused = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-PiHigh), x);
            fused = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-PiMiddle), fused);
            return Vector256.MultiplyAddEstimate(turns, Vector256.Create(-PiLow), fused);
        }

        // Two differences are exact but for what the second loses, which goes to the small terms.
        Vector256<double> first = x - (turns * Vector256.Create(Pi1)), second = turns * Vector256.Create(Pi2), r = first - second;
        return r - ((turns * Vector256.Create(Pi3)) - ((first - r) - second) + (turns * Vector256.Create(Pi4)));
    }

    /// <remarks>r + r³·P(r²) for |r| ≤ π/2, P minimax of degree 7 with an error of 2⁻⁵⁸ of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReducedSin(Vector256<double> r)
    {
        Vector256<double> s = r * r;
        Vector256<double> p = Vector256.Create(2.7211372531866947e-15);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-7.642988064548949e-13));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.6058939580518082e-10));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-2.505210687043434e-08));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(2.75573192111128e-06));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.00019841269841209085));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.008333333333333194));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.16666666666666666));
        return Vector256.MultiplyAddEstimate(r * s, p, r);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> LargeSin(Vector256<double> sine, Vector256<double> x) =>
        Lanes.Replace(sine, ~Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(LargestReduced)), x, Math.Sin).AsInt64();

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> LargeCos(Vector256<double> cosine, Vector256<double> x) =>
        Lanes.Replace(cosine, ~Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(LargestReduced)), x, Math.Cos).AsInt64();
}
