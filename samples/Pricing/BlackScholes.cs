using System;
using Proxima;

namespace Samples.Pricing;

/// <summary>A European call after Black and Scholes (1973). The price is written once; every sensitivity is generated.</summary>
public static partial class BlackScholes
{
    /// <summary>The price. Its derivatives are the Greeks: delta, dual delta, vega, rho and, with the sign turned, theta.</summary>
    /// <param name="spot">What the share costs today.</param>
    /// <param name="strike">What it may be bought for later.</param>
    /// <param name="volatility">How much its logarithm scatters in a year.</param>
    /// <param name="rate">The rate of interest, continuously compounded.</param>
    /// <param name="years">The time until then.</param>
    /// <returns>The price of one call.</returns>
    [Gradient, Batch]
    public static double Call(double spot, double strike, double volatility, double rate, double years)
    {
        double spread = volatility * Math.Sqrt(years);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / spread;
        return spot * Normal(d1) - strike * Math.Exp(-rate * years) * Normal(d1 - spread);
    }

    /// <summary>The first Greek as a model of its own: its derivatives are gamma, vanna and charm.</summary>
    /// <param name="spot">What the share costs today.</param>
    /// <param name="strike">What it may be bought for later.</param>
    /// <param name="volatility">How much its logarithm scatters in a year.</param>
    /// <param name="rate">The rate of interest, continuously compounded.</param>
    /// <param name="years">The time until then.</param>
    /// <returns>∂Call/∂spot, from the generated gradient.</returns>
    [Gradient, Batch]
    public static double Delta(double spot, double strike, double volatility, double rate, double years)
    {
        CallGradient(spot, strike, volatility, rate, years, out double delta, out _, out _, out _, out _);
        return delta;
    }

    /// <summary>By erf, which has a kernel for eight rows at a time.</summary>
    private static double Normal(double x) => 0.5 + 0.5 * Special.Erf(x / Math.Sqrt(2));
}
