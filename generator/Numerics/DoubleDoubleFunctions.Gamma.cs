using System;

namespace Proxima.Generator.Numerics;

/// <summary>
/// The logarithm of the gamma function and its derivatives: upwards by the recurrence to where the asymptotic series has 110 bits. The error is relative
/// to the terms: next to zeros (of ln Γ at 1 and 2, of ψ at 1.46, and for negative arguments) the relative error is larger.
/// </summary>
internal static partial class DoubleDoubleFunctions
{
    /// <summary>From here on seventeen Bernoulli numbers give 2⁻¹¹⁰ (with the order added for higher derivatives).</summary>
    private const int Far = 30;

    /// <summary>B₂, B₄ … B₃₄: quotients of whole numbers below 2⁵³.</summary>
    private static readonly DoubleDouble[] BernoulliNumbers =
    [
        Quotient(1, 6), Quotient(-1, 30), Quotient(1, 42), Quotient(-1, 30), Quotient(5, 66), Quotient(-691, 2730), Quotient(7, 6), Quotient(-3617, 510),
        Quotient(43867, 798), Quotient(-174611, 330), Quotient(854513, 138), Quotient(-236364091, 2730), Quotient(8553103, 6), Quotient(-23749461029, 870),
        Quotient(8615841276005, 14322), Quotient(-7709321041217, 510), Quotient(2577687858367, 6),
    ];

    /// <summary>ln |Γ(x)|.</summary>
    public static DoubleDouble LogGamma(DoubleDouble x)
    {
        if (x.IsNaN || double.IsInfinity(x.Hi))
        {
            return x.Abs();
        }
        if (!(x.Hi > 0))
        {
            if (IsWhole(x))
            {
                return double.PositiveInfinity;
            }
            return x.Hi > -0.5 ? LogGamma(x + 1) - Log(-x) : Log(DoubleDoubleConstants.Pi / (-x * SinPi(x).Abs())) - LogGamma(-x);
        }
        DoubleDouble product = 1;
        for (; x.Hi < Far; x += 1)
        {
            product *= x;
        }
        DoubleDouble inverse = 1 / x, square = inverse * inverse, series = 0;
        for (int k = BernoulliNumbers.Length; k >= 1; k--)
        {
            series = (series * square) + (BernoulliNumbers[k - 1] / (2 * k * ((2 * k) - 1)));
        }
        DoubleDouble logarithm = ((x - 0.5) * Log(x)) - x + DoubleDoubleConstants.HalfLogTwoPi + (series * inverse);
        return x.Hi > 1e306 ? (x - 0.5) * (Log(x) - 1) : logarithm - Log(product); // ∞ − ∞ at the end of the range
    }

    /// <summary>ψ(x).</summary>
    public static DoubleDouble Digamma(DoubleDouble x)
    {
        if (!(x.Hi > 0))
        {
            if (x.IsZero)
            {
                return x.IsNegative ? double.PositiveInfinity : double.NegativeInfinity;
            }
            return x.IsNaN || IsWhole(x) ? double.NaN : Digamma(1 - x) - (DoubleDoubleConstants.Pi / TanPi(x));
        }
        if (double.IsInfinity(x.Hi))
        {
            return x;
        }
        DoubleDouble steps = 0;
        for (; x.Hi < Far; x += 1)
        {
            steps += 1 / x;
        }
        DoubleDouble inverse = 1 / x, square = inverse * inverse, series = 0;
        for (int k = BernoulliNumbers.Length; k >= 1; k--)
        {
            series = (series + (BernoulliNumbers[k - 1] / (2 * k))) * square;
        }
        return Log(x) - inverse.Scale(0.5) - series - steps;
    }

    /// <summary>The derivative of order n of ψ, n from 0: (−1)ⁿ⁺¹·n!·Σ 1/(x + k)ⁿ⁺¹ for positive x, else by reflection.</summary>
    public static DoubleDouble Polygamma(int n, DoubleDouble x)
    {
        if (n == 0)
        {
            return Digamma(x);
        }
        bool isEven = n % 2 == 0;
        if (x.IsNaN || double.IsNegativeInfinity(x.Hi))
        {
            return double.NaN;
        }
        if (x.Hi > 0)
        {
            return isEven ? -Hurwitz(n, x) : Hurwitz(n, x);
        }
        if (IsWhole(x))
        {
            return !isEven ? double.PositiveInfinity : !x.IsZero ? double.NaN : x.IsNegative ? double.PositiveInfinity : double.NegativeInfinity;
        }
        DoubleDouble cotangent = 1 / TanPi(x), value = 0;
        foreach (DoubleDouble coefficient in CotangentDerivative(n))
        {
            value = (value * cotangent) + coefficient;
        }
        return -(Hurwitz(n, 1 - x) + value);
    }

    /// <summary>n!·Σ 1/(x + k)ⁿ⁺¹: Euler and Maclaurin's formula from n + 30 on.</summary>
    private static DoubleDouble Hurwitz(int n, DoubleDouble x)
    {
        DoubleDouble steps = 0;
        for (; x.Hi < Far + n; x += 1)
        {
            steps += FactorialOverPower(n, x);
        }
        DoubleDouble inverse = 1 / x, ratio = 1, series = 1 + (inverse * n).Scale(0.5);
        for (int k = 1; k <= BernoulliNumbers.Length; k++)
        {
            ratio *= inverse * inverse * ((double)(n + (2 * k) - 2) * (n + (2 * k) - 1)) / (2 * k * ((2 * k) - 1));
            series += ratio * BernoulliNumbers[k - 1];
        }
        return (FactorialOverPower(n - 1, x) * series) + steps;
    }

    private static DoubleDouble FactorialOverPower(int n, DoubleDouble x)
    {
        DoubleDouble value = 1 / x;
        for (int j = 1; j <= n; j++)
        {
            value *= j / x;
        }
        return value;
    }

    /// <summary>The derivative of order n of π·cot πx as a polynomial of c = cot πx, highest power first: P ↦ −π(1 + c²)·P′ from π·c on.</summary>
    private static DoubleDouble[] CotangentDerivative(int n)
    {
        DoubleDouble[] polynomial = [DoubleDoubleConstants.Pi, 0];
        for (int order = 1; order <= n; order++)
        {
            DoubleDouble[] next = new DoubleDouble[order + 2];
            for (int i = 0; i < order; i++)
            {
                DoubleDouble slope = -DoubleDoubleConstants.Pi * polynomial[i] * (order - i); // of the power order − i
                next[i] += slope;
                next[i + 2] += slope;
            }
            polynomial = next;
        }
        return polynomial;
    }

    private static bool IsWhole(DoubleDouble x) => Math.Floor(x.Hi) == x.Hi && Math.Floor(x.Lo) == x.Lo;

    private static DoubleDouble Quotient(double numerator, double denominator) => (DoubleDouble)numerator / denominator;
}
