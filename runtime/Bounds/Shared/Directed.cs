using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// Arithmetic rounded down and up: the tightest doubles around the exact result. On processors with AVX-512 the instruction rounds; elsewhere the result
/// rounded to nearest moves by one where its error says so. Both give the same numbers (a zero may differ in sign).
/// </summary>
internal static partial class Directed
{
#if NET
    // Read once: a field that never changes costs nothing in optimised code.
    private static readonly bool IsEmbedded = Embedded.IsSupported && !Interval.Reproducible;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AddDown(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.AddDown(a, b);
        }
#endif
        return Portable.AddDown(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AddUp(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.AddUp(a, b);
        }
#endif
        return Portable.AddUp(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SubtractDown(double a, double b) => AddDown(a, -b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SubtractUp(double a, double b) => AddUp(a, -b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyDown(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.MultiplyDown(a, b);
        }
#endif
        return Portable.MultiplyDown(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyUp(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.MultiplyUp(a, b);
        }
#endif
        return Portable.MultiplyUp(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DivideDown(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.DivideDown(a, b);
        }
#endif
        return Portable.DivideDown(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DivideUp(double a, double b)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.DivideUp(a, b);
        }
#endif
        return Portable.DivideUp(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SqrtDown(double x)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.SqrtDown(x);
        }
#endif
        return Portable.SqrtDown(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SqrtUp(double x)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.SqrtUp(x);
        }
#endif
        return Portable.SqrtUp(x);
    }

    /// <summary>a · b + c, the product finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAddDown(double a, double b, double c)
    {
#if NET
        if (IsEmbedded)
        {
            return Embedded.MultiplyAddDown(a, b, c);
        }
#endif
        return Portable.MultiplyAddDown(a, b, c);
    }

    public static double MultiplyAddUp(double a, double b, double c) => -MultiplyAddDown(-a, b, -c);

    /// <summary>x · 2ⁿ; rounding each step down is rounding their product down.</summary>
    public static double ScaleDown(double x, int n)
    {
        n = Math.Max(-2200, Math.Min(2200, n)); // from the largest to the smallest double is less far
        while (n > 1000)
        {
            x = MultiplyDown(x, 1.0715086071862673e+301); // 2¹⁰⁰⁰
            n -= 1000;
        }
        while (n < -1000)
        {
            x = MultiplyDown(x, 9.332636185032189e-302); // 2⁻¹⁰⁰⁰
            n += 1000;
        }
        return MultiplyDown(x, Binary.Power(n));
    }

    public static double ScaleUp(double x, int n) => -ScaleDown(-x, n);
}
