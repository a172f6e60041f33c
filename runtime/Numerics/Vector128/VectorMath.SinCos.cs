// Vector512/VectorMath.SinCos.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Sin(Vector128<double> x)
    {
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(OneByPi), Vector128.Create(Rounder));
        Vector128<double> r = LessHalfTurns(x, rounded - Vector128.Create(Rounder));
        Vector128<double> signed = (r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble();
        Vector128<double> sine = Vector128.CopySign(ReducedSin(signed), signed); // for −0
        if (!Vector128.LessThanOrEqualAll(Vector128.Abs(x), Vector128.Create(LargestReduced)))
        {
            sine = LargeSin(sine, x).AsDouble();
        }
        return sine;
    }

    /// <summary>The cosine. Kernel up to 3e6, the scalar function in lanes beyond: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cos(Vector128<double> x)
    {
        // cos x = sin(x + π/2): half turns counted from −π/2.
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(OneByPi), Vector128.Create(0.5)) + Vector128.Create(Rounder);
        Vector128<double> r = LessHalfTurns(x, rounded - Vector128.Create(Rounder) - Vector128.Create(0.5));
        Vector128<double> cosine = ReducedSin((r.AsInt64() ^ (rounded.AsInt64() << 63)).AsDouble());
        if (!Vector128.LessThanOrEqualAll(Vector128.Abs(x), Vector128.Create(LargestReduced)))
        {
            cosine = LargeCos(cosine, x).AsDouble();
        }
        return cosine;
    }

    /// <summary>
    /// x − turns·π, where turns is a multiple of ½ below 2²⁰, rounded once however small it is. A −0 stays: all parts of π are positive.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LessHalfTurns(Vector128<double> x, Vector128<double> turns)
    {
        if (IsFused)
        {
            // The first step is exact: x and the product are multiples of 2⁻⁵², their difference is below 2.
            Vector128<double> fused = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-PiHigh), x);
            fused = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-PiMiddle), fused);
            return Vector128.MultiplyAddEstimate(turns, Vector128.Create(-PiLow), fused);
        }

        // Two differences are exact but for what the second loses, which goes to the small terms.
        Vector128<double> first = x - (turns * Vector128.Create(Pi1)), second = turns * Vector128.Create(Pi2), r = first - second;
        return r - ((turns * Vector128.Create(Pi3)) - ((first - r) - second) + (turns * Vector128.Create(Pi4)));
    }

    /// <remarks>r + r³·P(r²) for |r| ≤ π/2, P minimax of degree 7 with an error of 2⁻⁵⁸ of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReducedSin(Vector128<double> r)
    {
        Vector128<double> s = r * r;
        Vector128<double> p = Vector128.Create(2.7211372531866947e-15);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-7.642988064548949e-13));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(1.6058939580518082e-10));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-2.505210687043434e-08));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(2.75573192111128e-06));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.00019841269841209085));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.008333333333333194));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.16666666666666666));
        return Vector128.MultiplyAddEstimate(r * s, p, r);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> LargeSin(Vector128<double> sine, Vector128<double> x) =>
        Lanes.Replace(sine, ~Vector128.LessThanOrEqual(Vector128.Abs(x), Vector128.Create(LargestReduced)), x, Math.Sin).AsInt64();

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> LargeCos(Vector128<double> cosine, Vector128<double> x) =>
        Lanes.Replace(cosine, ~Vector128.LessThanOrEqual(Vector128.Abs(x), Vector128.Create(LargestReduced)), x, Math.Cos).AsInt64();
}
