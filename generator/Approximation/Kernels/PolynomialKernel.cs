using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Sparse polynomials by Horner with fused multiply-adds: in x, or in x² when all powers have one parity, or are odd but for a constant, which is added last.
/// </summary>
internal static class PolynomialKernel
{
    /// <summary>Σ cⱼ·(x − centre)^pⱼ, the powers ascending; without a centre the argument is x itself.</summary>
    public static Kernel Of(IReadOnlyList<int> powers, IReadOnlyList<double> coefficients, bool isSingle, double? centre = null)
    {
        KernelBuilder kernel = new();
        int x = centre is { } c ? kernel.Minus(kernel.Input, kernel.Constant(c), "t") : kernel.Input;
        return kernel.Build(isSingle, Append(kernel, x, powers, [.. coefficients.Select(kernel.Constant)], IsLed(powers, coefficients)));
    }

    /// <summary>Adds the steps of Σ cⱼ·x^pⱼ.</summary>
    /// <param name="isLed">True when the lowest power is x itself, which is added last, so that it keeps its digits.</param>
    public static int Append(KernelBuilder kernel, int x, IReadOnlyList<int> powers, IReadOnlyList<int> coefficients, bool isLed = false)
    {
        bool isOfSquare = IsOfSquare(powers), isLifted = isOfSquare && IsLifted(powers);
        int first = isLifted || isLed ? 1 : 0; // index of the lowest power that Horner ends with
        int parity = powers[first] & 1;
        int argument = isOfSquare || isLed ? kernel.Times(x, x, "square") : x;
        int step = isOfSquare ? 2 : 1, low = isLed ? powers[0] + step : isOfSquare ? parity : 0;
        int last = powers.Count - 1;
        int sum = coefficients[last];
        int by = isOfSquare ? argument : x;
        for (int power = powers[last], j = last - 1; power > low;)
        {
            power -= step;
            bool isThere = j >= first && powers[j] == power;
            sum = isThere ? kernel.MultiplyAdd(sum, by, coefficients[j], "sum") : kernel.Times(sum, by, "sum");
            j -= isThere ? 1 : 0;
        }
        if (isLed)
        {
            int higher = isOfSquare ? kernel.Times(argument, x, "cube") : argument;
            return kernel.IsOne(coefficients[0]) ? kernel.MultiplyAdd(higher, sum, x, "sum") : kernel.MultiplyAdd(x, coefficients[0], kernel.Times(higher, sum, "rest"), "sum");
        }
        if (isLifted)
        {
            return kernel.MultiplyAdd(sum, x, coefficients[0], "sum");
        }
        return isOfSquare && parity == 1 ? kernel.Times(sum, x, "sum") : sum;
    }

    /// <summary>True for x + … .</summary>
    public static bool IsLed(IReadOnlyList<int> powers, IReadOnlyList<double> coefficients) => powers.Count > 1 && powers[0] == 1 && coefficients[0] == 1;

    /// <summary>True when steps go by x².</summary>
    public static bool IsOfSquare(IReadOnlyList<int> powers) => powers.Count > 1 && (powers.All(p => (p & 1) == (powers[0] & 1)) || (powers.Count > 2 && IsLifted(powers)));

    /// <summary>True for a constant and odd powers.</summary>
    public static bool IsLifted(IReadOnlyList<int> powers) => powers[0] == 0 && powers.Count > 1 && powers.Skip(1).All(static p => (p & 1) == 1);
}
