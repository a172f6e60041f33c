using System;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace Proxima;

/// <summary>
/// On which side of a result rounded to nearest the exact one lies: the sign of <c>exact − rounded</c>, computed without error (Dekker 1971, Knuth 1969).
/// The sign is a fact, so that hosts with and without fused multiply-add agree. NaN where an infinity is involved.
/// </summary>
internal static class Residuals
{
    private const double Splitter = 134217729; // 2²⁷ + 1

    // Within [Tiny, Huge] neither the error of a product (2⁻¹⁰⁵ of it) nor the splitting of a factor leaves the normal range.
    private const double Tiny = 1.1830521861667747e-271; // 2⁻⁹⁰⁰
    private const double Huge = 8.452712498170644e+270; // 2⁹⁰⁰

    /// <summary>The sign of (a + b) − sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OfSum(double a, double b, double sum)
    {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /// <summary>The sign of a · b − product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OfProduct(double a, double b, double product)
    {
        if (IsMiddle(a, b, product))
        {
            return ProductError(a, b, product);
        }
        return OfExtremeProduct(a, b, product);
    }

    /// <summary>The sign of a / b − quotient, b not zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OfQuotient(double a, double b, double quotient)
    {
        if (IsMiddle(a, b, quotient))
        {
            return Towards(b, Remainder(a, b, quotient));
        }
        return OfExtremeQuotient(a, b, quotient);
    }

    /// <summary>The sign of √x − root, x ≥ 0.</summary>
    public static double OfRoot(double x, double root)
    {
        if (x == 0 || double.IsInfinity(x))
        {
            return 0;
        }
        if (!IsMiddle(x))
        {
            // 2^±600 and its root 2^±300: exact, for a root is never subnormal.
            bool isSmall = x < 1;
            x *= isSmall ? 4.149515568880993e+180 : 2.409919865102884e-181;
            root *= isSmall ? 2.037035976334486e+90 : 4.909093465297727e-91;
        }
        return Remainder(x, root, root);
    }

    /// <summary>a · b − product, exactly, in the middle of the exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ProductError(double a, double b, double product)
    {
#if NET
        if (Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return Math.FusedMultiplyAdd(a, b, -product);
        }
#endif
        double aHigh = HighHalf(a);
        double aLow = a - aHigh;
        double bHigh = HighHalf(b);
        double bLow = b - bHigh;
        return ((aHigh * bHigh) - product + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
    }

    /// <summary>True when the three are so far from the ends of the range of exponents that the error of the product or quotient is a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMiddle(double a, double b, double result) => IsMiddle(result) && IsMiddle(a) && IsMiddle(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMiddle(double x)
    {
        double magnitude = Math.Abs(x);
        return magnitude >= Tiny && magnitude <= Huge;
    }

    /// <summary>The sign of a − b · quotient, where b · quotient is near a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Remainder(double a, double b, double quotient)
    {
        double product = b * quotient;
        return (a - product) - ProductError(b, quotient, product);
    }

    private static double Towards(double divisor, double remainder) => divisor < 0 ? -remainder : remainder;

    private static double HighHalf(double x)
    {
        double scaled = Splitter * x;
        return scaled - (scaled - x);
    }

    private static double OfExtremeProduct(double a, double b, double product)
    {
        if (a == 0 || b == 0)
        {
            return product; // 0, or NaN for 0 · ∞
        }
        if (double.IsInfinity(product) || double.IsNaN(product))
        {
            return double.NaN;
        }
        int exponent = Binary.Exponent(a) + Binary.Exponent(b);
        a = Mantissa(a);
        b = Mantissa(b);
        double middle = a * b;
        return (middle - Binary.Scale(product, -exponent)) + ProductError(a, b, middle);
    }

    private static double OfExtremeQuotient(double a, double b, double quotient)
    {
        if (a == 0 || double.IsInfinity(b))
        {
            return quotient; // 0, or NaN for ∞ / ∞
        }
        if (double.IsInfinity(quotient) || double.IsNaN(quotient))
        {
            return double.NaN;
        }
        int exponent = Binary.Exponent(a) - Binary.Exponent(b);
        b = Mantissa(b);
        return Towards(b, Remainder(Mantissa(a), b, Binary.Scale(quotient, -exponent)));
    }

    private static double Mantissa(double x) => Binary.Scale(x, -Binary.Exponent(x));
}
