using System;

namespace Proxima;

/// <content>The logarithm of the gamma function and its derivatives. Next to a zero the radius is relative to the terms that cancel.</content>
internal static partial class Kernels
{
    private const double Far = 24; // from here on Stirling's series; the terms left out are below 2⁻⁸⁰

    /// <summary>ln |Γ(x)| for finite x, ∞ at the poles.</summary>
    public static Interval LogGamma(double x)
    {
        if (x <= 0 && x == Math.Floor(x))
        {
            return Interval.Raw(double.MaxValue, double.PositiveInfinity);
        }
        if (x == 1 || x == 2)
        {
            return default;
        }
        if (x < -0.5)
        {
            return LogGammaOfNegative(-x);
        }
        if (Math.Abs(x) < TwoTo80Less)
        {
            return Near(-LogMiddle(Mantissa(Math.Abs(x), out int k), k), 2 * LogError); // −ln |x| − γx, and |ln x| is above 55
        }
        if (x > 1e30)
        {
            return LogGammaOfHuge(x);
        }
        // Below 2.5 the relative errors are those of ln, which count at most 4 times: −ln |x| + ln Γ(1 + x) for |x| < ½, and ln Γ(2 + z) − ln(1 + z), z = x − 1,
        // which is −0.58z next to 0.
        return Near(x < 0.5 ? LogGammaNearOne(x) - LogMiddle(Math.Abs(x)) : LogGammaPositive(x), 8 * LogError);
    }

    /// <summary>ψ(x) for finite x that is no pole.</summary>
    public static Interval Digamma(double x)
    {
        double small = Math.Abs(x);
        if (small < TwoTo80Less)
        {
            Twofold inverse = 1 / new Twofold(Mantissa(x, out int k));
            return Scaled(-inverse, 4 * TwoTo80Less, -k); // −1/x − γ + …
        }
        if (x > 0)
        {
            Twofold value = DigammaPositive(x, out double radius);
            return Within(value, radius);
        }
        // ψ(x) = ψ(1 − x) − π·cot πx: both errors, and that of 1 − x, which is not counted more than once in ψ.
        Twofold reflected = DigammaPositive(1 - new Twofold(x), out double error);
        Twofold r = ReducePi(x, out int j);
        Twofold cotangent = KernelConstants.Pi * Turned(r, (j + 32) & 127) / Turned(r, j);
        return Within(reflected - cotangent, error + (Math.Abs(cotangent.Hi) * 3 * TurnError) + (Math.Abs(reflected.Hi) * TwoTo80Less));
    }

    /// <summary>x from ½ to 10³⁰.</summary>
    private static Twofold LogGammaPositive(double x)
    {
        if (x < 1.5)
        {
            return LogGammaNearOne(Twofold.Sum(x, -1));
        }
        if (x < 2.5)
        {
            return LogGammaNearTwo(Twofold.Sum(x, -2));
        }
        if (x < Far)
        {
            Twofold product = 1;
            double rest = x;
            while (rest >= 2.5)
            {
                rest -= 1; // exact: a multiple of the unit of x, and smaller
                product *= rest;
            }
            return LogMiddle(product) + LogGammaNearTwo(Twofold.Sum(rest, -2));
        }
        return Stirling(x, LogMiddle(Mantissa(x, out int k), k));
    }

    /// <summary>(x − ½)·ln x − x + ½·ln 2π + Σ B₂ₖ/(2k·(2k − 1)·x²ᵏ⁻¹): the terms are below 1.5 times the result, and eight of the series leave 2⁻⁸³ of it.</summary>
    private static Twofold Stirling(double x, Twofold logarithm)
    {
        Twofold inverse = 1 / new Twofold(x), square = inverse * inverse, series = 0;
        for (int k = 8; k >= 1; k--)
        {
            series = (series * square) + (Bernoulli(k) / (2 * k * ((2 * k) - 1)));
        }
        return (logarithm * Twofold.Sum(x, -0.5)) - x + (KernelConstants.HalfLogTwoPi + (series * inverse));
    }

    /// <summary>x·(ln x − 1) to 2⁻⁹⁹.</summary>
    private static Interval LogGammaOfHuge(double x)
    {
        if (double.IsInfinity(x))
        {
            return Interval.Raw(double.MaxValue, x);
        }
        double mantissa = Mantissa(x, out int k);
        return Scaled((LogMiddle(mantissa, k) - 1) * mantissa, 4 * LogError, k);
    }

    /// <summary>ln(π/(y·|sin πy|)) − ln Γ(y), for −y.</summary>
    private static Interval LogGammaOfNegative(double y)
    {
        Twofold r = ReducePi(y, out int j);
        Twofold sine = Turned(r, j);
        Twofold first = KernelConstants.LogPi - LogMiddle(y), second = LogMiddle(sine.Hi < 0 ? -sine : sine), third = LogGammaPositive(y);
        double size = Math.Abs(first.Hi) + Math.Abs(second.Hi) + Math.Abs(third.Hi) + 4;
        return Within(first - second - third, (size * 8 * LogError) + TurnError);
    }

    private static Twofold LogGammaNearOne(Twofold z) => LogGammaNearTwo(z) - LogP1Middle(z);

    /// <summary>ln Γ(2 + z) for |z| ≤ ½: forty terms leave (z/2)⁴¹/41, 2⁻⁸⁶ of it.</summary>
    private static Twofold LogGammaNearTwo(Twofold z) => Horner(KernelTables.LogGammaAtTwo, z) * z;

    /// <summary>
    /// ψ(x) for x from 2⁻⁸⁰: ψ(2 + z) by 53 terms, which leave 2⁻¹⁰⁶, and the recurrence ψ(x + 1) = ψ(x) + 1/x; from 24 on the asymptotic series, where eight terms
    /// leave 2⁻⁸⁰.
    /// </summary>
    private static Twofold DigammaPositive(Twofold x, out double radius)
    {
        if (x.Hi >= Far)
        {
            bool isHuge = x.Hi > 1e30;
            Twofold logarithm = LogMiddle(new Twofold(Mantissa(x.Hi, out int exponent), isHuge ? 0 : x.Lo * PowerOfTwo(-exponent)), exponent);
            radius = logarithm.Hi * 2 * LogError;
            if (isHuge)
            {
                return logarithm;
            }
            Twofold inverse = 1 / x, square = inverse * inverse, series = 0;
            for (int k = 8; k >= 1; k--)
            {
                series = (series + (Bernoulli(k) / (2 * k))) * square;
            }
            return logarithm - inverse.Scale(0.5) - series;
        }
        Twofold steps = 0;
        double size = 2;
        for (; x.Hi >= 2.5; size += Math.Abs(steps.Hi))
        {
            x -= 1;
            steps += 1 / x;
        }
        for (; x.Hi < 1.5; size += Math.Abs(steps.Hi))
        {
            steps -= 1 / x;
            x += 1;
        }
        radius = size * 1.262177448353619e-29; // 2⁻⁹⁶: 2⁻⁹⁸ of Horner's roundings, the others 2⁻¹⁰¹ each
        return Horner(KernelTables.DigammaAtTwo, x - 2) + steps;
    }

    private static Twofold Horner(double[] coefficients, Twofold z)
    {
        Twofold sum = 0;
        for (int i = coefficients.Length - 2; i >= 0; i -= 2)
        {
            sum = (sum * z) + new Twofold(coefficients[i], coefficients[i + 1]);
        }
        return sum;
    }

    /// <summary>B₂ₖ.</summary>
    private static Twofold Bernoulli(int k) => new(KernelTables.Bernoulli[(2 * k) - 2], KernelTables.Bernoulli[(2 * k) - 1]);
}
