using System;

namespace Proxima;

/// <content>The logarithm of the gamma function.</content>
public static partial class Special
{
    private const double HalfLogTwoPiMinusHalf = 0.41893853320467274;

    /// <summary>ln Γ(x)/((x − 1)(x − 2)) for x from ¾ to 3/2, as a polynomial of (x − 9/8)/(3/8).</summary>
    private static ReadOnlySpan<double> LogGammaBelow =>
    [
        0.5487833977237905, -0.07918246284681596, 0.016819201187235042, -0.004162156505750583,
        0.0011130018726315223, -0.00031142425571185477, 8.97231053283003e-05, -2.6380323796078947e-05,
        7.873271441272341e-06, -2.377053485998536e-06, 7.243008927643757e-07, -2.223722218970588e-07,
        6.87155085274622e-08, -2.134706668279618e-08, 6.644134169819019e-09, -2.0804231319129274e-09,
        6.760591215910554e-10, -2.1460545664657036e-10, 5.168370533104217e-11, -1.5815365701967142e-11,
        1.1858139498810818e-11, -3.889143502047293e-12,
    ];

    /// <summary>ln Γ(x)/((x − 1)(x − 2)) for x from 3/2 to 5/2, as a polynomial of 2(x − 2).</summary>
    private static ReadOnlySpan<double> LogGammaAbove =>
    [
        0.42278433509846713, -0.050158650837176966, 0.008241250155288966, -0.0015480240241709283,
        0.0003124150727932429, -6.587908856955386e-05, 1.4302764414500334e-05, -3.169588975938308e-06,
        7.130962184970303e-07, -1.6229545709362817e-07, 3.7274409209018914e-08, -8.623138738014243e-09,
        2.007138673034222e-09, -4.707445038570993e-10, 1.1067840318890105e-10, -2.50500703795846e-11,
        5.895301086211702e-12, -1.927209520143327e-12, 4.659516606804278e-13,
    ];

    /// <summary>B₂ₖ/(2k(2k − 1)): the series of Stirling (1730), as in Abramowitz, Stegun 1964, 6.1.41.</summary>
    private static ReadOnlySpan<double> Stirling =>
    [
        0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
        0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
    ];

    /// <summary>
    /// ln |Γ(x)|. For positive x at most 4 ulp, also next to its zeros at 1 and 2. For negative x the error is at most 5 ulp of the larger of 1, ln |Γ(−x)| and ln |x·sin πx|:
    /// next to the zeros between −3 and −2, −4 and −3 … (Γ = ±1) the result is small and its relative error is not.
    /// +∞ at the poles 0, −1, −2 …, at ±∞ and where it overflows (from 2.6e305 on).
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The logarithm of the size of Γ(x).</returns>
    public static double LogGamma(double x)
    {
        if (x >= 8)
        {
            double inverse = 1 / x;
            return ((x - 0.5) * (Math.Log(x) - 1)) + (HalfLogTwoPiMinusHalf + (inverse * Polynomial(Stirling, inverse * inverse)));
        }
        if (x >= 2.5)
        {
            // Γ(x) = (x − 1)(x − 2)…(x − n)·Γ(x − n), exact differences.
            double product = 1;
            while (x >= 2.5)
            {
                x -= 1;
                product *= x;
            }
            return Math.Log(product) + LogGammaNearZeros(x - 1);
        }
        if (x >= 0.75)
        {
            return LogGammaNearZeros(x - 1);
        }
        if (x >= -0.25)
        {
            return LogGammaNearZeros(x) - Math.Log(Math.Abs(x)); // Γ(x) = Γ(1 + x)/x
        }
        return double.IsNaN(x) ? x : LogGammaReflected(x);
    }

    /// <inheritdoc cref="LogGamma(double)"/>
    public static float LogGamma(float x) => (float)LogGamma((double)x);

    /// <summary>ln Γ(1 + a) for a from −¼ to 3/2, its zeros at 0 and 1 as factors; 0 + makes −0 positive.</summary>
    private static double LogGammaNearZeros(double a) =>
        0 + (a * (a - 1) * (a < 0.5 ? Polynomial(LogGammaBelow, (a - 0.125) * (8.0 / 3)) : Polynomial(LogGammaAbove, 2 * (a - 1))));

    /// <summary>Γ(x)·Γ(−x) = −π/(x·sin πx) (Euler 1749).</summary>
    private static double LogGammaReflected(double x)
    {
        double fraction = Math.Abs(x - Math.Round(x));
        if (fraction == 0 || double.IsInfinity(x))
        {
            return double.PositiveInfinity;
        }
        return Math.Log(Math.PI / (-x * Math.Sin(Math.PI * fraction))) - LogGamma(-x);
    }
}
