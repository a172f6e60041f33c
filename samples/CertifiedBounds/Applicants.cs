using System;
using System.Linq;

namespace Samples.CertifiedBounds;

/// <summary>Seeded applicants: what they earn, owe, how old they are, how long they have had their job, and whether they paid back.</summary>
public static class Applicants
{
    public const int Inputs = 4;

    /// <summary>Rows of thousands a year, thousands, years, years; and 1 for paid back.</summary>
    public static (double[] Rows, double[] PaidBack) Draw(int count, uint seed)
    {
        double[] rows = new double[count * Inputs], paidBack = new double[count];
        uint state = seed;
        for (int i = 0; i < count; i++)
        {
            double income = 10 + (110 * Uniform(ref state) * Uniform(ref state));
            double debt = 80 * Uniform(ref state) * Uniform(ref state);
            double age = 18 + (62 * Uniform(ref state));
            double employed = Math.Min(40, (age - 18) * Uniform(ref state));
            new[] { income, debt, age, employed }.CopyTo(rows, i * Inputs);

            // Paying back gets harder again in old age: the score is not monotone in it.
            double older = (age - 50) / 20;
            double odds = (0.04 * income) - (0.07 * debt) + (0.05 * employed) - (0.8 * older * older) - 0.3;
            paidBack[i] = Uniform(ref state) < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
        }
        return (rows, paidBack);
    }

    /// <summary>Five whose scores the table shows.</summary>
    public static double[][] Shown { get; } = [[24, 30, 23, 1], [38, 22, 31, 6], [55, 12, 44, 15], [31, 5, 67, 30], [90, 60, 39, 9]];

    public static double Accuracy(double[] rows, double[] paidBack, Func<double[], double> score) =>
        Enumerable.Range(0, paidBack.Length).Average(i => score(rows[(i * Inputs)..((i + 1) * Inputs)]) > 0 == paidBack[i] > 0.5 ? 1.0 : 0.0);

    // Numerical Recipes' quick generator: the same numbers everywhere.
    private static double Uniform(ref uint state)
    {
        state = (1664525 * state) + 1013904223;
        return (state >> 8) * (1.0 / (1 << 24));
    }
}
