using System;

namespace Proxima;

/// <content>Logistic functions.</content>
public static partial class Special
{
    /// <summary>1/(1 + e^(−x)), computed by the exponential that does not overflow. At most 2 ulp. 0 at −∞, 1 at ∞.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double Sigmoid(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float x) => (float)Sigmoid((double)x);

    /// <summary>ln(1 + eˣ), which neither overflows nor loses the small values. At most 3 ulp. 0 at −∞, ∞ at ∞.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>A positive number.</returns>
    public static double SoftPlus(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        double sum = 1 + small;
        double logarithm = sum == 1 ? small : Math.Log(sum) * (small / (sum - 1)); // ln(1 + e) without the rounding of 1 + e (Kahan 1979)
        return x > 0 ? x + logarithm : logarithm;
    }

    /// <inheritdoc cref="SoftPlus(double)"/>
    public static float SoftPlus(float x) => (float)SoftPlus((double)x);

    /// <summary>
    /// ln Σ e^xᵢ, computed with the largest element taken out so that nothing overflows. −∞ for no elements. The error is a few ulp of the larger of
    /// the result and the largest element, and an ulp of the sum for every element.
    /// </summary>
    /// <param name="x">The exponents.</param>
    /// <returns>The logarithm of the sum.</returns>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity;
        foreach (double element in x)
        {
            largest = Math.Max(largest, element);
        }
        double shift = double.IsFinite(largest) ? largest : 0; // not ∞ − ∞
        double sum = 0;
        foreach (double element in x)
        {
            sum += Math.Exp(element - shift);
        }
        return shift + Math.Log(sum);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    public static float LogSumExp(ReadOnlySpan<float> x)
    {
        double largest = double.NegativeInfinity;
        foreach (float element in x)
        {
            largest = Math.Max(largest, element);
        }
        double shift = double.IsFinite(largest) ? largest : 0;
        double sum = 0;
        foreach (float element in x)
        {
            sum += Math.Exp(element - shift);
        }
        return (float)(shift + Math.Log(sum));
    }
}
