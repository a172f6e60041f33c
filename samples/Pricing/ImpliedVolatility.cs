using System;

namespace Samples.Pricing;

/// <summary>The volatilities that explain a book's prices, by Newton's method on all calls at once: price and vega come from one call of the generated batch.</summary>
public static class ImpliedVolatility
{
    /// <summary>Overwrites the book's volatilities; gives the number of steps and how far the last one moved a volatility.</summary>
    public static (int Steps, double Last) Solve(Book book, ReadOnlySpan<double> prices)
    {
        double[] price = new double[book.Count], vega = new double[book.Count];
        double[] dSpot = new double[book.Count], dStrike = new double[book.Count], dRate = new double[book.Count], dYears = new double[book.Count];
        for (int i = 0; i < book.Count; i++)
        {
            // Where the price turns from convex to concave in volatility; from there the steps never overshoot (Manaster and Koehler 1982).
            double forward = Math.Log(book.Spots[i] / book.Strikes[i]) + (book.Rates[i] * book.Years[i]);
            book.Volatilities[i] = Math.Max(0.05, Math.Sqrt(2 * Math.Abs(forward) / book.Years[i]));
        }
        for (int steps = 1; ; steps++)
        {
            BlackScholes.CallGradientBatch(book.Spots, book.Strikes, book.Volatilities, book.Rates, book.Years, price, dSpot, dStrike, vega, dRate, dYears);
            double longest = 0;
            for (int i = 0; i < book.Count; i++)
            {
                double step = (prices[i] - price[i]) / vega[i];
                book.Volatilities[i] += step;
                longest = Math.Max(longest, Math.Abs(step));
            }
            if (longest < 1e-10 || steps == 50) // quadratic: the next step would be lost in rounding
            {
                return (steps, longest);
            }
        }
    }
}
