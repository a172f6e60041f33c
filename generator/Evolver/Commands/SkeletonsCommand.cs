using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Proxima.Evolver.Results;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Evolver.Commands;

/// <summary>Writes the library of skeletons: for each of a few functions the best structures of every cost, where they are much better than polynomials of that cost.</summary>
internal static class SkeletonsCommand
{
    public const string Help = "skeletons --out FILE.cs [--rounds 400] [--threads 1] [--islands 2] [--seed 1]";

    /// <summary>A structure that wins less is not worth a place: a polynomial is fitted faster.</summary>
    private const double Worth = 1.7;

    private const int OfOneCost = 3, LeastCost = 3, MostCost = 9;

    private static readonly (string Function, double Lo, double Hi, Measure Measure)[] s_families =
    [
        ("exp2", -0.5, 0.5, Measure.Relative),
        ("exp", -0.34657359, 0.34657359, Measure.Relative),
        ("exp", -1, 1, Measure.Relative),
        ("erf", 0, 2, Measure.Absolute),
        ("tanh", 0, 3, Measure.Absolute),
        ("log", 0.70710678, 1.41421356, Measure.Absolute),
        ("sin", -1.57079632, 1.57079632, Measure.Absolute),
        ("cos", -1.57079632, 1.57079632, Measure.Absolute),
        ("tanh", -1, 1, Measure.Relative),
        ("sigmoid", -4, 4, Measure.Absolute),
    ];

    public static int Run(Options options)
    {
        string output = options.Text("out") ?? throw new ArgumentException("skeletons needs --out");
        Limits limits = Limits.Of(options);
        options.RequireAllRead();
        StringBuilder text = new();
        foreach ((string function, double lo, double hi, Measure measure) in s_families)
        {
            Quest quest = new(Functions.Of(function).Value, lo, hi, measure, CostModel.Fused, MostCost, Quest.DoubleUnit);
            using Search.Search search = new(quest, limits.Islands, limits.Seed);
            Course.Run(search, limits, function);
            Write(text, function, quest, Front.Several(search, OfOneCost));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{function}: {search.Rounds} rounds"));
        }
        string command = string.Create(CultureInfo.InvariantCulture, $"skeletons --rounds {limits.Rounds} --islands {limits.Islands} --seed {limits.Seed}");
        File.WriteAllText(output, $$"""
            using System.Collections.Generic;

            namespace Proxima.Generator.Approximation;

            /// <summary>
            /// Structures that are better than polynomials of as many operations, found by <c>dotnet run --project generator/Evolver -- {{command}}</c>:
            /// the function, the domain, what a polynomial's largest error is as a multiple of the program's, and the program.
            /// </summary>
            internal static class SkeletonLibrary
            {
                public static IReadOnlyList<Skeleton> All { get; } =
                [
            {{text.ToString().TrimEnd()}}
                ];

                private static Skeleton Of(string family, double lo, double hi, double gain, string program) => new(family, lo, hi, gain, ProgramText.Parse(program)!.Value);
            }

            """);
        return 0;
    }

    private static void Write(StringBuilder text, string function, Quest quest, IEnumerable<Found> front)
    {
        foreach (Found found in front.Where(static f => f.Cost >= LeastCost))
        {
            double gain = Polynomial(quest, found.Cost) / found.Error;
            if (gain >= Worth)
            {
                text.Append(CultureInfo.InvariantCulture, $"        Of(\"{function}\", {quest.Lo:R}, {quest.Hi:R}, {gain:0.0}, \"{ProgramText.Of(found.Steps)}\"),\n");
            }
        }
    }

    /// <summary>The best polynomial of a number of operations: of a symmetry where the domain and the function have one.</summary>
    private static double Polynomial(Quest quest, int cost)
    {
        EquatableArray<int>[] forms = quest.Lo == -quest.Hi
            ? [Powers(0, 1, cost), Powers(0, 2, cost - 1), Powers(1, 2, cost - 2)]
            : [Powers(0, 1, cost)];
        bool isZero = quest.Measure == Measure.Relative && quest.Function(0).IsZero && quest.Lo <= 0;
        double best = double.PositiveInfinity;
        foreach (EquatableArray<int> powers in forms.Where(p => p.Count > 0 && (!isZero || p[0] > 0)))
        {
            best = Math.Min(best, Minimax.Run(new FitProblem(quest.Function, quest.Lo, quest.Hi, powers, quest.Measure)).Error);
        }
        return best;
    }

    private static EquatableArray<int> Powers(int first, int step, int steps) => [.. Enumerable.Range(0, steps + 1).Select(i => first + (i * step))];
}
