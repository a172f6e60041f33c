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
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> logarithm = NormalLog(x, Vector512.Create(BiasedRounder));
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
    public static Vector512<double> LogP1(Vector512<double> x)
    {
        Vector512<double> logarithm = Vector512.CopySign(UncheckedLogP1(x), x); // for −0
        if (!AreModerate(Vector512<double>.One + x))
        {
            logarithm = SpecialLogP1(x).AsDouble();
        }
        return logarithm;
    }

    /// <summary>Which lanes are positive normal numbers: one comparison, the numbers meant being moved to the lower end of the integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> IsNormal(Vector512<double> x) =>
        Vector512.LessThan(x.AsInt64() + Vector512.Create(InfinityBits), Vector512.Create(LowestNegative)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal(Vector512<double> x) => Vector512.LessThanAll(x.AsInt64() + Vector512.Create(InfinityBits), Vector512.Create(LowestNegative));

    /// <summary>Whether every lane is one of those below 2¹⁰⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreModerate(Vector512<double> x) => Vector512.LessThanAll(x.AsInt64() + Vector512.Create(InfinityBits), Vector512.Create(LowestModerate));

    /// <remarks>x = 2ⁿ·(1 + f) with 1 + f between √½ and √2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalLog(Vector512<double> x, Vector512<double> bias)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - bias;
        Vector512<double> f = ((shifted & Vector512.Create(FractionBits)) + Vector512.Create(SqrtHalfBits)).AsDouble() - Vector512<double>.One;
        return SumOfLogs(n, f);
    }

    /// <remarks>1 + x = 2ⁿ·(1 + f), where f = 2⁻ⁿx + (2⁻ⁿ − 1) loses nothing when n is 0, and when it is not n ln 2 is the larger term.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> UncheckedLogP1(Vector512<double> x)
    {
        Vector512<long> shifted = (Vector512<double>.One + x).AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - Vector512.Create(BiasedRounder);
        Vector512<double> scale = (Vector512.Create(2046L << 52) - (shifted & Vector512.Create(~FractionBits))).AsDouble();
        return SumOfLogs(n, Vector512.MultiplyAddEstimate(x, scale, scale - Vector512<double>.One));
    }

    /// <remarks>
    /// n ln 2 + log(1 + f). With s = f/(2 + f), log(1 + f) = 2 artanh s, written as f − (f²/2 − s·(f²/2 + R)) so that f, the largest
    /// term, is added last and exact (Ng 1986); R = s²·P(s²), P minimax of degree 6 with an error of 2⁻⁵⁸ of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SumOfLogs(Vector512<double> n, Vector512<double> f)
    {
        Vector512<double> s = f / (f + Vector512.Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> p = Vector512.Create(0.1479656429041776);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.1531399625289476));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.181835661562431));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.22222198543751093));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.28571428742618643));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.39999999999413877));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.6666666666666734));
        Vector512<double> half = Vector512.Create(0.5) * f * f;
        Vector512<double> correction = Vector512.MultiplyAddEstimate(s, Vector512.MultiplyAddEstimate(z, p, half), n * Vector512.Create(Ln2Low));
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(Ln2High), f - (half - correction));
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> SpecialLog(Vector512<double> x)
    {
        Vector512<double> isSubnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        Vector512<double> bias = Vector512.ConditionalSelect(isSubnormal, Vector512.Create(BiasedRounder + 54), Vector512.Create(BiasedRounder));
        return LogOutside(NormalLog(Vector512.ConditionalSelect(isSubnormal, x * Vector512.Create(TwoTo54), x), bias), x, x).AsInt64();
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> SpecialLogP1(Vector512<double> x)
    {
        Vector512<double> isHuge = Vector512.GreaterThanOrEqual(x, Vector512.Create(LogP1Huge));
        Vector512<double> logarithm = Vector512.ConditionalSelect(isHuge, NormalLog(x, Vector512.Create(BiasedRounder)), Vector512.CopySign(UncheckedLogP1(x), x));
        return LogOutside(logarithm, Vector512<double>.One + x, x).AsInt64();
    }

    /// <summary>The logarithm of u, given where u is positive and finite: −∞ of 0, NaN of what is below, and the argument itself, ∞ or NaN, elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOutside(Vector512<double> logarithm, Vector512<double> u, Vector512<double> x)
    {
        Vector512<double> isInside = Vector512.GreaterThan(u, Vector512<double>.Zero) & Vector512.LessThan(u, Vector512.Create(double.PositiveInfinity));
        Vector512<double> outside = Vector512.ConditionalSelect(Vector512.LessThan(u, Vector512<double>.Zero), Vector512.Create(double.NaN), x);
        outside = Vector512.ConditionalSelect(Vector512.Equals(u, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), outside);
        return Vector512.ConditionalSelect(isInside, logarithm, outside);
    }
}
