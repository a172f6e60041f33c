using System;
using Proxima;

namespace Samples.CertifiedBounds;

/// <summary>A credit score: the log-odds that somebody pays back.</summary>
public static partial class Credit
{
    /// <summary>Thousands a year, thousands, years, years. The build proves both claims; with -p:Claim=Impossible it refutes one and fails.</summary>
#if IMPOSSIBLE
    [Gradient, Lipschitz(Max = 0.3), Monotone(nameof(income), Direction.Increasing)]
#else
    [Gradient, Lipschitz(Max = 0.4), Monotone(nameof(income), Direction.Increasing)]
#endif
    public static double Score([Domain(0, 120)] double income, [Domain(0, 80)] double debt, [Domain(18, 80)] double age, [Domain(0, 40)] double employed)
    {
        double i = (income - 60) / 40, d = (debt - 30) / 30, a = (age - 50) / 20, e = (employed - 15) / 15;
        double score = Net[36];
        for (int j = 0; j < 6; j++)
        {
            score += Net[(6 * j) + 5] * Math.Tanh(Net[6 * j] * i + Net[(6 * j) + 1] * d + Net[(6 * j) + 2] * a + Net[(6 * j) + 3] * e + Net[(6 * j) + 4]);
        }
        return score;
    }
}
