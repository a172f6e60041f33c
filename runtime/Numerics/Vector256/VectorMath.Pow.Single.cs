// Vector512/VectorMath.Pow.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers in single precision.</content>
public static partial class VectorMath
{
    /// <summary>
    /// xʸ = 2^(y·log₂|x|) with the sign and the special cases of IEEE 754. Kernel in double precision, because the power is as much as 128 times as sensitive as the exponent's last
    /// place: at most 0.6 ulp, measured on 2·10⁷ pairs.
    /// </summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        (Vector256<double> lowerBase, Vector256<double> upperBase) = Vector256.Widen(magnitude);
        (Vector256<double> lowerExponent, Vector256<double> upperExponent) = Vector256.Widen(y);
        Vector256<float> power = Vector256.Narrow(PositivePower(lowerBase, lowerExponent), PositivePower(upperBase, upperExponent));

        // 0 and ∞ to any power, NaN; 1 to any power and any to 0.
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> isFalling = Vector256.LessThan(y, Vector256<float>.Zero);
        power = Vector256.ConditionalSelect(Vector256.Equals(magnitude, Vector256<float>.Zero), isFalling & infinity, power);
        power = Vector256.ConditionalSelect(Vector256.Equals(magnitude, infinity), Vector256.AndNot(infinity, isFalling), power);
        power = Vector256.ConditionalSelect(Vector256.Equals(x, x) & Vector256.Equals(y, y), power, x + y);
        power = Vector256.ConditionalSelect(Vector256.Equals(magnitude, Vector256<float>.One) | Vector256.Equals(y, Vector256<float>.Zero), Vector256<float>.One, power);

        // A negative base: its sign for an odd exponent, NaN for one with a fraction unless the base is infinite.
        Vector256<float> half = y * Vector256.Create(0.5f);
        Vector256<float> isWhole = Vector256.Equals(Vector256.Truncate(y), y);
        Vector256<float> isEven = Vector256.Equals(Vector256.Truncate(half), half);
        power ^= Vector256.AndNot(isWhole, isEven) & x & Vector256.Create(-0f);
        Vector256<float> isNegative = Vector256.LessThan(x, Vector256<float>.Zero) & Vector256.LessThan(magnitude, infinity);
        return power | Vector256.AndNot(isNegative, isWhole);
    }

    /// <remarks>
    /// |x| = 2ⁿ·(1 + f) with 1 + f between √½ and √2; with s = f/(2 + f), log₂(1 + f) = s·p(s²), p minimax with a relative error of 2⁻⁴⁵. 2ʳ for |r| ≤ ½ by its minimax
    /// polynomial, relative error 2⁻²⁹. Results beyond single precision saturate.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PositivePower(Vector256<double> x, Vector256<double> y)
    {
        Vector256<long> shifted = x.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - Vector256.Create(Rounder + 1023);
        Vector256<double> f = ((shifted & Vector256.Create(FractionBits)) + Vector256.Create(SqrtHalfBits)).AsDouble() - Vector256<double>.One;
        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> p = Vector256.Create(0.28289898101816596);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.31990577065377995));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.41220925089490407));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.5770779423743324));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.9617966941133462));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(2.88539008177785));
        Vector256<double> exponent = y * Vector256.MultiplyAddEstimate(s, p, n);

        exponent = Vector256.MaxNative(Vector256.Create(-200.0), Vector256.MinNative(Vector256.Create(200.0), exponent));
        Vector256<double> rounded = exponent + Vector256.Create(BiasedRounder);
        Vector256<double> r = exponent - (rounded - Vector256.Create(BiasedRounder));
        Vector256<double> e = Vector256.Create(0.00015345745825370608);
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(0.0013399930403179639));
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(0.009618489156647933));
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(0.05550328778739622));
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(0.24022646888984747));
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(0.6931472057361631));
        e = Vector256.MultiplyAddEstimate(e, r, Vector256.Create(1.0000000005542573));
        return e * PowerOfTwo(rounded);
    }
}
