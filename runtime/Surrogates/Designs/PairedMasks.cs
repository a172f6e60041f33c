using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// Coalitions of at most half of the players, none twice and no two that complete each other: as many of each size, all of those sizes that have fewer.
/// </summary>
internal static class PairedMasks
{
    public static bool[][] Draw(int players, int pairs, int number)
    {
        int sizes = players / 2;
        double[] all = new double[sizes + 1];
        double choose = 1;
        for (int s = 1; s <= sizes; s++)
        {
            choose = choose * (players - s + 1) / s;
            all[s] = 2 * s == players ? choose / 2 : choose;
        }
        int[] counts = Counts(all, players, pairs);
        Mixer mixer = new(((ulong)players << 32) ^ (ulong)number);
        List<bool[]> masks = [];
        for (int s = 1; s <= sizes; s++)
        {
            if (counts[s] == all[s])
            {
                Enumerate(players, s, masks);
                continue;
            }
            HashSet<string> drawn = [];
            while (drawn.Count < counts[s])
            {
                bool[] mask = Choose(players, s, ref mixer);
                if (2 * s == players && !mask[0])
                {
                    mask = Array.ConvertAll(mask, static isIn => !isIn);
                }
                if (drawn.Add(string.Create(players, mask, static (text, own) =>
                {
                    for (int i = 0; i < text.Length; i++)
                    {
                        text[i] = own[i] ? '1' : '0';
                    }
                })))
                {
                    masks.Add(mask);
                }
            }
        }
        return [.. masks];
    }

    // Equal shares for all sizes but the middle one, which has half; what a size cannot take goes to the others.
    private static int[] Counts(double[] all, int players, int pairs)
    {
        int[] counts = new int[all.Length];
        double left = pairs, shares = (players - 1) / 2.0, dealt = 0;
        int taken = 0;
        for (int s = 1; s < all.Length; s++)
        {
            double share = 2 * s == players ? 0.5 : 1;
            double own = Math.Min(all[s], left * share / shares);
            left -= own;
            shares -= share;
            dealt += own;
            counts[s] = (int)Math.Min(Math.Round(dealt) - taken, all[s]);
            taken += counts[s];
        }
        return counts;
    }

    private static bool[] Choose(int players, int size, ref Mixer mixer)
    {
        bool[] mask = new bool[players];
        for (int left = size, i = 0; i < players; i++)
        {
            if (mixer.Below(players - i) < left)
            {
                mask[i] = true;
                left--;
            }
        }
        return mask;
    }

    private static void Enumerate(int players, int size, List<bool[]> masks)
    {
        int[] chosen = Plan.Ramp(size);
        while (true)
        {
            bool[] mask = new bool[players];
            foreach (int i in chosen)
            {
                mask[i] = true;
            }
            if (2 * size != players || mask[0])
            {
                masks.Add(mask);
            }
            int last = size - 1;
            while (last >= 0 && chosen[last] == players - size + last)
            {
                last--;
            }
            if (last < 0)
            {
                return;
            }
            chosen[last]++;
            for (int i = last + 1; i < size; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }
}
