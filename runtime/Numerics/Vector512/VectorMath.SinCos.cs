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
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(OneByPi), Vector512.Create(Rounder));
        Vector512<double> r = LessHalfTurns(x, rounded - Vector512.Create(Rounder));
        Vector512<double> signed = (r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
        Vector512<double> sine = Vector512.CopySign(ReducedSin(signed), signed); // for −0
        if (!Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(LargestReduced)))
        {
            sine = LargeSin(sine, x).AsDouble();
        }
        return sine;
    }

    /// <summary>The cosine. Kernel up to 3e6, the scalar function in lanes beyond: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(OneByPi), Vector512.Create(0.5)) + Vector512.Create(Rounder);
        Vector512<double> r = LessHalfTurns(x, rounded - Vector512.Create(Rounder) - Vector512.Create(0.5));
        Vector512<double> cosine = ReducedSin((r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble());
        if (!Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(LargestReduced)))
        {
            cosine = LargeCos(cosine, x).AsDouble();
        }
        return cosine;
    }

    /// <summary>
    /// x − turns·π, where turns is a multiple of ½ below 2²⁰, rounded once however small it is. A −0 stays: all parts of π are positive.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LessHalfTurns(Vector512<double> x, Vector512<double> turns)
    {
        if (IsFused)
        {
            // The first step is exact: x and the product are multiples of 2⁻⁵², their difference is below 2.
            Vector512<double> fused = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-PiHigh), x);
            fused = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-PiMiddle), fused);
            return Vector512.MultiplyAddEstimate(turns, Vector512.Create(-PiLow), fused);
        }

        // Two differences are exact but for what the second loses, which goes to the small terms.
        Vector512<double> first = x - (turns * Vector512.Create(Pi1)), second = turns * Vector512.Create(Pi2), r = first - second;
        return r - ((turns * Vector512.Create(Pi3)) - ((first - r) - second) + (turns * Vector512.Create(Pi4)));
    }

    /// <remarks>r + r³·P(r²) for |r| ≤ π/2, P minimax of degree 7 with an error of 2⁻⁵⁸ of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedSin(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(2.7211372531866947e-15);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-7.642988064548949e-13));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(1.6058939580518082e-10));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-2.505210687043434e-08));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(2.75573192111128e-06));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.00019841269841209085));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.008333333333333194));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.16666666666666666));
        return Vector512.MultiplyAddEstimate(r * s, p, r);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> LargeSin(Vector512<double> sine, Vector512<double> x) =>
        Lanes.Replace(sine, ~Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(LargestReduced)), x, Math.Sin).AsInt64();

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> LargeCos(Vector512<double> cosine, Vector512<double> x) =>
        Lanes.Replace(cosine, ~Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(LargestReduced)), x, Math.Cos).AsInt64();
}
