using System;
using System.Collections.Generic;

namespace Proxima.Generator.Approximation;

/// <summary>Sparse polynomials by Horner with fused multiply-adds: in x, or in x² when all powers have one parity.</summary>
internal static class PolynomialKernel
{
    /// <summary>Σ cⱼ·x^pⱼ, the powers ascending.</summary>
    public static Kernel Of(IReadOnlyList<int> powers, double[] coefficients, bool isSingle)
    {
        KernelBuilder kernel = new();
        int x = kernel.Input;
        int parity = powers[0] & 1;
        int stride = 1;
        foreach (int power in powers)
        {
            stride = (power & 1) == parity && stride != 0 ? stride : 0;
        }
        bool isOfSquare = stride == 1 && powers.Count > 1;
        int argument = isOfSquare ? kernel.Times(x, x) : x;
        int last = powers.Count - 1;
        int sum = kernel.Constant(coefficients[last]);
        for (int power = powers[last], j = last - 1; power > (isOfSquare ? parity : 0);)
        {
            power -= isOfSquare ? 2 : 1;
            bool isThere = j >= 0 && powers[j] == power;
            sum = isThere ? kernel.MultiplyAdd(sum, argument, kernel.Constant(coefficients[j])) : kernel.Times(sum, argument);
            j -= isThere ? 1 : 0;
        }
        sum = isOfSquare && parity == 1 ? kernel.Times(sum, x) : sum;
        return kernel.Build(isSingle, sum);
    }
}
