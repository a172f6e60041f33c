// Vector512/VectorMath.Tan.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<double> Tan(Vector256<double> x)
    {
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(2 * OneByPi), Vector256.Create(Rounder));
        Vector256<double> r = LessQuarterTurns(x, rounded - Vector256.Create(Rounder), out Vector256<double> rest);
        Vector256<double> z = r * r;

        Vector256<double> p = Vector256.Create(1.5896164075213067e-10);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-2.505074673021514e-08));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(2.755731361556281e-06));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.00019841269829575192));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.008333333333322104));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.1666666666666663));
        Vector256<double> sineTail = Vector256.MultiplyAddEstimate(r * z, p, rest), sine = r + sineTail;
        Vector256<double> sineLow = sineTail - (sine - r);
        sine = Vector256.CopySign(sine, r); // for −0

        // 1 − z/2 rounds; what it loses goes to the small terms.
        Vector256<double> q = Vector256.Create(-1.1358481619946573e-11);
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(2.0875699827046146e-09));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(-2.7557314172220526e-07));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(2.480158728882882e-05));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(-0.0013888888888873023));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(0.041666666666666595));
        Vector256<double> half = Vector256.Create(0.5) * z, first = Vector256<double>.One - half;
        Vector256<double> cosineTail = Vector256.MultiplyAddEstimate(z * z, q, (Vector256<double>.One - first) - half);
        cosineTail = Vector256.MultiplyAddEstimate(-r, rest, cosineTail);
        Vector256<double> cosine = first + cosineTail;
        Vector256<double> cosineLow = cosineTail - (cosine - first);

        // After an odd number of quarter turns −1/tan r.
        Vector256<double> isOdd = Vector256.LessThan(rounded.AsInt64() << 63, Vector256<long>.Zero).AsDouble();
        Vector256<double> numerator = Vector256.ConditionalSelect(isOdd, -cosine, sine), denominator = Vector256.ConditionalSelect(isOdd, sine, cosine);
        Vector256<double> numeratorLow = Vector256.ConditionalSelect(isOdd, -cosineLow, sineLow), denominatorLow = Vector256.ConditionalSelect(isOdd, sineLow, cosineLow);
        Vector256<double> tangent = Quotient(numerator, numeratorLow, denominator, denominatorLow);
        if (!Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(0.5 * LargestReduced)))
        {
            tangent = LargeTan(tangent, x).AsDouble();
        }
        return tangent;
    }

    /// <summary>The quotient of two sums; its rounding and the low parts are put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quotient(
        Vector256<double> numerator, Vector256<double> numeratorLow, Vector256<double> denominator, Vector256<double> denominatorLow)
    {
        Vector256<double> inverse = Vector256<double>.One / denominator, quotient = numerator * inverse;
        Vector256<double> rest;
        if (IsFused)
        {
            rest = Vector256.MultiplyAddEstimate(-quotient, denominator, numerator);
        }
        else
        {
            Vector256<double> product = quotient * denominator;
            rest = (numerator - product) - ProductError(quotient, denominator, product);
        }
        rest = Vector256.MultiplyAddEstimate(-quotient, denominatorLow, rest + numeratorLow);
        return Vector256.CopySign(Vector256.MultiplyAddEstimate(rest, inverse, quotient), quotient); // for −0
    }

    /// <summary>x − turns·π/2 and what the result lacks; see <see cref="LessHalfTurns(Vector256{double}, Vector256{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LessQuarterTurns(Vector256<double> x, Vector256<double> turns, out Vector256<double> rest)
    {
        if (IsFused)
        {
            Vector256<double> exact = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-0.5 * PiHigh), x);
            Vector256<double> rounded = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-0.5 * PiMiddle), exact);
            rest = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-0.5 * PiMiddle), exact - rounded);
            rest = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-0.5 * PiLow), rest);
            return rounded;
        }
        Vector256<double> first = x - (turns * Vector256.Create(0.5 * Pi1)), second = turns * Vector256.Create(0.5 * Pi2), r = first - second;
        Vector256<double> small = (turns * Vector256.Create(0.5 * Pi3)) - ((first - r) - second) + (turns * Vector256.Create(0.5 * Pi4)), sum = r - small;
        rest = (r - sum) - small;
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> LargeTan(Vector256<double> tangent, Vector256<double> x) =>
        Lanes.Replace(tangent, ~Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(0.5 * LargestReduced)), x, Math.Tan).AsInt64();
}
