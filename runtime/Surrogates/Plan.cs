using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>Who plays: the owner of each coordinate, and for each term its players and the player of each of its coordinates.</summary>
internal sealed class Plan
{
    public Plan(SurrogateStructure structure, IReadOnlyList<IReadOnlyList<int>>? groups)
    {
        Owner = groups is null ? Ramp(structure.Dimension) : Owners(structure.Dimension, groups);
        Players = groups?.Count ?? structure.Dimension;
        All = Ramp(Players);
        Terms = new TermPlayers[structure.Terms.Length];
        for (int t = 0; t < Terms.Length; t++)
        {
            ReadOnlySpan<int> variables = structure.Terms[t].Variables;
            SortedSet<int> players = [];
            foreach (int variable in variables)
            {
                players.Add(Owner[variable]);
            }
            int[] sorted = [.. players];
            int[] local = new int[variables.Length];
            for (int i = 0; i < local.Length; i++)
            {
                local[i] = Array.BinarySearch(sorted, Owner[variables[i]]);
            }
            Terms[t] = new(sorted, local);
        }
    }

    public int Players { get; }

    /// <summary>The numbers of all players.</summary>
    public int[] All { get; }

    /// <summary>Whose each coordinate is.</summary>
    public int[] Owner { get; }

    public TermPlayers[] Terms { get; }

    public static int[] Ramp(int count)
    {
        int[] ramp = new int[count];
        for (int i = 0; i < count; i++)
        {
            ramp[i] = i;
        }
        return ramp;
    }

    private static int[] Owners(int dimension, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        int[] owner = new int[dimension];
        Array.Fill(owner, -1);
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (int i in groups[g])
            {
                if (i < 0 || i >= dimension || owner[i] >= 0)
                {
                    throw new ArgumentException($"Groups name each of the {dimension} coordinates once; group {g} names {i}, which is not there or named before.", nameof(groups));
                }
                owner[i] = g;
            }
        }
        int missing = Array.IndexOf(owner, -1);
        return missing < 0 ? owner : throw new ArgumentException($"Groups name each of the {dimension} coordinates once; none names {missing}.", nameof(groups));
    }
}

/// <summary>The players of one term.</summary>
/// <param name="Players">Their numbers, increasing.</param>
/// <param name="Owner">For each coordinate of the term the index in <paramref name="Players"/> of who owns it.</param>
internal readonly record struct TermPlayers(int[] Players, int[] Owner);
