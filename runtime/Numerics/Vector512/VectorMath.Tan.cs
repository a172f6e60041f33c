using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The tangent.</content>
public static partial class VectorMath
{
    /// <summary>The tangent. Kernel up to 1.5e6, the scalar function in lanes beyond: at most 1.2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x)
    {
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(2 * OneByPi), Vector512.Create(Rounder));
        Vector512<double> r = LessQuarterTurns(x, rounded - Vector512.Create(Rounder), out Vector512<double> rest);
        Vector512<double> z = r * r;

        Vector512<double> p = Vector512.Create(1.5896164075213067e-10);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-2.505074673021514e-08));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(2.755731361556281e-06));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.00019841269829575192));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.008333333333322104));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.1666666666666663));
        Vector512<double> sineTail = Vector512.MultiplyAddEstimate(r * z, p, rest), sine = r + sineTail;
        Vector512<double> sineLow = sineTail - (sine - r);
        sine = Vector512.CopySign(sine, r); // for −0

        // 1 − z/2 rounds; what it loses goes to the small terms.
        Vector512<double> q = Vector512.Create(-1.1358481619946573e-11);
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(2.0875699827046146e-09));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(-2.7557314172220526e-07));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(2.480158728882882e-05));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(-0.0013888888888873023));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(0.041666666666666595));
        Vector512<double> half = Vector512.Create(0.5) * z, first = Vector512<double>.One - half;
        Vector512<double> cosineTail = Vector512.MultiplyAddEstimate(z * z, q, (Vector512<double>.One - first) - half);
        cosineTail = Vector512.MultiplyAddEstimate(-r, rest, cosineTail);
        Vector512<double> cosine = first + cosineTail;
        Vector512<double> cosineLow = cosineTail - (cosine - first);

        // After an odd number of quarter turns −1/tan r.
        Vector512<double> isOdd = Vector512.LessThan(rounded.AsInt64() << 63, Vector512<long>.Zero).AsDouble();
        Vector512<double> numerator = Vector512.ConditionalSelect(isOdd, -cosine, sine), denominator = Vector512.ConditionalSelect(isOdd, sine, cosine);
        Vector512<double> numeratorLow = Vector512.ConditionalSelect(isOdd, -cosineLow, sineLow), denominatorLow = Vector512.ConditionalSelect(isOdd, sineLow, cosineLow);
        Vector512<double> tangent = Quotient(numerator, numeratorLow, denominator, denominatorLow);
        if (!Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(0.5 * LargestReduced)))
        {
            tangent = LargeTan(tangent, x).AsDouble();
        }
        return tangent;
    }

    /// <summary>The quotient of two sums; its rounding and the low parts are put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quotient(
        Vector512<double> numerator, Vector512<double> numeratorLow, Vector512<double> denominator, Vector512<double> denominatorLow)
    {
        Vector512<double> inverse = Vector512<double>.One / denominator, quotient = numerator * inverse;
        Vector512<double> rest;
        if (IsFused)
        {
            rest = Vector512.MultiplyAddEstimate(-quotient, denominator, numerator);
        }
        else
        {
            Vector512<double> product = quotient * denominator;
            rest = (numerator - product) - ProductError(quotient, denominator, product);
        }
        rest = Vector512.MultiplyAddEstimate(-quotient, denominatorLow, rest + numeratorLow);
        return Vector512.CopySign(Vector512.MultiplyAddEstimate(rest, inverse, quotient), quotient); // for −0
    }

    /// <summary>x − turns·π/2 and what the result lacks; see <see cref="LessHalfTurns(Vector512{double}, Vector512{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LessQuarterTurns(Vector512<double> x, Vector512<double> turns, out Vector512<double> rest)
    {
        if (IsFused)
        {
            Vector512<double> exact = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-0.5 * PiHigh), x);
            Vector512<double> rounded = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-0.5 * PiMiddle), exact);
            rest = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-0.5 * PiMiddle), exact - rounded);
            rest = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-0.5 * PiLow), rest);
            return rounded;
        }
        Vector512<double> first = x - (turns * Vector512.Create(0.5 * Pi1)), second = turns * Vector512.Create(0.5 * Pi2), r = first - second;
        Vector512<double> small = (turns * Vector512.Create(0.5 * Pi3)) - ((first - r) - second) + (turns * Vector512.Create(0.5 * Pi4)), sum = r - small;
        rest = (r - sum) - small;
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> LargeTan(Vector512<double> tangent, Vector512<double> x) =>
        Lanes.Replace(tangent, ~Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(0.5 * LargestReduced)), x, Math.Tan).AsInt64();
}
