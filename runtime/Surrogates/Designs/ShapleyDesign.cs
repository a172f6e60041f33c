using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// A fixed set of pairs of coalitions S, Sᶜ, and the matrix that makes Shapley values of the differences (v(S) − v(Sᶜ))/2. As many pairs of each size (leverage
/// scores: Musco and Witter 2025), all of a size while they last. The matrix is the posterior mean of a Gaussian process on the odd part of v; see the README.
/// </summary>
internal sealed class ShapleyDesign
{
    /// <summary>The most pairs of one design: its matrix takes a third of the cube of it.</summary>
    public const int MostPairs = 1200;

    private const double Linear = 1000; // against the cubic part's 1: free, yet the matrix keeps its digits
    private const double Quintic = 0.1;
    private const double Noise = 0.01; // stands for degree 7 and beyond

    private static readonly ContentCache<(int Players, int Pairs, int Number), ShapleyDesign> Known = new(8, static key => new ShapleyDesign(key.Players, key.Pairs, key.Number));

    private ShapleyDesign(int players, int pairs, int number)
    {
        Players = players;
        bool[][] masks = PairedMasks.Draw(players, pairs, number);
        Pairs = masks.Length;
        Masks = masks;
        Nobody = [new bool[players]];
        Symmetric symmetric = new(players);
        int size = Pairs + 1; // the pair of all and none is exact and comes last
        double[][] signs = new double[size][];
        for (int t = 0; t < size; t++)
        {
            signs[t] = new double[players];
            for (int i = 0; i < players; i++)
            {
                signs[t][i] = t == Pairs || masks[t][i] ? 1 : -1;
            }
        }
        double[][] lower = new double[size][];
        for (int t = 0; t < size; t++)
        {
            lower[t] = new double[size];
            for (int s = 0; s <= t; s++)
            {
                lower[t][s] = Covariance(symmetric, Cholesky.Dot(signs[t], signs[s], players)) + (s == t && t < Pairs ? Noise : 0);
            }
        }
        Cholesky.Factor(lower);
        Weights = new double[players * size];
        Deviations = new double[players];
        double[] functional = new double[size];
        for (int i = 0; i < players; i++)
        {
            for (int t = 0; t < size; t++)
            {
                functional[t] = Functional(symmetric, signs[t], i);
            }
            double[] half = (double[])functional.Clone();
            Cholesky.Forward(lower, half);
            Deviations[i] = Math.Sqrt(Math.Max(0, symmetric.Variance(Linear, Quintic) - Cholesky.Dot(half, half, size)));
            Cholesky.Backward(lower, half);
            half.CopyTo(Weights, i * size);
        }
    }

    public int Players { get; }

    public int Pairs { get; }

    /// <summary>One coalition of each pair.</summary>
    public bool[][] Masks { get; }

    /// <summary>The coalition of nobody, whose pair is exact.</summary>
    public bool[][] Nobody { get; }

    /// <summary>Players × (pairs + 1), row-major; the last column is for (v(all) − v(none))/2.</summary>
    public double[] Weights { get; }

    /// <summary>The posterior deviation of each value when the odd part above degree 1 has variance 1.</summary>
    public double[] Deviations { get; }

    public static ShapleyDesign Of(int players, int pairs, int number) => Known[(players, pairs, number)];

    /// <summary>What the process gives the odd part above degree 1 and the noise.</summary>
    public static double ResidualVariance => 1 + Quintic + Noise;

    private static double Covariance(Symmetric symmetric, double sum)
    {
        (double third, double fifth) = symmetric.Of(sum);
        return (Linear * sum / symmetric.Players) + (third / symmetric.Thirds) + (Quintic * fifth / symmetric.Fifths);
    }

    // The Shapley value of player i in the game S → covariance(S, these signs): a product of n signs in ±1 gives each of its players 2/n.
    private static double Functional(Symmetric symmetric, double[] signs, int player)
    {
        double rest = 0;
        for (int i = 0; i < signs.Length; i++)
        {
            rest += i == player ? 0 : signs[i];
        }
        (double second, double fourth) = symmetric.Even(rest);
        return signs[player] * ((Linear * 2 / symmetric.Players) + (2.0 / 3 * second / symmetric.Thirds) + (Quintic * 2.0 / 5 * fourth / symmetric.Fifths));
    }

    /// <summary>Elementary symmetric sums of signs, which depend on the sum of the signs alone.</summary>
    private readonly struct Symmetric(int players)
    {
        public int Players => players;

        public double Thirds { get; } = Choose(players, 3);

        public double Fifths { get; } = Math.Max(Choose(players, 5), 1);

        public (double Third, double Fifth) Of(double sum)
        {
            Span<double> e = stackalloc double[6];
            Sums(sum, players, e);
            return (e[3], e[5]);
        }

        public (double Second, double Fourth) Even(double sum)
        {
            Span<double> e = stackalloc double[6];
            Sums(sum, players - 1, e);
            return (e[2], e[4]);
        }

        // Of a value: each product of n signs gives (2/n)² of its own variance to each of its players.
        public double Variance(double linear, double quintic)
            => (linear * 4 / players) + (4.0 / 9 * Choose(players - 1, 2) / Thirds) + (quintic * 4.0 / 25 * Choose(players - 1, 4) / Fifths);

        // Newton's identities; the power sums are the sum itself and the count, by turns.
        private static void Sums(double sum, int count, Span<double> e)
        {
            e[0] = 1;
            for (int k = 1; k < e.Length; k++)
            {
                double total = 0, sign = 1;
                for (int j = 1; j <= k; j++)
                {
                    total += sign * e[k - j] * (j % 2 == 1 ? sum : count);
                    sign = -sign;
                }
                e[k] = total / k;
            }
        }

        private static double Choose(int n, int k)
        {
            double choose = 1;
            for (int i = 0; i < k; i++)
            {
                choose = choose * (n - i) / (i + 1);
            }
            return choose;
        }
    }
}
