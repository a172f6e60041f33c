using System;
using System.Diagnostics;
using System.Linq;

namespace Samples.Pricing;

/// <summary>What derivatives are usually replaced by: every input a little up and a little down, and a price for each.</summary>
public sealed class Bumping(Book book)
{
    private const int Inputs = 5, Rounds = 15;

    private readonly double[] _price = new double[book.Count], _up = new double[book.Count], _down = new double[book.Count];

    private readonly double[][] _slopes = [.. Enumerable.Range(0, Inputs).Select(_ => new double[book.Count])];

    /// <summary>Vega is the third of them.</summary>
    public double[] Vega => _slopes[2];

    /// <summary>The times of bumping, call by call and in batches, each as a multiple of the generated gradient's. They take turns; medians.</summary>
    public (double ByCalls, double ByBatches) Compare()
    {
        double[] byCalls = new double[Rounds], byBatches = new double[Rounds];
        for (int round = -3; round < Rounds; round++) // the first rounds warm up
        {
            double generated = Seconds(Generated), calls = Seconds(ByCalls), batches = Seconds(ByBatches);
            if (round >= 0)
            {
                (byCalls[round], byBatches[round]) = (calls / generated, batches / generated);
            }
        }
        Array.Sort(byCalls);
        Array.Sort(byBatches);
        return (byCalls[Rounds / 2], byBatches[Rounds / 2]);
    }

    private void Generated() => BlackScholes.CallGradientBatch(
        book.Spots, book.Strikes, book.Volatilities, book.Rates, book.Years, _price, _slopes[0], _slopes[1], _slopes[2], _slopes[3], _slopes[4]);

    private void ByCalls()
    {
        for (int i = 0; i < book.Count; i++)
        {
            _price[i] = BlackScholes.Call(book.Spots[i], book.Strikes[i], book.Volatilities[i], book.Rates[i], book.Years[i]);
            for (int input = 0; input < Inputs; input++)
            {
                double at = book.Columns[input][i], bump = Bump(at);
                book.Columns[input][i] = at + bump;
                double up = BlackScholes.Call(book.Spots[i], book.Strikes[i], book.Volatilities[i], book.Rates[i], book.Years[i]);
                book.Columns[input][i] = at - bump;
                double down = BlackScholes.Call(book.Spots[i], book.Strikes[i], book.Volatilities[i], book.Rates[i], book.Years[i]);
                book.Columns[input][i] = at;
                _slopes[input][i] = (up - down) / (2 * bump);
            }
        }
    }

    /// <summary>The same with the generated batch of prices, eight calls at a time.</summary>
    private void ByBatches()
    {
        Prices(_price);
        for (int input = 0; input < Inputs; input++)
        {
            double[] column = book.Columns[input], kept = [.. column];
            Array.ConvertAll(kept, static at => at + Bump(at)).CopyTo(column, 0);
            Prices(_up);
            Array.ConvertAll(kept, static at => at - Bump(at)).CopyTo(column, 0);
            Prices(_down);
            kept.CopyTo(column, 0);
            for (int i = 0; i < kept.Length; i++)
            {
                _slopes[input][i] = (_up[i] - _down[i]) / (2 * Bump(kept[i]));
            }
        }
    }

    private void Prices(double[] price) => BlackScholes.CallBatch(book.Spots, book.Strikes, book.Volatilities, book.Rates, book.Years, price);

    /// <summary>Where truncation and rounding balance: the cube root of a double's precision.</summary>
    private static double Bump(double at) => 6e-6 * Math.Max(Math.Abs(at), 0.01);

    private static double Seconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
