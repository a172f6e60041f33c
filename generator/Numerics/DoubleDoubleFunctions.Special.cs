using System;

namespace Proxima.Generator.Numerics;

/// <summary>The error functions, the normal distribution and the logistic functions.</summary>
internal static partial class DoubleDoubleFunctions
{
    /// <summary>A term below this share of the sum no longer reaches its last bit.</summary>
    private const double Negligible = 1e-34;

    /// <summary>2/√π·e^(−x²)·Σ 2ᵏ·x²ᵏ⁺¹/(1·3·…·(2k + 1)) (Abramowitz, Stegun 1964, 7.1.6): no term is negative.</summary>
    public static DoubleDouble Erf(DoubleDouble x)
    {
        if (Math.Abs(x.Hi) >= 2)
        {
            return x.IsNegative ? Erfc(-x) - 1 : 1 - Erfc(x);
        }
        DoubleDouble square = (x * x).Scale(2);
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int k = 1; Math.Abs(term.Hi) > Negligible * Math.Abs(sum.Hi); k++)
        {
            term *= square / ((2 * k) + 1);
            sum += term;
        }
        return DoubleDoubleConstants.TwoOverSqrtPi * Exp(-(x * x)) * sum;
    }

    /// <summary>
    /// e^(−x²)/√π·1/(x + ½/(x + 1/(x + (3/2)/(x + …)))) from 1 on (Laplace 1805): the remainder after N fractions is below e^(−4x·√(N/2)).
    /// </summary>
    public static DoubleDouble Erfc(DoubleDouble x)
    {
        if (!(x.Hi >= 1))
        {
            return x.Hi <= -2 ? 2 - Erfc(-x) : 1 - Erf(x);
        }
        if (x.Hi > 40)
        {
            return 0;
        }
        DoubleDouble fraction = x;
        for (int k = 20 + (int)(700 / (x.Hi * x.Hi)); k >= 1; k--)
        {
            fraction = x + (0.5 * k / fraction);
        }
        return Exp(-(x * x)) / (DoubleDoubleConstants.SqrtPi * fraction);
    }

    public static DoubleDouble NormalCdf(DoubleDouble x)
    {
        DoubleDouble scaled = x * DoubleDoubleConstants.SqrtHalf;
        return x.Hi < -1 ? Erfc(-scaled).Scale(0.5) : (1 + Erf(scaled)).Scale(0.5);
    }

    public static DoubleDouble NormalPdf(DoubleDouble x) => DoubleDoubleConstants.OverSqrtTwoPi * Exp((x * x).Scale(-0.5));

    public static DoubleDouble Sigmoid(DoubleDouble x)
    {
        DoubleDouble small = Exp(-x.Abs());
        return (x.IsNegative ? small : 1) / (1 + small);
    }

    public static DoubleDouble SoftPlus(DoubleDouble x)
    {
        DoubleDouble logarithm = LogP1(Exp(-x.Abs()));
        return x.Hi > 0 ? x + logarithm : logarithm;
    }
}
