using System;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>
/// Log-posterior of a Gaussian mixture with a Wishart prior, as a user writes it. Each component's inverse factor is stored as the logarithms of its
/// diagonal, then its strictly lower triangle column by column.
/// </summary>
public static partial class Gmm
{
    [Gradient]
    public static double Objective(
        ReadOnlySpan<double> alphas, ReadOnlySpan<double> means, ReadOnlySpan<double> icf,
        [Constant] ReadOnlySpan<double> x, int d, int k, int n, [Constant] double gamma, int m)
    {
        int icfSize = d * (d + 1) / 2;
        double[] diagonal = new double[k * d];
        double[] logDeterminant = new double[k];
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                double q = icf[(c * icfSize) + j];
                logDeterminant[c] += q;
                diagonal[(c * d) + j] = Math.Exp(q);
            }
        }

        double[] centred = new double[d];
        double[] product = new double[d];
        double[] main = new double[k];
        double likelihood = 0;
        for (int point = 0; point < n; point++)
        {
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                {
                    centred[j] = x[(point * d) + j] - means[(c * d) + j];
                    product[j] = diagonal[(c * d) + j] * centred[j];
                }
                int next = (c * icfSize) + d;
                for (int column = 0; column < d; column++)
                {
                    for (int row = column + 1; row < d; row++)
                    {
                        product[row] += icf[next] * centred[column];
                        next++;
                    }
                }
                double squared = 0;
                for (int j = 0; j < d; j++)
                {
                    squared += product[j] * product[j];
                }
                main[c] = alphas[c] + logDeterminant[c] - (0.5 * squared);
            }
            likelihood += LogSumExp(main);
        }

        double prior = 0;
        for (int c = 0; c < k; c++)
        {
            double squares = 0;
            for (int j = 0; j < d; j++)
            {
                squares += diagonal[(c * d) + j] * diagonal[(c * d) + j];
            }
            for (int j = d; j < icfSize; j++)
            {
                squares += icf[(c * icfSize) + j] * icf[(c * icfSize) + j];
            }
            prior += (0.5 * gamma * gamma * squares) - (m * logDeterminant[c]);
        }

        int degrees = d + m + 1;
        double normaliser = (degrees * d * (Math.Log(gamma) - (0.5 * Math.Log(2)))) - LogMultivariateGamma(degrees, d);
        return (-n * d * 0.5 * Math.Log(2 * Math.PI)) + likelihood - (n * LogSumExp(alphas)) + prior - (k * normaliser);
    }

    private static double LogSumExp(ReadOnlySpan<double> values)
    {
        double largest = values[0];
        for (int i = 1; i < values.Length; i++)
        {
            largest = Math.Max(largest, values[i]);
        }
        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - largest);
        }
        return largest + Math.Log(sum);
    }

    /// <summary>log Γ_d(degrees/2): a sum of log Γ at multiples of one half.</summary>
    private static double LogMultivariateGamma(int degrees, int d)
    {
        double sum = 0.25 * d * (d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= d; j++)
        {
            sum += LogGammaOfHalf(degrees + 1 - j);
        }
        return sum;
    }

    /// <summary>log Γ(twice/2), up from Γ(1) = 1 or Γ(1/2) = √π by Γ(a + 1) = a·Γ(a).</summary>
    private static double LogGammaOfHalf(int twice)
    {
        double sum = twice % 2 == 0 ? 0 : 0.5 * Math.Log(Math.PI);
        for (int at = twice % 2 == 0 ? 2 : 1; at < twice; at += 2)
        {
            sum += Math.Log(0.5 * at);
        }
        return sum;
    }
}
