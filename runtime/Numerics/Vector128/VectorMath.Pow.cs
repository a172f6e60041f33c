// Vector512/VectorMath.Pow.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y)
    {
        Vector128<double> power = NormalPow(x, y);
        Vector128<double> isUsual = IsNormal(x) & Vector128.LessThan(Vector128.Abs(y), Vector128.Create(double.PositiveInfinity));
        if (Lanes.Any(~isUsual))
        {
            power = SpecialPow(power, x, y).AsDouble();
        }
        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> NormalPow(Vector128<double> x, Vector128<double> y)
    {
        Vector128<double> high = LogInTwo(x, out Vector128<double> low);
        Vector128<double> product = y * high;
        Vector128<double> rest = Vector128.MultiplyAddEstimate(y, low, ProductError(y, high, product));
        rest = Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(product), Vector128.Create(-ExpLowest)), rest, Vector128<double>.Zero); // not ∞ − ∞
        Vector128<double> clamped = Vector128.MaxNative(Vector128.Create(ExpLowest), Vector128.MinNative(Vector128.Create(ExpHighest), product));
        Vector128<double> r = ReduceByLn2(clamped, Vector128.Create(TwiceBiasedRounder), out Vector128<double> rounded) + rest;
        return ScaledExp(r, rounded);
    }

    /// <remarks>
    /// The logarithm of a positive normal number as a sum of two: n ln 2 + 2s + 2s·(s²/3 + s⁴·P(s²)), where s = (m − 1)/(m + 1) and its products are kept
    /// with their rounding errors. P is minimax of degree 6 with an error of 2⁻⁶⁵ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogInTwo(Vector128<double> x, out Vector128<double> low)
    {
        Vector128<long> shifted = x.AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - Vector128.Create(BiasedRounder);
        Vector128<double> m = ((shifted & Vector128.Create(FractionBits)) + Vector128.Create(SqrtHalfBits)).AsDouble();

        Vector128<double> f = m - Vector128<double>.One, d = m + Vector128<double>.One, inverse = Vector128<double>.One / d;
        Vector128<double> s = f * inverse, product = s * d;
        Vector128<double> rest = (f - product) - ProductError(s, d, product) - (s * (m - (d - Vector128<double>.One)));
        Vector128<double> sLow = rest * inverse;

        Vector128<double> z = s * s, zLow = Vector128.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector128<double> p = Vector128.Create(0.06598465030595645);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.06628378413556059));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.07693379875704308));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.09090892159830373));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.11111111260197863));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.14285714285048695));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.2000000000000113));
        Vector128<double> third = z * Vector128.Create(ThirdHigh);
        Vector128<double> thirdLow = Vector128.MultiplyAddEstimate(z, Vector128.Create(ThirdLow), ProductError(z, Vector128.Create(ThirdHigh), third));
        Vector128<double> small = Vector128.MultiplyAddEstimate(z * z, p, Vector128.MultiplyAddEstimate(zLow, Vector128.Create(ThirdHigh), thirdLow));

        Vector128<double> twice = s + s, tail = twice * third;
        Vector128<double> twiceLow = sLow + sLow, tailLow = Vector128.MultiplyAddEstimate(twiceLow, third, ProductError(twice, third, tail));
        tailLow = Vector128.MultiplyAddEstimate(twice, small, tailLow) + twiceLow;

        Vector128<double> logarithm = twice + tail, lost = ((twice - logarithm) + tail) + tailLow, near = logarithm + lost;
        lost += logarithm - near; // the terms from s⁵ on are large enough to count in the high part
        Vector128<double> large = n * Vector128.Create(Ln2High), sum = large + near;
        low = Vector128.MultiplyAddEstimate(n, Vector128.Create(Ln2Low), ((large - sum) + near) + lost);
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> SpecialPow(Vector128<double> power, Vector128<double> x, Vector128<double> y)
    {
        // A negative base: the power of its size, odd in x for odd y and none for broken y.
        Vector128<double> isNegative = Vector128.LessThan(x, Vector128<double>.Zero), half = Vector128.Create(0.5) * y;
        Vector128<double> isOdd = ~Vector128.Equals(Vector128.Truncate(half), half), isBroken = ~Vector128.Equals(Vector128.Truncate(y), y);
        Vector128<double> mirrored = NormalPow(Vector128.Abs(x), y);
        mirrored = Vector128.ConditionalSelect(isBroken, Vector128.Create(double.NaN), Vector128.ConditionalSelect(isOdd, -mirrored, mirrored));

        Vector128<double> size = Vector128.Abs(x);
        Vector128<double> isUsual = IsNormal(size) & Vector128.LessThan(Vector128.Abs(y), Vector128.Create(double.PositiveInfinity));
        return Lanes.Replace(Vector128.ConditionalSelect(isNegative, mirrored, power), ~isUsual, x, y, Math.Pow).AsInt64();
    }
}
