using System;

namespace Proxima;

/// <summary>
/// Special functions: error functions, the normal distribution, the logarithm of the gamma function and its derivatives, logistic functions. Each has
/// a derivative rule, so models may call them. Remarks state the accuracy in ulps, measured by the tests against 50-digit references on thousands of
/// arguments and not proved. The <see langword="float"/> overloads compute in double precision and round once.
/// </summary>
/// <remarks>
/// The polynomials are interpolants at Chebyshev points, computed with 60 digits and cut where the first term left out is below 2⁻⁵⁷ of the result.
/// </remarks>
public static partial class Special
{
    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = coefficients[^1];
        for (int i = coefficients.Length - 2; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }
        return sum;
    }
}
