using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Sine and cosine.</content>
public static partial class VectorMath
{
    // π/2 in three parts, the second rounded down so that all are positive: n · 0 then keeps the sign of a zero argument.
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiMiddle = 6.123233995736765e-17;
    private const double HalfPiLow = 1.082856673921914e-32;
    private const double TwoByPi = 0.6366197723675814;

    // Up to here n < 2¹⁶ and x − n·π/2 is exact in its first step; the three parts then leave less than 1e-43.
    private const double LargestReduced = 1e5;

    /// <summary>The sine. Kernel up to 1e5, beyond that the base library's: at most 2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) =>
        IsReducible(x) ? Quadrant(x, Vector512<long>.Zero) : Vector512.Sin(x);

    /// <summary>The cosine. Kernel up to 1e5, beyond that the base library's: at most 2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) =>
        IsReducible(x) ? Quadrant(x, Vector512<long>.One) : Vector512.Cos(x);

    /// <summary>The sine. Library: at most 1 ulp, huge arguments included.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Sin(Vector512<float> x) => Vector512.Sin(x);

    /// <summary>The cosine. Library: at most 1 ulp, huge arguments included.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Cos(Vector512<float> x) => Vector512.Cos(x);

    /// <remarks>The reduction needs products that are rounded once. A NaN is no obstacle: it compares false and comes out again.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsReducible(Vector512<double> x) =>
        (Fma.IsSupported || Avx512F.IsSupported || AdvSimd.Arm64.IsSupported)
        && !Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(LargestReduced));

    /// <summary>sin(x + shift · π/2): by the quadrant, plus or minus the sine or the cosine of the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quadrant(Vector512<double> x, Vector512<long> shift)
    {
        Vector512<double> rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(TwoByPi), Vector512.Create(Rounder));
        Vector512<double> n = rounded - Vector512.Create(Rounder);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPi), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPiMiddle), r);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPiLow), r);
        Vector512<long> quadrant = rounded.AsInt64() + shift;

        Vector512<long> isOdd = Vector512.Equals(quadrant & Vector512<long>.One, Vector512<long>.One);
        Vector512<double> value = Vector512.ConditionalSelect(isOdd.AsDouble(), ReducedCos(r), ReducedSin(r));
        Vector512<long> sign = (quadrant & Vector512.Create(2L)) << 62;
        return (value.AsInt64() ^ sign).AsDouble();
    }

    /// <remarks>Taylor series to r¹⁷/17! for |r| ≤ π/4; the first term left out is 1e-19 of the result.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedSin(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(1.0 / 355687428096000.0);
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 1307674368000.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 6227020800.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 39916800.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 362880.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 5040.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 120.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 6.0));
        return r * Vector512.FusedMultiplyAdd(p, s, Vector512<double>.One); // not r + r · (p · s): −0 + +0 is +0
    }

    /// <remarks>Taylor series to r¹⁸/18! for |r| ≤ π/4; the first term left out is 3e-21.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedCos(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> p = Vector512.Create(-1.0 / 6402373705728000.0);
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 20922789888000.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 87178291200.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 479001600.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 3628800.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 40320.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 720.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(1.0 / 24.0));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.0 / 2.0));
        return Vector512.FusedMultiplyAdd(p, s, Vector512<double>.One);
    }
}
