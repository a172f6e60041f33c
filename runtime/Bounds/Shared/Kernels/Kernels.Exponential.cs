using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <content>Exponentials.</content>
internal static partial class Kernels
{
    /// <summary>Twice the error of <see cref="ExpParts"/>.</summary>
    private const double ExpError = TwoTo72Less;

    /// <summary>Twice the error of <see cref="ExpM1Middle"/>.</summary>
    private const double ExpM1Error = TwoTo64Less;

    // 64/ln 2; ln 2/64 as 36 bits, whose multiples by a number of 17 bits are exact, and the rest, below 2⁻⁴⁵.
    private const double StepsPerUnit = 92.33248261689366;
    private const double StepHead = 0.010830424696223417;
    private const double StepTail = 2.572804622327669e-14;

    public static Interval Exp(double x)
    {
        if (x > 709.8 || x < -745.2)
        {
            return x > 0 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : Interval.Raw(0, double.IsInfinity(x) ? 0 : double.Epsilon);
        }
        if (x == 0)
        {
            return Interval.Raw(1, 1);
        }
        return Scaled(ExpParts(x, out int k), ExpError, k);
    }

    public static Interval Exp2(double x)
    {
        if (!(x < 1024) || x < -1075)
        {
            return x > 0 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : Interval.Raw(0, double.IsInfinity(x) ? 0 : double.Epsilon);
        }
        double whole = Math.Floor(x + 0.5);
        if (whole == x && x >= -1074)
        {
            double power = ScaleUp(1, (int)x);
            return Interval.Raw(power, power);
        }
        double rest = x - whole; // exact, at most ½
        return Scaled(ExpParts(KernelConstants.Ln2 * rest, out int k), ExpError, k + (int)whole);
    }

    /// <summary>10ˣ = e^(x·ln 10): the product is within 709.8 · 2⁻¹⁰².</summary>
    public static Interval Exp10(double x)
    {
        if (x > 308.3 || x < -323.7)
        {
            return x > 0 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : Interval.Raw(0, double.IsInfinity(x) ? 0 : double.Epsilon);
        }
        if (x >= 0 && x <= 22 && x == Math.Floor(x))
        {
            double power = KernelTables.PowersOfTen[(int)x];
            return Interval.Raw(power, power);
        }
        return Scaled(ExpParts(KernelConstants.Ln10 * x, out int k), ExpError, k);
    }

    public static Interval ExpM1(double x)
    {
        if (Math.Abs(x) < TwoTo54Less)
        {
            return Interval.Raw(x, x == 0 ? x : Neighbours.Above(x)); // x²/2 is less than half a unit in the last place of x
        }
        return ExpM1Of(x);
    }

    public static Interval Exp2M1(double x)
    {
        if (Math.Abs(x) < TwoTo80Less)
        {
            return Proportional(x, KernelConstants.Ln2);
        }
        return Math.Abs(x) <= 52 && x == Math.Floor(x) ? Exact(Exp2(x).Lo - 1) : ExpM1Of(Math.Abs(x) < 2000 ? KernelConstants.Ln2 * x : x);
    }

    public static Interval Exp10M1(double x)
    {
        if (Math.Abs(x) < TwoTo80Less)
        {
            return Proportional(x, KernelConstants.Ln10);
        }
        return x >= 0 && x <= 15 && x == Math.Floor(x) ? Exact(Exp10(x).Lo - 1) : ExpM1Of(Math.Abs(x) < 2000 ? KernelConstants.Ln10 * x : x);
    }

    /// <summary>
    /// eˣ = result · 2ᵏ for |x| ≤ 1000, result from 0.99 to 2, within 2⁻⁷⁴: x = (64k + j)·ln 2/64 + r, |r| ≤ 0.00542, eˣ = 2ᵏ · 2^(j/64) · (1 + (eʳ − 1)).
    /// r: n·StepTail and the sum of the low parts are below 2⁻²⁷, three roundings, and 2⁻⁹⁹·n of StepTail, in all 2⁻⁷⁸. eʳ − 1: 2⁻⁶⁷·|r| = 2⁻⁷⁴·⁵.
    /// The products with the low parts: 2⁻⁶⁰·2⁻⁵³ each.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Twofold ExpParts(Twofold x, out int k)
    {
        double n = Math.Floor((x.Hi * StepsPerUnit) + 0.5);
        int step = (int)n;
        int j = (step & 63) * 2;
        k = step >> 6;
        Twofold high = Twofold.Sum(x.Hi, -(n * StepHead));
        Twofold q = ExpM1Reduced(Twofold.Sum(high.Hi, high.Lo + (x.Lo - (n * StepTail))));
        double[] powers = KernelTables.PowersOfTwo;
        double power = powers[j], powerLow = powers[j + 1];
        double product = power * q.Hi;
        double error = Residuals.ProductError(power, q.Hi, product);
        Twofold sum = Twofold.Ordered(power, product);
        return Twofold.Ordered(sum.Hi, sum.Lo + (error + ((power * q.Lo) + (powerLow + (powerLow * q.Hi)))));
    }

    /// <summary>
    /// eˣ − 1 for |x| ≤ 100, within 2⁻⁶⁵ relative: by the series below 0.0054, above it by the difference, where the error of eˣ counts
    /// eˣ/|eˣ − 1| ≤ 186 = 2⁷·⁶ times: 2⁻⁶⁶·⁴.
    /// </summary>
    internal static Twofold ExpM1Middle(Twofold x)
    {
        if (Math.Abs(x.Hi) < 0.0054)
        {
            return ExpM1Reduced(x);
        }
        Twofold power = ExpParts(x, out int k);
        return power.Scale(PowerOfTwo(k)) - 1;
    }

    /// <summary>
    /// eʳ − 1 = r + r²/2 + r³·P(r), |r| ≤ 0.00542 = 2⁻⁷·⁵², within 2⁻⁶⁷ relative to r. Truncation r⁸/9! = 2⁻⁷⁸. r³·P is at most 2⁻¹⁷·⁶ of r and carries five
    /// roundings (the last of P, three products, one coefficient), the sum of the low parts, no larger, three: 2⁻⁶⁷·⁶.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold ExpM1Reduced(Twofold r)
    {
        double h = r.Hi;
        Twofold square = (r * r).Scale(0.5);
        double series = (1.0 / 6) + (h * ((1.0 / 24) + (h * ((1.0 / 120) + (h * ((1.0 / 720) + (h * ((1.0 / 5040) + (h * (1.0 / 40320))))))))));
        Twofold sum = Twofold.Ordered(h, square.Hi);
        return Twofold.Ordered(sum.Hi, sum.Lo + (r.Lo + (square.Lo + (h * h * h * series))));
    }

    /// <summary>eˣ − 1 for x not tiny: beyond ±64 it is eˣ or −1 to 2⁻⁹².</summary>
    private static Interval ExpM1Of(Twofold x)
    {
        if (x.Hi > 709.8)
        {
            return Interval.Raw(double.MaxValue, double.PositiveInfinity);
        }
        if (x.Hi < -64)
        {
            return Interval.Raw(-1, double.IsNegativeInfinity(x.Hi) ? -1 : Neighbours.Above(-1));
        }
        return x.Hi > 64 ? Scaled(ExpParts(x, out int k), ExpError, k) : Near(ExpM1Middle(x), ExpM1Error);
    }

    private static Interval Exact(double x) => Interval.Raw(x, x);
}
