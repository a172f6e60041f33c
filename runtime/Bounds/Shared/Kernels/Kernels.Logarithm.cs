using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <content>Logarithms.</content>
internal static partial class Kernels
{
    /// <summary>Twice the error of <see cref="LogMiddle(Twofold, int)"/> and <see cref="LogP1Middle"/>.</summary>
    private const double LogError = TwoTo72Less;

    // ln 2 as 42 bits, whose multiples by an exponent are exact, and the rest, below 2⁻⁴⁴.
    private const double Ln2Head = 0.6931471805598903;
    private const double Ln2Tail = 5.497923018708371e-14;

    /// <summary>ln x for x ≥ 0.</summary>
    public static Interval Log(double x)
    {
        if (IsExceptional(x, out Interval value))
        {
            return value;
        }
        return x == 1 ? default : Near(LogMiddle(Mantissa(x, out int k), k), LogError);
    }

    /// <summary>log₂ x for x ≥ 0, exact at powers of two.</summary>
    public static Interval Log2(double x)
    {
        if (IsExceptional(x, out Interval value))
        {
            return value;
        }
        double mantissa = Mantissa(x, out int k);
        return mantissa == 1 ? Exact(k) : Near(LogMiddle(mantissa, k) * KernelConstants.OverLn2, LogError);
    }

    /// <summary>log₁₀ x for x ≥ 0, exact at powers of ten.</summary>
    public static Interval Log10(double x)
    {
        if (IsExceptional(x, out Interval value))
        {
            return value;
        }
        if (x >= 1 && x <= 1e22)
        {
            int exact = Array.BinarySearch(KernelTables.PowersOfTen, x);
            if (exact >= 0)
            {
                return Exact(exact);
            }
        }
        return Near(LogMiddle(Mantissa(x, out int k), k) * KernelConstants.OverLn10, LogError);
    }

    /// <summary>ln(1 + x) for x ≥ −1.</summary>
    public static Interval LogP1(double x)
    {
        if (Math.Abs(x) < TwoTo54Less)
        {
            return Interval.Raw(x == 0 ? x : Neighbours.Below(x), x); // x²/2 is less than half a unit in the last place of x
        }
        return LogP1Of(x, new Twofold(1));
    }

    public static Interval Log2P1(double x)
    {
        if (Math.Abs(x) < TwoTo80Less)
        {
            return Proportional(x, KernelConstants.OverLn2);
        }
        double sum = 1 + x;
        return sum - 1 == x && sum - x == 1 && sum > 0 && Mantissa(sum, out int k) == 1 ? Exact(k) : LogP1Of(x, KernelConstants.OverLn2);
    }

    public static Interval Log10P1(double x)
    {
        if (Math.Abs(x) < TwoTo80Less)
        {
            return Proportional(x, KernelConstants.OverLn10);
        }
        double sum = 1 + x;
        return sum - 1 == x && sum - x == 1 && sum <= 1e15 && Array.BinarySearch(KernelTables.PowersOfTen, sum) is >= 0 and int k
            ? Exact(k)
            : LogP1Of(x, KernelConstants.OverLn10);
    }

    /// <summary>
    /// ln(m · 2ᵏ) for m in [1, 2), within 2⁻⁷³ relative: m·c = 1 + r with c = 1/m to eleven bits from the table, |r| ≤ 2⁻⁷, exactly in a twofold; the result is k·ln
    /// 2 − ln c + ln(1 + r).
    /// Where neither k·ln 2 nor −ln c appears (1 ≤ m &lt; 1 + 2⁻⁷ and k = 0, or 2 − 2⁻⁷ ≤ m and k = −1) that is the error of the series. Elsewhere the
    /// result is at least 2⁻⁸, |r| ≤ 2⁻⁷·⁸ (or the result at least 0.68), and the errors are 2⁻⁷⁵·|r| of the series, 2⁻⁸⁶ of k·Ln2Tail, 2⁻¹⁰² of each sum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Twofold LogMiddle(Twofold m, int k)
    {
        int i = (int)(BitConverter.DoubleToInt64Bits(m.Hi) >> 45) & 127;
        double[] table = KernelTables.Reciprocals;
        double c = table[3 * i];
        double product = m.Hi * c;
        // product − 1 is exact (Sterbenz); the low part of m is zero or counts for less than 2⁻⁵³, its rounding for 2⁻¹⁰⁶, and none where c is 1 or ½.
        Twofold r = Twofold.Sum(product - 1, Residuals.ProductError(m.Hi, c, product) + (m.Lo * c));
        Twofold series = LogNearOne(r);
        int folded = i >= 53 ? k + 1 : k;
        if (folded == 0 && (i == 0 || i == 127))
        {
            return series;
        }
        Twofold head = Twofold.Sum(folded * Ln2Head, table[(3 * i) + 1]);
        return Twofold.Ordered(head.Hi, head.Lo + (table[(3 * i) + 2] + (folded * Ln2Tail))) + series;
    }

    /// <summary>ln x for a twofold in the middle of the exponents.</summary>
    internal static Twofold LogMiddle(Twofold x)
    {
        double mantissa = Mantissa(x.Hi, out int k);
        return LogMiddle(new Twofold(mantissa, x.Lo * PowerOfTwo(-k)), k);
    }

    /// <summary>ln(1 + x) for x above −1 in the middle of the exponents, within 2⁻⁷³ relative: 1 + x is within 2⁻¹⁰², which counts 2⁸ times at most.</summary>
    internal static Twofold LogP1Middle(Twofold x) => Math.Abs(x.Hi) < 0.00390625 ? LogNearOne(x) : LogMiddle(1 + x);

    /// <summary>
    /// ln(1 + r) = r − r²/2 + r³/3 − r⁴·P(r) for |r| ≤ 2⁻⁷, within 2⁻⁷³ relative. Truncation r¹¹/12 = 2⁻⁸⁰. r⁴·P is at most 2⁻²³ of r and carries six roundings
    /// (two of r², the products, the last of P, the sum with the low part): 2⁻⁷³·⁴. The twofold operations: 2⁻¹⁰⁰.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold LogNearOne(Twofold r)
    {
        double h = r.Hi;
        Twofold square = r * r;
        Twofold cube = square * r * KernelConstants.Third;
        double series = 0.25 - (h * (0.2 - (h * ((1.0 / 6) - (h * ((1.0 / 7) - (h * (0.125 - (h * ((1.0 / 9) - (h * (0.1 - (h * (1.0 / 11))))))))))))));
        double quartic = square.Hi * square.Hi * series;
        Twofold rest = square.Scale(-0.5) + Twofold.Ordered(cube.Hi, cube.Lo - quartic);
        return r + rest;
    }

    /// <summary>c · ln(1 + x) for |x| ≥ 2⁻⁸⁰.</summary>
    private static Interval LogP1Of(double x, Twofold c)
    {
        if (x <= -1)
        {
            return Interval.Raw(double.NegativeInfinity, double.MinValue);
        }
        if (double.IsInfinity(x))
        {
            return Interval.Raw(double.MaxValue, x);
        }
        // From 2¹¹⁰ on ln(1 + x) is ln x to 2⁻¹¹⁰.
        Twofold value = x < 1e33 ? LogP1Middle(x) : LogMiddle(Mantissa(x, out int k), k);
        return Near(value * c, LogError);
    }

    private static bool IsExceptional(double x, out Interval value)
    {
        value = x == 0 ? Interval.Raw(double.NegativeInfinity, double.MinValue) : Interval.Raw(double.MaxValue, double.PositiveInfinity);
        return x == 0 || double.IsInfinity(x);
    }
}
