using System;

namespace Proxima;

/// <content>The first derivative of the logarithm of the gamma function.</content>
public static partial class Special
{
    // The zero of ψ, less one, in two parts.
    private const double DigammaZeroMinusOne = 0.46163214496836225;
    private const double DigammaZeroRest = 9.549995429965697e-17;

    /// <summary>ψ(x)/(x − x₀), x₀ its zero, for x from 1 to 2, as a polynomial of 2x − 3.</summary>
    private static ReadOnlySpan<double> DigammaQuotient =>
    [
        0.9510558760318328, -0.2118137106407303, 0.06013562106019684, -0.018550615381735008,
        0.005936795278301761, -0.0019350666648613071, 0.0006368880303865817, -0.00021074841138175561,
        6.995018825112794e-05, -2.3258242519113285e-05, 7.741234508636364e-06, -2.578093954045772e-06,
        8.589060721930695e-07, -2.863161166883193e-07, 9.543298288278275e-08, -3.162911147408454e-08,
        1.0527692435026686e-08, -3.7083753242807277e-09, 1.2469984616707403e-09, -2.7580994814377e-10,
        8.734528429142953e-11, -8.50550766013261e-11, 2.918622732168261e-11,
    ];

    /// <summary>B₂ₖ/2k: ψ(x) = ln x − 1/(2x) − Σ B₂ₖ/(2k·x²ᵏ) (Abramowitz, Stegun 1964, 6.3.18).</summary>
    private static ReadOnlySpan<double> DigammaSeries =>
    [
        0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667,
        0.007575757575757576, -0.021092796092796094, 0.08333333333333333, -0.4432598039215686,
    ];

    /// <summary>
    /// ψ(x), the derivative of <see cref="LogGamma(double)"/>. For positive x at most 4 ulp, also next to its zero at 1.4616…. For negative x the error is
    /// at most 5 ulp of the larger of ψ(1 − x) and π·cot πx, whose difference it is: next to its zeros there the relative error is not small.
    /// ψ(+0) = −∞, ψ(−0) = ∞, NaN at −1, −2 … (the sides differ) and −∞.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The derivative.</returns>
    public static double Digamma(double x)
    {
        if (x >= 10)
        {
            double inverse = 1 / x;
            double square = inverse * inverse;
            return Math.Log(x) - ((0.5 * inverse) + (square * Polynomial(DigammaSeries, square)));
        }
        if (x >= 1)
        {
            double steps = 0;
            while (x >= 2)
            {
                x -= 1;
                steps += 1 / x;
            }
            return DigammaAboveOne(x - 1) + steps;
        }
        if (x > -1)
        {
            // ψ(x) = ψ(1 + x) − 1/x; below 0 by reflection: ψ(x) = ψ(1 − x) − π·cot πx.
            return x >= 0 ? DigammaAboveOne(x) - (1 / x) : DigammaAboveOne(-x) - (Math.PI * CotangentPi(x));
        }
        return double.IsNaN(x) || double.IsInfinity(x) || x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI * CotangentPi(x));
    }

    /// <inheritdoc cref="Digamma(double)"/>
    public static float Digamma(float x) => (float)Digamma((double)x);

    /// <summary>ψ(1 + a) for a from 0 to 1.</summary>
    private static double DigammaAboveOne(double a) => (a - DigammaZeroMinusOne - DigammaZeroRest) * Polynomial(DigammaQuotient, (2 * a) - 1);

    /// <summary>cot πx for x that is no whole number, from the exact distance to the nearest whole number or to the zero half way.</summary>
    private static double CotangentPi(double x)
    {
        double fraction = x - Math.Round(x);
        double size = Math.Abs(fraction);
        double value = size < 0.25 ? 1 / Math.Tan(Math.PI * size) : Math.Tan(Math.PI * (0.5 - size));
        return fraction < 0 ? -value : value;
    }
}
