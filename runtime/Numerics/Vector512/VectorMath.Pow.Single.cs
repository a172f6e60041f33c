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
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        (Vector512<double> lowerBase, Vector512<double> upperBase) = Vector512.Widen(magnitude);
        (Vector512<double> lowerExponent, Vector512<double> upperExponent) = Vector512.Widen(y);
        Vector512<float> power = Vector512.Narrow(PositivePower(lowerBase, lowerExponent), PositivePower(upperBase, upperExponent));

        // 0 and ∞ to any power, NaN; 1 to any power and any to 0.
        Vector512<float> infinity = Vector512.Create(float.PositiveInfinity);
        Vector512<float> isFalling = Vector512.LessThan(y, Vector512<float>.Zero);
        power = Vector512.ConditionalSelect(Vector512.Equals(magnitude, Vector512<float>.Zero), isFalling & infinity, power);
        power = Vector512.ConditionalSelect(Vector512.Equals(magnitude, infinity), Vector512.AndNot(infinity, isFalling), power);
        power = Vector512.ConditionalSelect(Vector512.Equals(x, x) & Vector512.Equals(y, y), power, x + y);
        power = Vector512.ConditionalSelect(Vector512.Equals(magnitude, Vector512<float>.One) | Vector512.Equals(y, Vector512<float>.Zero), Vector512<float>.One, power);

        // A negative base: its sign for an odd exponent, NaN for one with a fraction unless the base is infinite.
        Vector512<float> half = y * Vector512.Create(0.5f);
        Vector512<float> isWhole = Vector512.Equals(Vector512.Truncate(y), y);
        Vector512<float> isEven = Vector512.Equals(Vector512.Truncate(half), half);
        power ^= Vector512.AndNot(isWhole, isEven) & x & Vector512.Create(-0f);
        Vector512<float> isNegative = Vector512.LessThan(x, Vector512<float>.Zero) & Vector512.LessThan(magnitude, infinity);
        return power | Vector512.AndNot(isNegative, isWhole);
    }

    /// <remarks>
    /// |x| = 2ⁿ·(1 + f) with 1 + f between √½ and √2; with s = f/(2 + f), log₂(1 + f) = s·p(s²), p minimax with a relative error of 2⁻⁴⁵. 2ʳ for |r| ≤ ½ by its minimax
    /// polynomial, relative error 2⁻²⁹. Results beyond single precision saturate.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PositivePower(Vector512<double> x, Vector512<double> y)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - Vector512.Create(Rounder + 1023);
        Vector512<double> f = ((shifted & Vector512.Create(FractionBits)) + Vector512.Create(SqrtHalfBits)).AsDouble() - Vector512<double>.One;
        Vector512<double> s = f / (f + Vector512.Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> p = Vector512.Create(0.28289898101816596);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.31990577065377995));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.41220925089490407));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.5770779423743324));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.9617966941133462));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(2.88539008177785));
        Vector512<double> exponent = y * Vector512.MultiplyAddEstimate(s, p, n);

        exponent = Vector512.MaxNative(Vector512.Create(-200.0), Vector512.MinNative(Vector512.Create(200.0), exponent));
        Vector512<double> rounded = exponent + Vector512.Create(BiasedRounder);
        Vector512<double> r = exponent - (rounded - Vector512.Create(BiasedRounder));
        Vector512<double> e = Vector512.Create(0.00015345745825370608);
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(0.0013399930403179639));
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(0.009618489156647933));
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(0.05550328778739622));
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(0.24022646888984747));
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(0.6931472057361631));
        e = Vector512.MultiplyAddEstimate(e, r, Vector512.Create(1.0000000005542573));
        return e * PowerOfTwo(rounded);
    }
}
