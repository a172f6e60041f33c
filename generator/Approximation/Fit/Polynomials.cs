using System.Collections.Generic;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>Values of sparse polynomials to 100 bits.</summary>
internal static class Polynomials
{
    public static DoubleDouble Power(double x, int n)
    {
        DoubleDouble power = 1, factor = x;
        for (int rest = n; rest > 0; rest >>= 1)
        {
            power = (rest & 1) != 0 ? power * factor : power;
            factor *= factor;
        }
        return power;
    }

    /// <summary>Σ cⱼ·x^pⱼ by Horner, the powers ascending.</summary>
    public static DoubleDouble Value(IReadOnlyList<int> powers, DoubleDouble[] coefficients, double x)
    {
        DoubleDouble sum = 0;
        for (int j = powers.Count - 1; j >= 0; j--)
        {
            sum = coefficients[j] + (sum.IsZero ? 0 : sum * Power(x, powers[j + 1] - powers[j]));
        }
        return sum * Power(x, powers[0]);
    }
}
