using System;

namespace Samples.Explained;

/// <summary>A seeded credit data set of ten inputs, and whether each applicant paid back.</summary>
public static class Applicants
{
    public static string[] Names { get; } = ["income", "debt", "age", "employed", "rate", "savings", "late", "lines", "dependants", "owns"];

    /// <summary>Rows, scaled to about one, and 1 for paid back.</summary>
    public static (double[] Rows, double[] PaidBack) Draw(int count, uint seed)
    {
        int inputs = Names.Length;
        double[] rows = new double[count * inputs], paidBack = new double[count];
        uint state = seed;
        for (int i = 0; i < count; i++)
        {
            Span<double> x = rows.AsSpan(i * inputs, inputs);
            x[0] = 0.2 + (2.2 * Uniform(ref state) * Uniform(ref state));
            x[1] = 1.6 * Uniform(ref state) * Uniform(ref state);
            x[2] = 0.36 + (1.24 * Uniform(ref state));
            x[3] = (x[2] - 0.36) * Uniform(ref state);
            x[4] = 0.2 + (0.8 * Uniform(ref state));
            x[5] = 0.5 * x[0] * Uniform(ref state);
            x[6] = Math.Floor(4 * Math.Pow(Uniform(ref state), 3));
            x[7] = Math.Floor(1 + (6 * Uniform(ref state))) / 4;
            x[8] = Math.Floor(4 * Uniform(ref state)) / 2;
            x[9] = Uniform(ref state) < 0.3 + (0.2 * x[2]) ? 1 : 0;

            // What hurts depends on the rest: debt on its rate, late payments on savings, age goes up and down.
            double older = x[2] - 1;
            double odds = (1.6 * x[0]) - (2.4 * x[1] * x[4]) + (0.9 * x[3]) + (1.2 * x[5]) - (0.9 * x[6] * Math.Exp(-2 * x[5])) - (0.3 * x[7]) - (0.35 * x[8]) + (0.4 * x[9]) - (1.5 * older * older) + 0.3;
            paidBack[i] = Uniform(ref state) < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
        }
        return (rows, paidBack);
    }

    /// <summary>The mean row.</summary>
    public static double[] Mean(double[] rows)
    {
        double[] mean = new double[Names.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            mean[k % mean.Length] += rows[k] * mean.Length / rows.Length;
        }
        return mean;
    }

    // Numerical Recipes' quick generator: the same numbers everywhere.
    private static double Uniform(ref uint state)
    {
        state = (1664525 * state) + 1013904223;
        return (state >> 8) * (1.0 / (1 << 24));
    }
}
