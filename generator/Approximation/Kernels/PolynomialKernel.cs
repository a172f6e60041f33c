using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Sparse polynomials with fused multiply-adds: in x, or in x² when all powers have one parity, or are odd but for a constant, which is added last; by Horner, or by
/// halves, which takes more operations and fewer after one another (Estrin 1960).
/// </summary>
internal static class PolynomialKernel
{
    /// <summary>Σ cⱼ·(x − centre)^pⱼ, the powers ascending; without a centre the argument is x itself.</summary>
    public static Kernel Of(IReadOnlyList<int> powers, IReadOnlyList<double> coefficients, bool isSingle, double? centre = null, bool isBalanced = false)
    {
        KernelBuilder kernel = new();
        int x = centre is { } c ? kernel.Minus(kernel.Input, kernel.Constant(c), "t") : kernel.Input;
        return kernel.Build(isSingle, Append(kernel, x, powers, [.. coefficients.Select(kernel.Constant)], IsLed(powers, coefficients), isBalanced));
    }

    /// <summary>Adds the steps of Σ cⱼ·x^pⱼ.</summary>
    /// <param name="isLed">True when the lowest power is x itself, which is added last, so that it keeps its digits.</param>
    /// <param name="isBalanced">True for halves.</param>
    public static int Append(KernelBuilder kernel, int x, IReadOnlyList<int> powers, IReadOnlyList<int> coefficients, bool isLed = false, bool isBalanced = false)
    {
        bool isOfSquare = IsOfSquare(powers), isLifted = isOfSquare && IsLifted(powers);
        int first = isLifted || isLed ? 1 : 0; // index of the lowest power that Horner ends with
        int parity = powers[first] & 1;
        int argument = isOfSquare || isLed ? kernel.Times(x, x, "square") : x;
        int step = isOfSquare ? 2 : 1, low = isLed ? powers[0] + step : isOfSquare ? parity : 0;
        int?[] terms = new int?[((powers[powers.Count - 1] - low) / step) + 1]; // of 1, y, y², … with y = x or x²
        for (int j = first; j < powers.Count; j++)
        {
            terms[(powers[j] - low) / step] = coefficients[j];
        }
        int by = isOfSquare ? argument : x;
        int sum = isBalanced ? Halves(kernel, by, terms) : Horner(kernel, by, terms);
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

    private static int Horner(KernelBuilder kernel, int y, int?[] terms)
    {
        int sum = terms[terms.Length - 1]!.Value;
        for (int i = terms.Length - 2; i >= 0; i--)
        {
            sum = terms[i] is { } term ? kernel.MultiplyAdd(sum, y, term, "sum") : kernel.Times(sum, y, "sum");
        }
        return sum;
    }

    /// <summary>Pairs a + b·y, pairs of these with y², and so on.</summary>
    private static int Halves(KernelBuilder kernel, int y, int?[] terms)
    {
        while (terms.Length > 1)
        {
            int?[] pairs = new int?[(terms.Length + 1) / 2];
            for (int i = 0; i < pairs.Length; i++)
            {
                int? low = terms[2 * i], high = (2 * i) + 1 < terms.Length ? terms[(2 * i) + 1] : null;
                if (high is { } factor)
                {
                    pairs[i] = low is { } term ? kernel.MultiplyAdd(factor, y, term, "pair") : kernel.Times(factor, y, "pair");
                }
                else
                {
                    pairs[i] = low;
                }
            }
            terms = pairs;
            y = terms.Length > 1 ? kernel.Times(y, y, "power") : y;
        }
        return terms[0]!.Value;
    }

    /// <summary>True for x + … .</summary>
    public static bool IsLed(IReadOnlyList<int> powers, IReadOnlyList<double> coefficients) => powers.Count > 1 && powers[0] == 1 && coefficients[0] == 1;

    /// <summary>True when steps go by x².</summary>
    public static bool IsOfSquare(IReadOnlyList<int> powers) => powers.Count > 1 && (powers.All(p => (p & 1) == (powers[0] & 1)) || (powers.Count > 2 && IsLifted(powers)));

    /// <summary>True for a constant and odd powers.</summary>
    public static bool IsLifted(IReadOnlyList<int> powers) => powers[0] == 0 && powers.Count > 1 && powers.Skip(1).All(static p => (p & 1) == 1);
}
