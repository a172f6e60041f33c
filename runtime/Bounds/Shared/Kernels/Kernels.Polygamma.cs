using System;

namespace Proxima;

/// <content>The derivatives of ψ: |ψ⁽ⁿ⁾(x)| = n!·Σ 1/(x + k)ⁿ⁺¹ for positive x.</content>
internal static partial class Kernels
{
    private const double FarthestStep = 400; // below −400 the steps would be many

    /// <summary>ψ⁽ⁿ⁾(x) for n ≥ 1 and x that is no pole; its limits at +0 and infinity.</summary>
    public static Interval Polygamma(int n, double x)
    {
        if (x == 0 || double.IsInfinity(x))
        {
            return Alternating(n, x == 0 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : default);
        }
        if (x < -FarthestStep)
        {
            return PolygammaFarBelow(n, x);
        }
        if (IsMiddleOrder(n, x))
        {
            Twofold sum = Hurwitz(n, x, out double radius);
            return Alternating(n, Within(sum, radius));
        }
        double mantissa = Mantissa(x, out int k);
        if (x > 0 && -k * (n + 1) > 90 && n <= 41)
        {
            // n!/xⁿ⁺¹, to which the other terms add less than 2·n!, 2⁻⁸⁰ of it.
            return Alternating(n, Scaled(FactorialOverPowerMiddle(n, mantissa), 8 * TwoTo80Less, -k * (n + 1)));
        }
        if (k > 50 && x > 0 && n <= 41)
        {
            // (n − 1)!/xⁿ·(1 + n/(2x)) to 2⁻⁹², by Euler and Maclaurin.
            return Alternating(n, Scaled(FactorialOverPowerMiddle(n - 1, mantissa) * (1 + new Twofold(0.5 * n / x)), 8 * TwoTo80Less, -k * n));
        }
        return Alternating(n, x > 0 ? HurwitzCrude(n, x) : HurwitzBelow(n, x));
    }

    /// <summary>A magnitude with the sign of (−1)ⁿ⁺¹.</summary>
    private static Interval Alternating(int n, Interval magnitude) => (n & 1) != 0 ? magnitude : -magnitude;

    /// <summary>
    /// n!·Σ 1/(x + k)ⁿ⁺¹, for negative x too: term by term up to n + 12, then Euler and Maclaurin's formula, whose remainder is less than the first term left out.
    /// Each term is within (n + 30)·2⁻¹⁰⁰, its argument's 2⁻¹⁰² counting n + 1 times; the radius is relative to the sum of their magnitudes, for they may cancel.
    /// </summary>
    private static Twofold Hurwitz(int n, Twofold x, out double radius)
    {
        Twofold steps = 0;
        double size = 0;
        for (; x.Hi < 12 + n; x += 1)
        {
            Twofold step = FactorialOverPowerMiddle(n, x);
            size += Math.Abs(step.Hi);
            steps += step;
        }
        Twofold inverse = 1 / x, square = inverse * inverse, ratio = 1, series = 1 + (inverse * n).Scale(0.5);
        double left = 0;
        for (int k = 1; k <= 18; k++)
        {
            ratio = ratio * square * ((double)(n + (2 * k) - 2) * (n + (2 * k) - 1)) / (2 * k * ((2 * k) - 1));
            Twofold term = ratio * Bernoulli(k);
            left = Math.Abs(term.Hi);
            if (k == 18 || left < TwoTo80Less)
            {
                break;
            }
            series += term;
        }
        Twofold rest = FactorialOverPowerMiddle(n - 1, x) * series;
        radius = (2 * left * rest.Hi) + ((size + rest.Hi) * (n + 1) * TwoTo80Less);
        return rest + steps;
    }

    /// <summary>n!/xⁿ⁺¹ in the middle of the exponents.</summary>
    private static Twofold FactorialOverPowerMiddle(int n, Twofold x)
    {
        Twofold inverse = 1 / x, value = inverse;
        for (int j = 1; j <= n; j++)
        {
            value = value * inverse * j;
        }
        return value;
    }

    /// <summary>Whether n!/(x + k)ⁿ⁺¹ stays between 2⁻⁴⁵⁰ and 2⁴⁵⁰ for every k that is used: 41! is below 2¹⁶⁵.</summary>
    private static bool IsMiddleOrder(int n, double x)
    {
        double nearest = x > 0 ? x : Math.Min(x - Math.Floor(x), Math.Ceiling(x) - x);
        Mantissa(nearest, out int near);
        Mantissa(x, out int far);
        return n <= 41 && (n + 1) * (Math.Max(far, 8) + 1) <= 450 && 165 - ((n + 1) * near) <= 450;
    }

    /// <summary>n!/xⁿ⁺¹ anywhere: factor by factor, rounded outwards.</summary>
    private static Interval FactorialOverPower(int n, Twofold x)
    {
        Interval argument = Within(x, TwoTo80Less * x.Hi);
        Interval value = Exact(1) / argument;
        for (int j = 1; j <= n; j++)
        {
            value = value * j / argument;
        }
        return value;
    }

    /// <summary>
    /// (n − 1)!/xⁿ + n!/(2xⁿ⁺¹) below and (n − 1)!/xⁿ + n!/xⁿ⁺¹ above: the sum as an integral by the trapezium and by its first term (convex, falling).
    /// </summary>
    private static Interval HurwitzCrude(int n, double x)
    {
        Interval shifted = FactorialOverPower(n, x);
        double next = x + 1;
        if (next != x)
        {
            // One term, and the same for x + 1, in whose double neighbours it lies.
            Interval argument = Interval.Raw(Neighbours.Below(next), Neighbours.Above(next));
            return shifted + Interval.Raw(IntegralBound(n, argument.Hi, 0.5).Lo, IntegralBound(n, argument.Lo, 1).Hi);
        }
        return Interval.Raw(IntegralBound(n, x, 0.5).Lo, IntegralBound(n, x, 1).Hi);
    }

    /// <summary>For negative x: the terms up to the first positive argument one by one.</summary>
    private static Interval HurwitzBelow(int n, double x)
    {
        Interval sum = default, argument = Exact(x);
        for (; argument.Lo < 0; argument += Exact(1))
        {
            Interval factor = Exact(1) / argument, term = factor;
            for (int j = 1; j <= n; j++)
            {
                term = term * factor * j;
            }
            sum += term;
        }
        return argument.Lo > 0
            ? sum + Interval.Raw(Alternating(n, Polygamma(n, argument.Hi)).Lo, Alternating(n, Polygamma(n, argument.Lo)).Hi)
            : Interval.Raw(double.NegativeInfinity, double.PositiveInfinity);
    }

    private static Interval IntegralBound(int n, double x, double share) => FactorialOverPower(n - 1, x) + (FactorialOverPower(n, x) * share);

    /// <summary>
    /// Far below, with f the distance to the pole above and 1 − f to the one below: the two nearest terms n!/fⁿ⁺¹ and n!/(1 − f)ⁿ⁺¹, and the others, whose distances
    /// are at
    /// least 1, 2, … on both sides, below 2·n!·ζ(n + 1) ≤ 4·n! in sum.
    /// </summary>
    private static Interval PolygammaFarBelow(int n, double x)
    {
        Interval above = Exact(Math.Ceiling(x)) - x, below = Exact(x) - Math.Floor(x);
        Interval first = Exact(1) / above, second = Exact(1) / below, factorial = Exact(1);
        Interval left = first, right = second;
        for (int j = 1; j <= n; j++)
        {
            left = left * first * j;
            right = right * second * j;
            factorial *= j;
        }
        return (n & 1) != 0
            ? left + right + (factorial * Interval.Raw(0, 4))
            : left - right + (factorial * Interval.Raw(-4, 4));
    }
}
