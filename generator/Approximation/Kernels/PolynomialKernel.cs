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
        int x = centre is { } c ? kernel.Minus(kernel.Input, kernel.Constant(c)) : kernel.Input;
        bool isOfSquare = IsOfSquare(powers), isLifted = isOfSquare && IsLifted(powers);
        int first = isLifted ? 1 : 0; // index of the lowest power that Horner ends with
        int parity = powers[first] & 1;
        int argument = isOfSquare ? kernel.Times(x, x) : x;
        int last = powers.Count - 1;
        int sum = kernel.Constant(coefficients[last]);
        for (int power = powers[last], j = last - 1; power > (isOfSquare ? parity : 0);)
        {
            power -= isOfSquare ? 2 : 1;
            bool isThere = j >= first && powers[j] == power;
            sum = isThere ? kernel.MultiplyAdd(sum, argument, kernel.Constant(coefficients[j])) : kernel.Times(sum, argument);
            j -= isThere ? 1 : 0;
        }
        if (isLifted)
        {
            sum = kernel.MultiplyAdd(sum, x, kernel.Constant(coefficients[0]));
        }
        else if (isOfSquare && parity == 1)
        {
            sum = kernel.Times(sum, x);
        }
        return kernel.Build(isSingle, sum);
    }

    /// <summary>True when steps go by x².</summary>
    public static bool IsOfSquare(IReadOnlyList<int> powers) => powers.Count > 1 && (powers.All(p => (p & 1) == (powers[0] & 1)) || (powers.Count > 2 && IsLifted(powers)));

    /// <summary>True for a constant and odd powers.</summary>
    public static bool IsLifted(IReadOnlyList<int> powers) => powers[0] == 0 && powers.Count > 1 && powers.Skip(1).All(static p => (p & 1) == 1);
}
