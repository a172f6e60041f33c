// Vector512/VectorMath.Pow.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers.</content>
public static partial class VectorMath
{
    /// <summary>xʸ = e^(y·log x), with 68 bits of the logarithm. Kernel for normal x and finite y, the scalar function in other lanes: at most 1.4 ulp.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> power = NormalPow(x, y);
        Vector256<double> isUsual = IsNormal(x) & Vector256.LessThan(Vector256.Abs(y), Vector256.Create(double.PositiveInfinity));
        if (Lanes.Any(~isUsual))
        {
            power = SpecialPow(power, x, y).AsDouble();
        }
        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalPow(Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> high = LogInTwo(x, out Vector256<double> low);
        Vector256<double> product = y * high;
        Vector256<double> rest = Vector256.MultiplyAddEstimate(y, low, ProductError(y, high, product));
        rest = Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(product), Vector256.Create(-ExpLowest)), rest, Vector256<double>.Zero); // not ∞ − ∞
        Vector256<double> clamped = Vector256.MaxNative(Vector256.Create(ExpLowest), Vector256.MinNative(Vector256.Create(ExpHighest), product));
        Vector256<double> r = ReduceByLn2(clamped, Vector256.Create(TwiceBiasedRounder), out Vector256<double> rounded) + rest;
        return ScaledExp(r, rounded);
    }

    /// <remarks>
    /// The logarithm of a positive normal number as a sum of two: n ln 2 + 2s + 2s·(s²/3 + s⁴·P(s²)), where s = (m − 1)/(m + 1) and its products are kept
    /// with their rounding errors. P is minimax of degree 6 with an error of 2⁻⁶⁵ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogInTwo(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<long> shifted = x.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - Vector256.Create(BiasedRounder);
        Vector256<double> m = ((shifted & Vector256.Create(FractionBits)) + Vector256.Create(SqrtHalfBits)).AsDouble();

        Vector256<double> f = m - Vector256<double>.One, d = m + Vector256<double>.One, inverse = Vector256<double>.One / d;
        Vector256<double> s = f * inverse, product = s * d;
        Vector256<double> rest = (f - product) - ProductError(s, d, product) - (s * (m - (d - Vector256<double>.One)));
        Vector256<double> sLow = rest * inverse;

        Vector256<double> z = s * s, zLow = Vector256.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector256<double> p = Vector256.Create(0.06598465030595645);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.06628378413556059));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.07693379875704308));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.09090892159830373));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.11111111260197863));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.14285714285048695));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.2000000000000113));
        Vector256<double> third = z * Vector256.Create(ThirdHigh);
        Vector256<double> thirdLow = Vector256.MultiplyAddEstimate(z, Vector256.Create(ThirdLow), ProductError(z, Vector256.Create(ThirdHigh), third));
        Vector256<double> small = Vector256.MultiplyAddEstimate(z * z, p, Vector256.MultiplyAddEstimate(zLow, Vector256.Create(ThirdHigh), thirdLow));

        Vector256<double> twice = s + s, tail = twice * third;
        Vector256<double> twiceLow = sLow + sLow, tailLow = Vector256.MultiplyAddEstimate(twiceLow, third, ProductError(twice, third, tail));
        tailLow = Vector256.MultiplyAddEstimate(twice, small, tailLow) + twiceLow;

        Vector256<double> logarithm = twice + tail, lost = ((twice - logarithm) + tail) + tailLow, near = logarithm + lost;
        lost += logarithm - near; // the terms from s⁵ on are large enough to count in the high part
        Vector256<double> large = n * Vector256.Create(Ln2High), sum = large + near;
        low = Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2Low), ((large - sum) + near) + lost);
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> SpecialPow(Vector256<double> power, Vector256<double> x, Vector256<double> y)
    {
        // A negative base: the power of its size, odd in x for odd y and none for broken y.
        Vector256<double> isNegative = Vector256.LessThan(x, Vector256<double>.Zero), half = Vector256.Create(0.5) * y;
        Vector256<double> isOdd = ~Vector256.Equals(Vector256.Truncate(half), half), isBroken = ~Vector256.Equals(Vector256.Truncate(y), y);
        Vector256<double> mirrored = NormalPow(Vector256.Abs(x), y);
        mirrored = Vector256.ConditionalSelect(isBroken, Vector256.Create(double.NaN), Vector256.ConditionalSelect(isOdd, -mirrored, mirrored));

        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> isUsual = IsNormal(size) & Vector256.LessThan(Vector256.Abs(y), Vector256.Create(double.PositiveInfinity));
        return Lanes.Replace(Vector256.ConditionalSelect(isNegative, mirrored, power), ~isUsual, x, y, Math.Pow).AsInt64();
    }
}
