using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Evolver.Results;

/// <summary>The best program of a cost with the constants whose largest error is smallest; beside it the best polynomial of that many multiply-adds, where that says something.</summary>
internal sealed record Found(int Cost, double Error, EquatableArray<Step> Steps, DoubleDouble[] Constants);

/// <summary>What a search found: for each cost its best survivors made minimax, the best of which is taken.</summary>
internal static class Front
{
    /// <summary>The least squares' order of survivors is not that of their largest errors.</summary>
    private const int Candidates = 8;

    /// <summary>How near the ends of an open interval errors are looked at, as a share of it: 2⁻³⁰.</summary>
    private const double Edge = 9.313225746154785e-10;

    public static List<Found> Of(Search.Search search) => Several(search, 1);

    /// <summary>The same with several structures of each cost.</summary>
    public static List<Found> Several(Search.Search search, int ofOneCost)
    {
        Quest quest = search.Quest;
        double edge = quest.Unit == 0 ? Edge * (quest.Hi - quest.Lo) : 0;
        FitProblem problem = new(quest.Function, quest.Lo + edge, quest.Hi - edge, [0, 1], quest.Measure);
        Sample[] samples = [.. problem.Grid(400)];
        List<Found> front = [];
        for (int cost = 1; cost <= quest.MostCost; cost++)
        {
            List<Found> found = [];
            foreach (Archive.Entry entry in Entries(search, cost))
            {
                if (GenomeProgram.Of(entry.Genome) is not { } steps)
                {
                    continue;
                }
                FreeProgram program = new(steps);
                (DoubleDouble[] constants, double error) = new ProgramMinimax(program, samples).Run([.. program.Start.Select(static c => (DoubleDouble)c)]);
                found.Add(new(cost, error, program.With([.. constants.Select(static c => c.Hi)], isSingle: false).Steps, constants));
            }
            front.AddRange(found.Where(static f => double.IsFinite(f.Error)).OrderBy(static f => f.Error).Take(ofOneCost));
        }
        return front;
    }

    /// <summary>The error of the best polynomial of a degree.</summary>
    public static double Polynomial(Quest quest, int degree) =>
        Minimax.Run(new FitProblem(quest.Function, quest.Lo, quest.Hi, [.. Enumerable.Range(0, degree + 1)], quest.Measure)).Error;

    private static IEnumerable<Archive.Entry> Entries(Search.Search search, int cost)
    {
        List<Archive.Entry> entries = [];
        foreach (Island island in search.Islands)
        {
            entries.AddRange(island.Archive[cost]);
        }
        return entries.DistinctBy(static e => e.Structure).OrderBy(static e => e.Error).Take(Candidates);
    }
}
