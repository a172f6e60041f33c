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
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> power = NormalPow(x, y);
        Vector512<double> isUsual = IsNormal(x) & Vector512.LessThan(Vector512.Abs(y), Vector512.Create(double.PositiveInfinity));
        if (Lanes.Any(~isUsual))
        {
            power = SpecialPow(power, x, y).AsDouble();
        }
        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalPow(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> high = LogInTwo(x, out Vector512<double> low);
        Vector512<double> product = y * high;
        Vector512<double> rest = Vector512.MultiplyAddEstimate(y, low, ProductError(y, high, product));
        rest = Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(product), Vector512.Create(-ExpLowest)), rest, Vector512<double>.Zero); // not ∞ − ∞
        Vector512<double> clamped = Vector512.MaxNative(Vector512.Create(ExpLowest), Vector512.MinNative(Vector512.Create(ExpHighest), product));
        Vector512<double> r = ReduceByLn2(clamped, Vector512.Create(TwiceBiasedRounder), out Vector512<double> rounded) + rest;
        return ScaledExp(r, rounded);
    }

    /// <remarks>
    /// The logarithm of a positive normal number as a sum of two: n ln 2 + 2s + 2s·(s²/3 + s⁴·P(s²)), where s = (m − 1)/(m + 1) and its products are kept
    /// with their rounding errors. P is minimax of degree 6 with an error of 2⁻⁶⁵ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogInTwo(Vector512<double> x, out Vector512<double> low)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - Vector512.Create(BiasedRounder);
        Vector512<double> m = ((shifted & Vector512.Create(FractionBits)) + Vector512.Create(SqrtHalfBits)).AsDouble();

        Vector512<double> f = m - Vector512<double>.One, d = m + Vector512<double>.One, inverse = Vector512<double>.One / d;
        Vector512<double> s = f * inverse, product = s * d;
        Vector512<double> rest = (f - product) - ProductError(s, d, product) - (s * (m - (d - Vector512<double>.One)));
        Vector512<double> sLow = rest * inverse;

        Vector512<double> z = s * s, zLow = Vector512.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector512<double> p = Vector512.Create(0.06598465030595645);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.06628378413556059));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.07693379875704308));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.09090892159830373));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.11111111260197863));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.14285714285048695));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.2000000000000113));
        Vector512<double> third = z * Vector512.Create(ThirdHigh);
        Vector512<double> thirdLow = Vector512.MultiplyAddEstimate(z, Vector512.Create(ThirdLow), ProductError(z, Vector512.Create(ThirdHigh), third));
        Vector512<double> small = Vector512.MultiplyAddEstimate(z * z, p, Vector512.MultiplyAddEstimate(zLow, Vector512.Create(ThirdHigh), thirdLow));

        Vector512<double> twice = s + s, tail = twice * third;
        Vector512<double> twiceLow = sLow + sLow, tailLow = Vector512.MultiplyAddEstimate(twiceLow, third, ProductError(twice, third, tail));
        tailLow = Vector512.MultiplyAddEstimate(twice, small, tailLow) + twiceLow;

        Vector512<double> logarithm = twice + tail, lost = ((twice - logarithm) + tail) + tailLow, near = logarithm + lost;
        lost += logarithm - near; // the terms from s⁵ on are large enough to count in the high part
        Vector512<double> large = n * Vector512.Create(Ln2High), sum = large + near;
        low = Vector512.MultiplyAddEstimate(n, Vector512.Create(Ln2Low), ((large - sum) + near) + lost);
        return sum;
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> SpecialPow(Vector512<double> power, Vector512<double> x, Vector512<double> y)
    {
        // A negative base: the power of its size, odd in x for odd y and none for broken y.
        Vector512<double> isNegative = Vector512.LessThan(x, Vector512<double>.Zero), half = Vector512.Create(0.5) * y;
        Vector512<double> isOdd = ~Vector512.Equals(Vector512.Truncate(half), half), isBroken = ~Vector512.Equals(Vector512.Truncate(y), y);
        Vector512<double> mirrored = NormalPow(Vector512.Abs(x), y);
        mirrored = Vector512.ConditionalSelect(isBroken, Vector512.Create(double.NaN), Vector512.ConditionalSelect(isOdd, -mirrored, mirrored));

        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> isUsual = IsNormal(size) & Vector512.LessThan(Vector512.Abs(y), Vector512.Create(double.PositiveInfinity));
        return Lanes.Replace(Vector512.ConditionalSelect(isNegative, mirrored, power), ~isUsual, x, y, Math.Pow).AsInt64();
    }
}
