// Vector512/VectorMath.Pow.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> y)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        (Vector128<double> lowerBase, Vector128<double> upperBase) = Vector128.Widen(magnitude);
        (Vector128<double> lowerExponent, Vector128<double> upperExponent) = Vector128.Widen(y);
        Vector128<float> power = Vector128.Narrow(PositivePower(lowerBase, lowerExponent), PositivePower(upperBase, upperExponent));

        // 0 and ∞ to any power, NaN; 1 to any power and any to 0.
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFalling = Vector128.LessThan(y, Vector128<float>.Zero);
        power = Vector128.ConditionalSelect(Vector128.Equals(magnitude, Vector128<float>.Zero), isFalling & infinity, power);
        power = Vector128.ConditionalSelect(Vector128.Equals(magnitude, infinity), Vector128.AndNot(infinity, isFalling), power);
        power = Vector128.ConditionalSelect(Vector128.Equals(x, x) & Vector128.Equals(y, y), power, x + y);
        power = Vector128.ConditionalSelect(Vector128.Equals(magnitude, Vector128<float>.One) | Vector128.Equals(y, Vector128<float>.Zero), Vector128<float>.One, power);

        // A negative base: its sign for an odd exponent, NaN for one with a fraction unless the base is infinite.
        Vector128<float> half = y * Vector128.Create(0.5f);
        Vector128<float> isWhole = Vector128.Equals(Vector128.Truncate(y), y);
        Vector128<float> isEven = Vector128.Equals(Vector128.Truncate(half), half);
        power ^= Vector128.AndNot(isWhole, isEven) & x & Vector128.Create(-0f);
        Vector128<float> isNegative = Vector128.LessThan(x, Vector128<float>.Zero) & Vector128.LessThan(magnitude, infinity);
        return power | Vector128.AndNot(isNegative, isWhole);
    }

    /// <remarks>
    /// |x| = 2ⁿ·(1 + f) with 1 + f between √½ and √2; with s = f/(2 + f), log₂(1 + f) = s·p(s²), p minimax with a relative error of 2⁻⁴⁵. 2ʳ for |r| ≤ ½ by its minimax
    /// polynomial, relative error 2⁻²⁹. Results beyond single precision saturate.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> PositivePower(Vector128<double> x, Vector128<double> y)
    {
        Vector128<long> shifted = x.AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - Vector128.Create(Rounder + 1023);
        Vector128<double> f = ((shifted & Vector128.Create(FractionBits)) + Vector128.Create(SqrtHalfBits)).AsDouble() - Vector128<double>.One;
        Vector128<double> s = f / (f + Vector128.Create(2.0));
        Vector128<double> z = s * s;
        Vector128<double> p = Vector128.Create(0.28289898101816596);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.31990577065377995));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.41220925089490407));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.5770779423743324));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.9617966941133462));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(2.88539008177785));
        Vector128<double> exponent = y * Vector128.MultiplyAddEstimate(s, p, n);

        exponent = Vector128.MaxNative(Vector128.Create(-200.0), Vector128.MinNative(Vector128.Create(200.0), exponent));
        Vector128<double> rounded = exponent + Vector128.Create(BiasedRounder);
        Vector128<double> r = exponent - (rounded - Vector128.Create(BiasedRounder));
        Vector128<double> e = Vector128.Create(0.00015345745825370608);
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(0.0013399930403179639));
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(0.009618489156647933));
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(0.05550328778739622));
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(0.24022646888984747));
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(0.6931472057361631));
        e = Vector128.MultiplyAddEstimate(e, r, Vector128.Create(1.0000000005542573));
        return e * PowerOfTwo(rounded);
    }
}
