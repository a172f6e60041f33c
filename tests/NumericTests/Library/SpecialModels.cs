using System;
using Proxima;

namespace NumericTests.Library;

/// <summary>Models that call <see cref="Special"/>.</summary>
public static partial class SpecialModels
{
    /// <summary>The price of a call option (Black, Scholes 1973).</summary>
    [Gradient, Hessian, Batch]
    public static double Option(double price, double strike, double volatility, double rate, double years)
    {
        double spread = volatility * Math.Sqrt(years);
        double d = (Math.Log(price / strike) + (rate * years)) / spread + (spread / 2);
        return (price * Special.NormalCdf(d)) - (strike * Math.Exp(-rate * years) * Special.NormalCdf(d - spread));
    }

    [Gradient, Hessian, Batch]
    public static double Errors(double x, double y) => (Special.Erf(x) * Special.Erfc(y)) + Special.NormalPdf(x - y);

    /// <summary>The log-likelihood of a beta density.</summary>
    [Gradient, Hessian, Batch]
    public static double Beta(double a, double b, double x) =>
        Special.LogGamma(a + b) - Special.LogGamma(a) - Special.LogGamma(b) + ((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x));

    [Gradient, Hessian]
    public static double Polygammas(double x, int n) => Special.Digamma(x) + (Special.Trigamma(x) * Special.Polygamma(n, x));

    [Gradient, Hessian, Batch]
    public static double Logistic(double x, double y) => Special.SoftPlus(x * y) - (y * Special.Sigmoid(x));

    [Gradient, Hessian, Batch]
    public static double Small(double x, double y) => Special.ExpM1(x * y) * Special.LogP1(x * x);

    [Gradient, Hessian]
    public static double LogSumExp(ReadOnlySpan<double> x) => Special.LogSumExp(x);

    [Gradient]
    public static double Mixture(double[] weights, double x)
    {
        Span<double> terms = stackalloc double[3];
        for (int k = 0; k < 3; k++)
        {
            terms[k] = weights[k] - ((x - k) * (x - k));
        }
        return Special.LogSumExp(terms) - Special.LogSumExp(weights);
    }

    [Gradient]
    public static float Single(float x, ReadOnlySpan<float> y) => Special.Erf(x) + Special.LogGamma(x) + Special.Polygamma(1, x) + Special.LogSumExp(y);
}

/// <summary>A type of the user's own hides the name of the library's.</summary>
public static partial class HiddenSpecial
{
    [Gradient]
    public static double F(double x) => Proxima.Special.Erf(x) + Special.Offset;

    private static class Special
    {
        public const double Offset = 2;
    }
}
