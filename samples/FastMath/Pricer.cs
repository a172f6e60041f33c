using System;

namespace Samples.FastMath;

/// <summary>A call option by Monte Carlo: many paths of a stock, each a growth e^((r − σ²/2)·T + σ·√T·z) of a normal number z.</summary>
internal sealed class Pricer
{
    private const float Price = 100, Strike = 105, Rate = 0.03f, Volatility = 0.2f, Years = 1;

    private readonly float[] _exponents;
    private readonly float[] _growths;

    public Pricer(int paths)
    {
        Random random = new(17);
        _exponents = new float[paths];
        _growths = new float[paths];
        for (int i = 0; i < paths; i++)
        {
            double z = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            _exponents[i] = (float)(((Rate - (0.5 * Volatility * Volatility)) * Years) + (Volatility * Math.Sqrt(Years) * z));
        }
    }

    public double WithMathF()
    {
        for (int i = 0; i < _exponents.Length; i++)
        {
            _growths[i] = MathF.Exp(_exponents[i]);
        }
        return Value();
    }

    public double WithApproximation()
    {
        Fast.GrowthApproximate(_exponents, _growths);
        return Value();
    }

    /// <summary>Black and Scholes' formula, what all paths' mean goes to.</summary>
    public static double Exact()
    {
        double d1 = (Math.Log(Price / Strike) + ((Rate + (0.5 * Volatility * Volatility)) * Years)) / (Volatility * Math.Sqrt(Years));
        double d2 = d1 - (Volatility * Math.Sqrt(Years));
        return (Price * Proxima.Special.NormalCdf(d1)) - (Strike * Math.Exp(-Rate * Years) * Proxima.Special.NormalCdf(d2));
    }

    private double Value()
    {
        double sum = 0;
        foreach (float growth in _growths)
        {
            sum += Math.Max(0, (Price * growth) - Strike);
        }
        return sum / _growths.Length * Math.Exp(-Rate * Years);
    }
}
