// Vector512/VectorMath.Tan.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Tan(Vector128<double> x)
    {
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(2 * OneByPi), Vector128.Create(Rounder));
        Vector128<double> r = LessQuarterTurns(x, rounded - Vector128.Create(Rounder), out Vector128<double> rest);
        Vector128<double> z = r * r;

        Vector128<double> p = Vector128.Create(1.5896164075213067e-10);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-2.505074673021514e-08));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(2.755731361556281e-06));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.00019841269829575192));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.008333333333322104));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.1666666666666663));
        Vector128<double> sineTail = Vector128.MultiplyAddEstimate(r * z, p, rest), sine = r + sineTail;
        Vector128<double> sineLow = sineTail - (sine - r);
        sine = Vector128.CopySign(sine, r); // for −0

        // 1 − z/2 rounds; what it loses goes to the small terms.
        Vector128<double> q = Vector128.Create(-1.1358481619946573e-11);
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(2.0875699827046146e-09));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(-2.7557314172220526e-07));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(2.480158728882882e-05));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(-0.0013888888888873023));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(0.041666666666666595));
        Vector128<double> half = Vector128.Create(0.5) * z, first = Vector128<double>.One - half;
        Vector128<double> cosineTail = Vector128.MultiplyAddEstimate(z * z, q, (Vector128<double>.One - first) - half);
        cosineTail = Vector128.MultiplyAddEstimate(-r, rest, cosineTail);
        Vector128<double> cosine = first + cosineTail;
        Vector128<double> cosineLow = cosineTail - (cosine - first);

        // After an odd number of quarter turns −1/tan r.
        Vector128<double> isOdd = Vector128.LessThan(rounded.AsInt64() << 63, Vector128<long>.Zero).AsDouble();
        Vector128<double> numerator = Vector128.ConditionalSelect(isOdd, -cosine, sine), denominator = Vector128.ConditionalSelect(isOdd, sine, cosine);
        Vector128<double> numeratorLow = Vector128.ConditionalSelect(isOdd, -cosineLow, sineLow), denominatorLow = Vector128.ConditionalSelect(isOdd, sineLow, cosineLow);
        Vector128<double> tangent = Quotient(numerator, numeratorLow, denominator, denominatorLow);
        if (!Vector128.LessThanOrEqualAll(Vector128.Abs(x), Vector128.Create(0.5 * LargestReduced)))
        {
            tangent = LargeTan(tangent, x).AsDouble();
        }
        return tangent;
    }

    /// <summary>The quotient of two sums; its rounding and the low parts are put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Quotient(
        Vector128<double> numerator, Vector128<double> numeratorLow, Vector128<double> denominator, Vector128<double> denominatorLow)
    {
        Vector128<double> inverse = Vector128<double>.One / denominator, quotient = numerator * inverse;
        Vector128<double> rest;
        if (IsFused)
        {
            rest = Vector128.MultiplyAddEstimate(-quotient, denominator, numerator);
        }
        else
        {
            Vector128<double> product = quotient * denominator;
            rest = (numerator - product) - ProductError(quotient, denominator, product);
        }
        rest = Vector128.MultiplyAddEstimate(-quotient, denominatorLow, rest + numeratorLow);
        return Vector128.CopySign(Vector128.MultiplyAddEstimate(rest, inverse, quotient), quotient); // for −0
    }

    /// <summary>x − turns·π/2 and what the result lacks; see <see cref="LessHalfTurns(Vector128{double}, Vector128{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LessQuarterTurns(Vector128<double> x, Vector128<double> turns, out Vector128<double> rest)
    {
        if (IsFused)
        {
            Vector128<double> exact = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-0.5 * PiHigh), x);
            Vector128<double> rounded = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-0.5 * PiMiddle), exact);
            rest = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-0.5 * PiMiddle), exact - rounded);
            rest = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-0.5 * PiLow), rest);
            return rounded;
        }
        Vector128<double> first = x - (turns * Vector128.Create(0.5 * Pi1)), second = turns * Vector128.Create(0.5 * Pi2), r = first - second;
        Vector128<double> small = (turns * Vector128.Create(0.5 * Pi3)) - ((first - r) - second) + (turns * Vector128.Create(0.5 * Pi4)), sum = r - small;
        rest = (r - sum) - small;
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> LargeTan(Vector128<double> tangent, Vector128<double> x) =>
        Lanes.Replace(tangent, ~Vector128.LessThanOrEqual(Vector128.Abs(x), Vector128.Create(0.5 * LargestReduced)), x, Math.Tan).AsInt64();
}
