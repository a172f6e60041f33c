using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// The elementary functions at a point, each as the two doubles around the exact value that a proved error allows: the tightest two, or one further where the
/// exact value comes very near a double. From + − × ÷ √ alone, so that every host gives the same bits.
/// <para>
/// A result is a <see cref="Twofold"/> and a radius. The radius is at least twice the error that the comment counts (truncation and roundings, in powers of two),
/// plus 2⁻¹⁰⁵
/// of the value, so that the radius itself may be computed with rounding.
/// </para>
/// </summary>
internal static partial class Kernels
{
    private const double TwoTo28Less = 3.7252902984619140625e-09; // 2⁻²⁸
    private const double TwoTo40Less = 9.094947017729282e-13; // 2⁻⁴⁰
    private const double TwoTo54Less = 5.551115123125783e-17; // 2⁻⁵⁴
    private const double TwoTo60Less = 8.673617379884035e-19; // 2⁻⁶⁰
    private const double TwoTo62Less = 2.168404344971009e-19; // 2⁻⁶²
    private const double TwoTo64Less = 5.421010862427522e-20; // 2⁻⁶⁴
    private const double TwoTo72Less = 2.117582368135751e-22; // 2⁻⁷²
    private const double TwoTo80Less = 8.271806125530277e-25; // 2⁻⁸⁰

    /// <summary>The doubles around value ± relative · |value|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Interval Near(Twofold value, double relative) => Within(value, Math.Abs(value.Hi) * relative);

    /// <summary>The doubles around value ± radius.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Interval Within(Twofold value, double radius)
    {
        Twofold low = Twofold.Sum(value.Hi, value.Lo - radius);
        Twofold high = Twofold.Sum(value.Hi, value.Lo + radius);
        return Interval.Raw(low.Lo < 0 ? Neighbours.Below(low.Hi) : low.Hi, high.Lo > 0 ? Neighbours.Above(high.Hi) : high.Hi);
    }

    /// <summary>The same times 2ᵏ, rounded outwards where that leaves the normal numbers; the value itself is in the middle of the exponents.</summary>
    private static Interval Scaled(Twofold value, double relative, int k)
    {
        Interval near = Near(value, relative);
        if (Math.Abs(k) < 1000)
        {
            double lo = near.Lo * PowerOfTwo(k), hi = near.Hi * PowerOfTwo(k);
            if (IsNormal(lo) && IsNormal(hi))
            {
                return Interval.Raw(lo, hi);
            }
        }
        return Interval.Raw(-ScaleUp(-near.Lo, k), ScaleUp(near.Hi, k));
    }

    /// <summary>x · 2ᵏ rounded up, in two factors of which the first is exact.</summary>
    private static double ScaleUp(double x, int k)
    {
        k = Clamp(k, -1800, 1800); // what is left is below the smallest or above the largest number
        int half = k / 2;
        double middle = x * PowerOfTwo(half);
        double factor = PowerOfTwo(k - half);
        double scaled = middle * factor;
        if (double.IsInfinity(scaled))
        {
            return scaled > 0 ? scaled : double.MinValue;
        }
        return scaled * PowerOfTwo(half - k) < middle ? Neighbours.Above(scaled) : scaled;
    }

    private static int Clamp(int value, int low, int high)
    {
        if (value < low)
        {
            return low;
        }
        return value > high ? high : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNormal(double x)
    {
        double magnitude = Math.Abs(x);
        return magnitude >= 2.2250738585072014E-308 && magnitude <= double.MaxValue;
    }

    /// <summary>2ᵏ for |k| ≤ 1022.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);

    /// <summary>x = mantissa · 2ᵏ, 1 ≤ |mantissa| &lt; 2, for finite x other than zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Mantissa(double x, out int k)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int biased = (int)(bits >> 52) & 0x7FF;
        int shift = 0;
        if (biased == 0)
        {
            bits = BitConverter.DoubleToInt64Bits(x * 18014398509481984); // 2⁵⁴ makes a subnormal number normal
            biased = (int)(bits >> 52) & 0x7FF;
            shift = 54;
        }
        k = biased - 1023 - shift;
        return BitConverter.Int64BitsToDouble((bits & unchecked((long)0x800FFFFFFFFFFFFF)) | 0x3FF0000000000000);
    }

    /// <summary>The doubles around c · x · (1 + δ), |δ| ≤ 2⁻⁷⁸: a function next to its zero at 0. The error of the product is 2⁻¹⁰².</summary>
    private static Interval Proportional(double x, Twofold c)
    {
        if (x == 0)
        {
            return Interval.Raw(x, x);
        }
        double mantissa = Mantissa(x, out int k);
        return Scaled(c * mantissa, 16 * TwoTo80Less, k);
    }

    /// <summary>Around x + δ, where δ is x's sign times less than half a unit in the last place of x.</summary>
    private static Interval Outwards(double x) => x < 0 ? Interval.Raw(Neighbours.Below(x), x) : Interval.Raw(x, x == 0 ? x : Neighbours.Above(x));

    /// <summary>Around x − δ, where δ is x's sign times less than half a unit in the last place of x.</summary>
    private static Interval Inwards(double x) => x < 0 ? Interval.Raw(x, Neighbours.Above(x)) : Interval.Raw(x == 0 ? x : Neighbours.Below(x), x);
}
