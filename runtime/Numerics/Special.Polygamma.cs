using System;

namespace Proxima;

/// <content>The higher derivatives of the logarithm of the gamma function.</content>
public static partial class Special
{
    private const int LargestOrder = 170; // 171! is beyond the range of double

    /// <summary>B₂ₖ, the numbers of Bernoulli (1713).</summary>
    private static ReadOnlySpan<double> Bernoulli =>
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
    ];

    /// <summary>
    /// ψ′(x), the second derivative of <see cref="LogGamma(double)"/>, positive everywhere. At most 4 ulp. ∞ at the poles 0, −1, −2 …; ψ′(∞) = 0, NaN at −∞.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The derivative.</returns>
    public static double Trigamma(double x) => Polygamma(1, x);

    /// <inheritdoc cref="Trigamma(double)"/>
    public static float Trigamma(float x) => (float)Trigamma((double)x);

    /// <summary>
    /// ψ⁽ⁿ⁾(x), the derivative of order n of <see cref="Digamma(double)"/>. For positive x at most n + 4 ulp; for negative x of the larger term of the reflection.
    /// At the poles 0, −1, −2 …: ∞ for odd n; for even n NaN, but −∞ at +0 and ∞ at −0. Zero at ∞, NaN at −∞.
    /// </summary>
    /// <param name="n">The order, from 0 (the digamma function) to 170.</param>
    /// <param name="x">The argument.</param>
    /// <returns>The derivative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative or above 170, where n! leaves the range of double.</exception>
    public static double Polygamma(int n, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, LargestOrder);
        if (n == 0)
        {
            return Digamma(x);
        }
        bool isEven = n % 2 == 0;
        if (x > 0)
        {
            return isEven ? -HurwitzTerm(n, x) : HurwitzTerm(n, x);
        }
        if (double.IsNaN(x) || double.IsNegativeInfinity(x))
        {
            return double.NaN;
        }
        if (x == Math.Floor(x))
        {
            return !isEven ? double.PositiveInfinity : x == 0 ? double.NegativeInfinity * Math.CopySign(1, x) : double.NaN;
        }
        // ψ(x) = ψ(1 − x) − π·cot πx, n times.
        return -(HurwitzTerm(n, 1 - x) + CotangentDerivative(n, CotangentPi(x)));
    }

    /// <inheritdoc cref="Polygamma(int, double)"/>
    public static float Polygamma(int n, float x) => (float)Polygamma(n, (double)x);

    /// <summary>n!·Σ 1/(x + k)ⁿ⁺¹ over k from 0, for positive x: terms up to x + k ≥ n + 10, the rest by Euler and Maclaurin's formula (1736), smallest first.</summary>
    private static double HurwitzTerm(int n, double x)
    {
        int count = x >= n + 10 ? 0 : (int)Math.Ceiling(n + 10 - x);
        double last = x + count;
        double inverse = 1 / last;
        double ratio = 1;
        double correction = 0;
        for (int k = 1; k <= Bernoulli.Length; k++)
        {
            ratio *= inverse * inverse * (n + (2 * k) - 2) * (n + (2 * k) - 1) / ((2 * k) * ((2 * k) - 1));
            correction += ratio * Bernoulli[k - 1];
        }
        double sum = FactorialOverPower(n - 1, last) * (1 + ((0.5 * n * inverse) + correction));
        for (int k = count - 1; k >= 0; k--)
        {
            sum += FactorialOverPower(n, x + k);
        }
        return sum;
    }

    /// <summary>n!/xⁿ⁺¹, factor by factor: neither n! nor the power need be in range.</summary>
    private static double FactorialOverPower(int n, double x)
    {
        double value = 1 / x;
        for (int j = 1; j <= n; j++)
        {
            value *= j / x;
        }
        return value;
    }

    /// <summary>The derivative of order n of π·cot πx as a polynomial of c = cot πx: P₀ = c, Pₙ₊₁ = −(1 + c²)·Pₙ′, times πⁿ⁺¹.</summary>
    private static double CotangentDerivative(int n, double c)
    {
        Span<double> polynomial = stackalloc double[LargestOrder + 2];
        polynomial.Clear();
        polynomial[1] = Math.PI;
        for (int order = 1; order <= n; order++)
        {
            double below = 0;
            for (int i = 0; i <= order + 1; i++)
            {
                // Coefficient i of −π(1 + c²)·P′: from cⁱ⁺¹ and, still unchanged in 'below', from cⁱ⁻¹.
                double above = i < order ? (i + 1) * polynomial[i + 1] : 0;
                double own = polynomial[i];
                polynomial[i] = -Math.PI * (above + (i > 0 ? (i - 1) * below : 0));
                below = own;
            }
        }
        double value = 0;
        for (int i = n + 1; i >= 0; i--)
        {
            value = (value * c) + polynomial[i];
        }
        return value;
    }
}
