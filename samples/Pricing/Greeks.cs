using System;
using System.Collections.Generic;
using Proxima;

namespace Samples.Pricing;

/// <summary>Prices and sensitivities of a whole book, a column each.</summary>
public sealed record Greeks(double[] Price, double[] Delta, double[] Gamma, double[] Vega, double[] Vanna, double[] Rho, double[] Theta)
{
    public IEnumerable<(string Name, double[] Values)> Columns =>
        [("price", Price), ("delta", Delta), ("gamma", Gamma), ("vega", Vega), ("vanna", Vanna), ("rho", Rho), ("theta", Theta)];

    /// <summary>By two generated companions, eight calls at a time.</summary>
    public static Greeks Generated(Book book)
    {
        Greeks greeks = Empty(book.Count);
        double[] delta = new double[book.Count], dStrike = new double[book.Count], dRate = new double[book.Count], dYears = new double[book.Count];
        BlackScholes.DeltaGradientBatch(book.Spots, book.Strikes, book.Volatilities, book.Rates, book.Years, delta, greeks.Gamma, dStrike, greeks.Vanna, dRate, dYears);
        BlackScholes.CallGradientBatch(book.Spots, book.Strikes, book.Volatilities, book.Rates, book.Years, greeks.Price, greeks.Delta, dStrike, greeks.Vega, greeks.Rho, dYears);
        for (int i = 0; i < book.Count; i++)
        {
            greeks.Theta[i] = -dYears[i]; // time passes, the time that is left falls
        }
        return greeks;
    }

    /// <summary>By the formulas of the textbooks (Hull, Options, Futures and Other Derivatives).</summary>
    public static Greeks ByFormula(Book book)
    {
        Greeks greeks = Empty(book.Count);
        for (int i = 0; i < book.Count; i++)
        {
            double s = book.Spots[i], k = book.Strikes[i], v = book.Volatilities[i], r = book.Rates[i], t = book.Years[i], root = Math.Sqrt(t);
            double d1 = (Math.Log(s / k) + ((r + (0.5 * v * v)) * t)) / (v * root), d2 = d1 - (v * root);
            double density = Math.Exp(-0.5 * d1 * d1) / Math.Sqrt(2 * Math.PI), paid = k * Math.Exp(-r * t) * Special.NormalCdf(d2);
            greeks.Delta[i] = Special.NormalCdf(d1);
            greeks.Price[i] = (s * greeks.Delta[i]) - paid;
            greeks.Gamma[i] = density / (s * v * root);
            greeks.Vega[i] = s * density * root;
            greeks.Vanna[i] = -density * d2 / v;
            greeks.Rho[i] = t * paid;
            greeks.Theta[i] = -(s * density * v / (2 * root)) - (r * paid);
        }
        return greeks;
    }

    private static Greeks Empty(int n) => new(new double[n], new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
}
