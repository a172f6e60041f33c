using System;

namespace Samples.Pricing;

/// <summary>A book of calls on one share, one column per input of the model. The market's volatilities smile: they are what has to be found again.</summary>
public sealed class Book(int count)
{
    public const double Spot = 100, Rate = 0.03;

    public static readonly double[] Maturities = [0.1, 0.5, 2];

    public double[] Spots { get; } = new double[count];

    public double[] Strikes { get; } = new double[count];

    public double[] Volatilities { get; } = new double[count];

    public double[] Rates { get; } = new double[count];

    public double[] Years { get; } = new double[count];

    public int Count => count;

    /// <summary>In the order of the model's parameters.</summary>
    public double[][] Columns => [Spots, Strikes, Volatilities, Rates, Years];

    /// <summary>Strikes within 2.5 standard deviations of the share: further out a price says nothing about volatility.</summary>
    public static Book Draw(int count, int seed)
    {
        Random random = new(seed);
        Book book = new(count);
        for (int i = 0; i < count; i++)
        {
            double years = Maturities[i % Maturities.Length], far = (5 * random.NextDouble()) - 2.5;
            book.Set(i, Spot, Spot * Math.Exp(0.2 * far * Math.Sqrt(years)), Smile(far, years), years);
        }
        return book;
    }

    /// <summary>One call of every maturity, struck at 100, at each of many prices of the share.</summary>
    public static Book Ladder(int steps)
    {
        Book book = new(Maturities.Length * steps);
        for (int i = 0; i < book.Count; i++)
        {
            book.Set(i, 60 + (80.0 * (i % steps) / (steps - 1)), 100, 0.2, Maturities[i / steps]);
        }
        return book;
    }

    /// <summary>The market's volatility, by the distance of the strike in standard deviations.</summary>
    public static double Smile(double far, double years) => 0.2 - (0.03 * far / (1 + years)) + (0.012 * far * far / (1 + (0.5 * years)));

    private void Set(int i, double spot, double strike, double volatility, double years) =>
        (Spots[i], Strikes[i], Volatilities[i], Rates[i], Years[i]) = (spot, strike, volatility, Rate, years);
}
