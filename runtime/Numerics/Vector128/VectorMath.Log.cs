// Vector512/VectorMath.Log.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Log(Vector128<double> x)
    {
        Vector128<double> logarithm = NormalLog(x, Vector128.Create(BiasedRounder));
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
    public static Vector128<double> LogP1(Vector128<double> x)
    {
        Vector128<double> logarithm = Vector128.CopySign(UncheckedLogP1(x), x); // for −0
        if (!AreModerate(Vector128<double>.One + x))
        {
            logarithm = SpecialLogP1(x).AsDouble();
        }
        return logarithm;
    }

    /// <summary>Which lanes are positive normal numbers: one comparison, the numbers meant being moved to the lower end of the integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> IsNormal(Vector128<double> x) =>
        Vector128.LessThan(x.AsInt64() + Vector128.Create(InfinityBits), Vector128.Create(LowestNegative)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal(Vector128<double> x) => Vector128.LessThanAll(x.AsInt64() + Vector128.Create(InfinityBits), Vector128.Create(LowestNegative));

    /// <summary>Whether every lane is one of those below 2¹⁰⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreModerate(Vector128<double> x) => Vector128.LessThanAll(x.AsInt64() + Vector128.Create(InfinityBits), Vector128.Create(LowestModerate));

    /// <remarks>x = 2ⁿ·(1 + f) with 1 + f between √½ and √2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> NormalLog(Vector128<double> x, Vector128<double> bias)
    {
        Vector128<long> shifted = x.AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - bias;
        Vector128<double> f = ((shifted & Vector128.Create(FractionBits)) + Vector128.Create(SqrtHalfBits)).AsDouble() - Vector128<double>.One;
        return SumOfLogs(n, f);
    }

    /// <remarks>1 + x = 2ⁿ·(1 + f), where f = 2⁻ⁿx + (2⁻ⁿ − 1) loses nothing when n is 0, and when it is not n ln 2 is the larger term.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> UncheckedLogP1(Vector128<double> x)
    {
        Vector128<long> shifted = (Vector128<double>.One + x).AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - Vector128.Create(BiasedRounder);
        Vector128<double> scale = (Vector128.Create(2046L << 52) - (shifted & Vector128.Create(~FractionBits))).AsDouble();
        return SumOfLogs(n, Vector128.MultiplyAddEstimate(x, scale, scale - Vector128<double>.One));
    }

    /// <remarks>
    /// n ln 2 + log(1 + f). With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = s²·P(s²), P minimax of degree 6 with an error of 2⁻⁵⁸ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumOfLogs(Vector128<double> n, Vector128<double> f)
    {
        Vector128<double> s = f / (f + Vector128.Create(2.0));
        Vector128<double> z = s * s;
        Vector128<double> p = Vector128.Create(0.1479656429041776);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.1531399625289476));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.181835661562431));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.22222198543751093));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.28571428742618643));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.39999999999413877));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.6666666666666734));
        Vector128<double> half = Vector128.Create(0.5) * f * f;
        Vector128<double> correction = Vector128.MultiplyAddEstimate(s, Vector128.MultiplyAddEstimate(z, p, half), n * Vector128.Create(Ln2Low));
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> SpecialLog(Vector128<double> x)
    {
        Vector128<double> isSubnormal = Vector128.LessThan(x, Vector128.Create(SmallestNormal));
        Vector128<double> bias = Vector128.ConditionalSelect(isSubnormal, Vector128.Create(BiasedRounder + 54), Vector128.Create(BiasedRounder));
        return LogOutside(NormalLog(Vector128.ConditionalSelect(isSubnormal, x * Vector128.Create(TwoTo54), x), bias), x, x).AsInt64();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> SpecialLogP1(Vector128<double> x)
    {
        Vector128<double> isHuge = Vector128.GreaterThanOrEqual(x, Vector128.Create(LogP1Huge));
        Vector128<double> logarithm = Vector128.ConditionalSelect(isHuge, NormalLog(x, Vector128.Create(BiasedRounder)), Vector128.CopySign(UncheckedLogP1(x), x));
        return LogOutside(logarithm, Vector128<double>.One + x, x).AsInt64();
    }

    /// <summary>The logarithm of u, given where u is positive and finite: −∞ of 0, NaN of what is below, and the argument itself, ∞ or NaN, elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogOutside(Vector128<double> logarithm, Vector128<double> u, Vector128<double> x)
    {
        Vector128<double> isInside = Vector128.GreaterThan(u, Vector128<double>.Zero) & Vector128.LessThan(u, Vector128.Create(double.PositiveInfinity));
        Vector128<double> outside = Vector128.ConditionalSelect(Vector128.LessThan(u, Vector128<double>.Zero), Vector128.Create(double.NaN), x);
        outside = Vector128.ConditionalSelect(Vector128.Equals(u, Vector128<double>.Zero), Vector128.Create(double.NegativeInfinity), outside);
        return Vector128.ConditionalSelect(isInside, logarithm, outside);
    }
}
