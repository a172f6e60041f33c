using System;
using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Surrogates;

/// <summary>
/// Shapley values by the sampling of SHAP's KernelExplainer without its selection of features (Lundberg and Lee 2017; Covert and Lee 2021 for the pairs), as published: sizes from
/// both ends are enumerated while the budget holds all of them, the rest drawn in pairs of complements with repeats counted, weights rescaled to what is left of the kernel.
/// </summary>
internal static class KernelShap
{
    public static double[] Values(Func<bool[], double> value, int players, int budget, ulong seed)
    {
        Numbers numbers = new(seed);
        int sizes = (players - 1 + 1) / 2, paired = (players - 1) / 2;
        double[] kernel = new double[sizes];
        for (int s = 1; s <= sizes; s++)
        {
            kernel[s - 1] = (players - 1.0) / (s * (players - s)) * (s <= paired ? 2 : 1);
        }
        double total = kernel.Sum();
        kernel = [.. kernel.Select(w => w / total)];
        double[] remaining = (double[])kernel.Clone();
        List<(bool[] Mask, double Weight)> rows = [];
        int full = 0;
        double left = budget;
        for (int s = 1; s <= sizes; s++)
        {
            double subsets = Choose(players, s) * (s <= paired ? 2 : 1);
            if (left * remaining[s - 1] / subsets < 1 - 1e-8)
            {
                break;
            }
            full++;
            left -= subsets;
            double scale = 1 - remaining[s - 1];
            remaining = remaining[s - 1] < 1 ? [.. remaining.Select(w => w / scale)] : remaining;
            double weight = kernel[s - 1] / subsets;
            foreach (bool[] mask in Subsets(players, s))
            {
                rows.Add((mask, weight));
                if (s <= paired)
                {
                    rows.Add((Complement(mask), weight));
                }
            }
        }
        Draw(players, left, kernel, paired, full, numbers, rows);
        return Solve(value, players, rows);
    }

    private static void Draw(int players, double left, double[] kernel, int paired, int full, Numbers numbers, List<(bool[] Mask, double Weight)> rows)
    {
        double[] open = [.. kernel.Select((w, i) => i < paired ? w / 2 : w).Skip(full)];
        if (open.Length == 0)
        {
            return;
        }
        double sum = open.Sum();
        int first = rows.Count;
        Dictionary<string, int> drawn = [];
        for (double draws = 4 * left; draws > 0 && left > 0; draws--)
        {
            double u = numbers.Uniform() * sum;
            int k = 0;
            while (k < open.Length - 1 && u > open[k])
            {
                u -= open[k++];
            }
            int size = k + full + 1;
            bool[] mask = Pick(players, size, numbers);
            string key = string.Concat(mask.Select(b => b ? '1' : '0'));
            bool isNew = drawn.TryAdd(key, rows.Count);
            if (isNew)
            {
                rows.Add((mask, 1));
                left--;
            }
            else
            {
                rows[drawn[key]] = (mask, rows[drawn[key]].Weight + 1);
            }
            if (size > paired || left <= 0)
            {
                continue;
            }
            if (isNew)
            {
                rows.Add((Complement(mask), 1));
                left--;
            }
            else if (drawn[key] + 1 < rows.Count)
            {
                rows[drawn[key] + 1] = (rows[drawn[key] + 1].Mask, rows[drawn[key] + 1].Weight + 1);
            }
        }
        double weight = kernel.Skip(full).Sum(), count = rows.Skip(first).Sum(row => row.Weight);
        for (int r = first; r < rows.Count; r++)
        {
            rows[r] = (rows[r].Mask, rows[r].Weight * weight / count);
        }
    }

    // Weighted least squares with the last player eliminated by the constraint.
    private static double[] Solve(Func<bool[], double> value, int players, List<(bool[] Mask, double Weight)> rows)
    {
        double none = value(new bool[players]), all = value([.. Enumerable.Repeat(true, players)]);
        int n = players - 1;
        double[,] gram = new double[n, n + 1];
        foreach ((bool[] mask, double weight) in rows)
        {
            double last = mask[n] ? 1 : 0, target = value(mask) - none - (last * (all - none));
            double[] row = [.. mask.Take(n).Select(b => (b ? 1 : 0) - last)];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    gram[i, j] += weight * row[i] * row[j];
                }
                gram[i, n] += weight * row[i] * target;
            }
        }
        for (int p = 0; p < n; p++)
        {
            for (int i = p + 1; i < n; i++)
            {
                double factor = gram[i, p] / gram[p, p];
                for (int j = p; j <= n; j++)
                {
                    gram[i, j] -= factor * gram[p, j];
                }
            }
        }
        double[] values = new double[players];
        for (int p = n - 1; p >= 0; p--)
        {
            double sum = gram[p, n];
            for (int j = p + 1; j < n; j++)
            {
                sum -= gram[p, j] * values[j];
            }
            values[p] = sum / gram[p, p];
        }
        values[n] = all - none - values.Sum();
        return values;
    }

    private static bool[] Pick(int players, int size, Numbers numbers)
    {
        bool[] mask = new bool[players];
        for (int i = 0, open = size; i < players; i++)
        {
            if (numbers.Uniform() * (players - i) < open)
            {
                mask[i] = true;
                open--;
            }
        }
        return mask;
    }

    private static bool[] Complement(bool[] mask) => Array.ConvertAll(mask, static isIn => !isIn);

    private static double Choose(int n, int k)
    {
        double choose = 1;
        for (int i = 0; i < k; i++)
        {
            choose = choose * (n - i) / (i + 1);
        }
        return choose;
    }

    private static IEnumerable<bool[]> Subsets(int players, int size)
    {
        int[] chosen = [.. Enumerable.Range(0, size)];
        while (true)
        {
            bool[] mask = new bool[players];
            foreach (int i in chosen)
            {
                mask[i] = true;
            }
            yield return mask;
            int last = size - 1;
            while (last >= 0 && chosen[last] == players - size + last)
            {
                last--;
            }
            if (last < 0)
            {
                yield break;
            }
            chosen[last]++;
            for (int i = last + 1; i < size; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }
}
