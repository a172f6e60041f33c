using System.Linq;
using System.Numerics;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Shapley values by their definition: every coalition, every player.</summary>
internal static class BruteForce
{
    public static double[] Shapley<TModel>(TModel model, double[] at, double[] baseline)
        where TModel : struct, IFunction<double>
    {
        int players = at.Length;
        double[] weights = new double[players], values = new double[players], table = new double[1 << players];
        for (int s = 0; s < players; s++)
        {
            double choose = 1;
            for (int i = 0; i < s; i++)
            {
                choose = choose * (players - 1 - i) / (i + 1);
            }
            weights[s] = 1 / (players * choose);
        }
        for (int mask = 0; mask < table.Length; mask++)
        {
            table[mask] = model.Value([.. at.Select((x, i) => ((mask >> i) & 1) != 0 ? x : baseline[i])]);
        }
        for (int mask = 0; mask < table.Length; mask++)
        {
            for (int i = 0; i < players; i++)
            {
                if (((mask >> i) & 1) == 0)
                {
                    values[i] += weights[BitOperations.PopCount((uint)mask)] * (table[mask | (1 << i)] - table[mask]);
                }
            }
        }
        return values;
    }
}
