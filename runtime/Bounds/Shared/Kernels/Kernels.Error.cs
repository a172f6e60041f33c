using System;

namespace Proxima;

/// <content>The error functions and the normal distribution.</content>
internal static partial class Kernels
{
    /// <summary>At least twice the error of erf x, and of erfc x up to 3.</summary>
    private const double ErfError = 2 * TwoTo64Less;

    /// <summary>erf x; from 6 on 1 to 2⁻⁵⁵. Not above 1.</summary>
    public static Interval Erf(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < TwoTo40Less)
        {
            return Proportional(x, KernelConstants.TwoOverSqrtPi); // 2x/√π·(1 − δ), δ < x²/3
        }
        if (magnitude >= 6)
        {
            return Signed(double.IsInfinity(x) ? Exact(1) : Interval.Raw(Neighbours.Below(1), 1), x);
        }
        Interval value = Near(ErfMiddle(magnitude), ErfError);
        return Signed(value.Hi > 1 ? Interval.Raw(value.Lo, 1) : value, x);
    }

    public static Interval Erfc(double x) => ErfcOf(x, 0);

    /// <summary>½·erfc(−x/√2): the error 2⁻¹⁰² of the argument counts at most 2x² = 2¹¹ times.</summary>
    public static Interval NormalCdf(double x)
    {
        if (x > 40 || x < -40)
        {
            return x > 0 ? UpTo(1, x) : Interval.Raw(0, double.IsInfinity(x) ? 0 : double.Epsilon);
        }
        return x == 0 ? Exact(0.5) : ErfcOf(KernelConstants.SqrtHalf * -x, -1);
    }

    /// <summary>e^(−x²/2)/√(2π).</summary>
    public static Interval NormalPdf(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude > 39)
        {
            return Interval.Raw(0, double.IsInfinity(x) ? 0 : double.Epsilon);
        }
        Twofold half = magnitude < TwoTo80Less ? default : Twofold.Product(x, x).Scale(-0.5);
        return Scaled(ExpParts(half, out int k) * KernelConstants.OverSqrtTwoPi, 2 * ExpError, k);
    }

    /// <summary>erfc x · 2ᵏ.</summary>
    private static Interval ErfcOf(Twofold x, int k)
    {
        double factor = PowerOfTwo(k);
        if (x.Hi < -6)
        {
            return UpTo(2 * factor, x.Hi);
        }
        if (x.Hi > 27.3)
        {
            return Interval.Raw(0, double.IsInfinity(x.Hi) ? 0 : double.Epsilon);
        }
        if (x.Hi >= 3)
        {
            Twofold fraction = ErfcFraction(x, out int exponent, out double error);
            return Scaled(fraction, error, exponent + k);
        }
        if (Math.Abs(x.Hi) < TwoTo60Less)
        {
            return Interval.Raw(Neighbours.Below(factor), Neighbours.Above(factor));
        }
        Twofold value = x.Hi < 0 ? 1 + ErfMiddle(-x) : 1 - ErfSeries(x);
        return Scaled(value, ErfError, k);
    }

    /// <summary>erf x for x ≥ 2⁻⁶⁰ and at most 6.</summary>
    private static Twofold ErfMiddle(Twofold x)
    {
        if (x.Hi < 3)
        {
            return ErfSeries(x);
        }
        Twofold fraction = ErfcFraction(x, out int k, out _);
        return 1 - fraction.Scale(PowerOfTwo(k));
    }

    /// <summary>
    /// 2/√π·Σ (−1)ⁿ·x²ⁿ⁺¹/(n!·(2n + 1)) for 0 &lt; x &lt; 3, to which the first term left out bounds the error: 2⁻⁸⁴ for 24 terms up to 1, 2⁻⁷⁸ for 38 up to 2, 2⁻⁸⁶
    /// for 60 up to 3.
    /// Horner's roundings are below 120·2⁻¹⁰² of the sum of the terms' magnitudes, which is below erf x·e^(x²): 2⁻⁹⁴ up to 1, 2⁻⁸⁹ up to 2, 2⁻⁸² up to 3.
    /// 1 − erf x is above 2⁻³, 2⁻⁸ and 2⁻¹⁵·⁵ there, so that its relative error is below 2⁻⁶⁶.
    /// </summary>
    private static Twofold ErfSeries(Twofold x)
    {
        double[] coefficients = KernelTables.ErrorFunction;
        Twofold square = x * x;
        int last = x.Hi < 1 ? 23 : x.Hi < 2 ? 37 : 59;
        Twofold sum = new(coefficients[2 * last], coefficients[(2 * last) + 1]);
        for (int n = last - 1; n >= 0; n--)
        {
            sum = (sum * square) + new Twofold(coefficients[2 * n], coefficients[(2 * n) + 1]);
        }
        return sum * x;
    }

    /// <summary>
    /// erfc x = result · 2ᵏ for 3 ≤ x ≤ 27.3: e^(−x²)/√π over x + ½/(x + 1/(x + (3/2)/(x + …))) (Laplace 1805). The tail of the fraction from the N-th x on lies
    /// between x and
    /// x + (N + 1)/(2x); its middle is taken, and the half width becomes |d(a/f)| = a·e/(f·(f − e)) at each of the steps back.
    /// </summary>
    private static Twofold ErfcFraction(Twofold x, out int k, out double error)
    {
        int n = 8 + (int)(450 / (x.Hi * x.Hi));
        double width = (n + 1) / (4 * x.Hi);
        Twofold fraction = x + width;
        width *= 1.01; // for the roundings below
        for (int i = n; i >= 1; i--)
        {
            width = 0.5 * i * width / (fraction.Hi * (fraction.Hi - width));
            fraction = x + ((0.5 * i) / fraction);
        }
        error = (2 * ExpError) + (4 * width / fraction.Hi);
        return ExpParts(-(x * x), out k) * KernelConstants.OverSqrtPi / fraction;
    }

    /// <summary>Just below a limit that is not reached, or the limit itself at infinity.</summary>
    private static Interval UpTo(double limit, double x) => double.IsInfinity(x) ? Exact(limit) : Interval.Raw(Neighbours.Below(limit), limit);
}
