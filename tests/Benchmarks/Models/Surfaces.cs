using System;
using Proxima;

namespace Benchmarks;

/// <summary>Functions of two and three variables that are approximated whole.</summary>
public static partial class Surfaces
{
    /// <summary>The price of a call, as a share of the strike, by the forward price over the strike and the deviation of its logarithm (Black 1976).</summary>
    [Approximate(MaxError = 1e-6)]
    public static double Call([Domain(0.8, 1.25)] double forward, [Domain(0.1, 0.5)] double deviation)
    {
        double d1 = (Math.Log(forward) / deviation) + (0.5 * deviation);
        return (forward * Special.NormalCdf(d1)) - Special.NormalCdf(d1 - deviation);
    }

    /// <summary>How far that is in the money, in deviations.</summary>
    [Approximate(MaxError = 1e-4)]
    public static float Moneyness([Domain(0.8, 1.25)] float forward, [Domain(0.1, 0.5)] float deviation) => (MathF.Log(forward) / deviation) + (0.5f * deviation);

    /// <summary>A wave that dies down.</summary>
    [Approximate(MaxError = 1e-4)]
    public static float Wave([Domain(0, 1)] float place, [Domain(-0.5, 0.5)] float phase, [Domain(0.25, 1)] float decay) => MathF.Exp(-place * decay) * MathF.Cos(place + phase);
}
