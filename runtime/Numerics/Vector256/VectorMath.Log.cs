// Vector512/VectorMath.Log.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Natural logarithms.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm. Kernel: at most 0.9 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<double> logarithm = NormalLog(x, Vector256.Create(BiasedRounder));
        if (!AreNormal(x))
        {
            logarithm = SpecialLog(x).AsDouble();
        }
        return logarithm;
    }

    /// <summary>log(1 + x), without loss of digits near 0. Kernel: at most 1.5 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogP1(Vector256<double> x)
    {
        Vector256<double> logarithm = Vector256.CopySign(UncheckedLogP1(x), x); // for −0
        if (!AreModerate(Vector256<double>.One + x))
        {
            logarithm = SpecialLogP1(x).AsDouble();
        }
        return logarithm;
    }

    /// <summary>Which lanes are positive normal numbers: one comparison, the numbers meant being moved to the lower end of the integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IsNormal(Vector256<double> x) =>
        Vector256.LessThan(x.AsInt64() + Vector256.Create(InfinityBits), Vector256.Create(LowestNegative)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal(Vector256<double> x) => Vector256.LessThanAll(x.AsInt64() + Vector256.Create(InfinityBits), Vector256.Create(LowestNegative));

    /// <summary>Whether every lane is one of those below 2¹⁰⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreModerate(Vector256<double> x) => Vector256.LessThanAll(x.AsInt64() + Vector256.Create(InfinityBits), Vector256.Create(LowestModerate));

    /// <remarks>x = 2ⁿ·(1 + f) with 1 + f between √½ and √2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalLog(Vector256<double> x, Vector256<double> bias)
    {
        Vector256<long> shifted = x.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - bias;
        Vector256<double> f = ((shifted & Vector256.Create(FractionBits)) + Vector256.Create(SqrtHalfBits)).AsDouble() - Vector256<double>.One;
        return SumOfLogs(n, f);
    }

    /// <remarks>1 + x = 2ⁿ·(1 + f), where f = 2⁻ⁿx + (2⁻ⁿ − 1) loses nothing when n is 0, and when it is not n ln 2 is the larger term.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> UncheckedLogP1(Vector256<double> x)
    {
        Vector256<long> shifted = (Vector256<double>.One + x).AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - Vector256.Create(BiasedRounder);
        Vector256<double> scale = (Vector256.Create(2046L << 52) - (shifted & Vector256.Create(~FractionBits))).AsDouble();
        return SumOfLogs(n, Vector256.MultiplyAddEstimate(x, scale, scale - Vector256<double>.One));
    }

    /// <remarks>
    /// n ln 2 + log(1 + f). With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = s²·P(s²), P minimax of degree 6 with an error of 2⁻⁵⁸ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumOfLogs(Vector256<double> n, Vector256<double> f)
    {
        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> p = Vector256.Create(0.1479656429041776);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.1531399625289476));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.181835661562431));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.22222198543751093));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.28571428742618643));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.39999999999413877));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.6666666666666734));
        Vector256<double> half = Vector256.Create(0.5) * f * f;
        Vector256<double> correction = Vector256.MultiplyAddEstimate(s, Vector256.MultiplyAddEstimate(z, p, half), n * Vector256.Create(Ln2Low));
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> SpecialLog(Vector256<double> x)
    {
        Vector256<double> isSubnormal = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<double> bias = Vector256.ConditionalSelect(isSubnormal, Vector256.Create(BiasedRounder + 54), Vector256.Create(BiasedRounder));
        return LogOutside(NormalLog(Vector256.ConditionalSelect(isSubnormal, x * Vector256.Create(TwoTo54), x), bias), x, x).AsInt64();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> SpecialLogP1(Vector256<double> x)
    {
        Vector256<double> isHuge = Vector256.GreaterThanOrEqual(x, Vector256.Create(LogP1Huge));
        Vector256<double> logarithm = Vector256.ConditionalSelect(isHuge, NormalLog(x, Vector256.Create(BiasedRounder)), Vector256.CopySign(UncheckedLogP1(x), x));
        return LogOutside(logarithm, Vector256<double>.One + x, x).AsInt64();
    }

    /// <summary>The logarithm of u, given where u is positive and finite: −∞ of 0, NaN of what is below, and the argument itself, ∞ or NaN, elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOutside(Vector256<double> logarithm, Vector256<double> u, Vector256<double> x)
    {
        Vector256<double> isInside = Vector256.GreaterThan(u, Vector256<double>.Zero) & Vector256.LessThan(u, Vector256.Create(double.PositiveInfinity));
        Vector256<double> outside = Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256<double>.Zero), Vector256.Create(double.NaN), x);
        outside = Vector256.ConditionalSelect(Vector256.Equals(u, Vector256<double>.Zero), Vector256.Create(double.NegativeInfinity), outside);
        return Vector256.ConditionalSelect(isInside, logarithm, outside);
    }
}
