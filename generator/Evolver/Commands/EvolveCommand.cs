using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Proxima.Evolver.Project;
using Proxima.Evolver.Results;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Commands;

/// <summary>Searches for every approximation of a project whose lock entry is missing or stale, proves what it finds and writes the lock file beside the project.</summary>
internal static class EvolveCommand
{
    public const string Help = "evolve PROJECT.csproj [-p:NAME=VALUE …] [--all true] [--seconds 60] [--rounds 0] [--threads 1] [--islands 4] [--seed 1]";

    private const int MostCost = 26;

    public static int Run(Options options)
    {
        string project = options.Alone.FirstOrDefault() ?? throw new ArgumentException("evolve needs a project");
        bool isForAll = options.Text("all") == "true";
        Limits limits = Limits.Of(options);
        options.RequireAllRead();
        string file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(project))!, LockFile.Name);
        LockFile known = File.Exists(file) ? LockFile.Parse(File.ReadAllText(file)) : LockFile.Empty;
        List<LockEntry> entries = [];
        foreach (Request request in ProjectSource.Read(project, options.Alone.Skip(1)))
        {
            Module normal = Nesting.Normalise(request.Module);
            if (Approximations.WantedOf(request) is not { } wanted)
            {
                continue; // the compiler says what is wrong with it
            }
            string key = LockKey.Of(normal, wanted);
            LockEntry? entry = isForAll ? null : known.Entries.FirstOrDefault(e => e.Key == key);
            entries.Add(entry ?? new(key, request.Identity, Search(request, Target.Of(normal), wanted, limits)));
            Console.WriteLine(request.Identity + (entry is null ? ": searched, " + entries[^1].Programs.Count + " programs" : ": as it was"));
        }
        File.WriteAllText(file, new LockFile(entries.DistinctBy(static e => e.Key).ToEquatableArray()).Text());
        return 0;
    }

    private static EquatableArray<LockedProgram> Search(Request request, Target target, Wanted wanted, Limits limits)
    {
        double lo = Formats.Ceiling(wanted.Lo, wanted.IsSingle), hi = Formats.Floor(wanted.Hi, wanted.IsSingle);
        Measure measure = wanted.Measure == Measure.Absolute ? Measure.Absolute : Measure.Relative;
        Quest quest = new(target.Value, lo, hi, measure, CostModel.Ports, MostCost, wanted.IsSingle ? Quest.SingleUnit : Quest.DoubleUnit);
        using Search.Search search = new(quest, limits.Islands, limits.Seed);
        Course.Run(search, limits with { Checkpoint = null }, request.Method);
        SkeletonFit fit = new(target, lo, hi, measure, wanted.IsSingle);
        List<LockedProgram> programs = [];
        double best = double.PositiveInfinity;
        foreach (Found found in Front.Of(search))
        {
            Skeleton skeleton = new(request.Method, lo, hi, 1, found.Steps);
            (Kernel kernel, double expected) = fit.Rounded(skeleton, new FreeProgram(found.Steps).Start, double.PositiveInfinity);
            ErrorBound bound = Locked.Prove(target, wanted, kernel, expected, default);
            if (bound.Upper < 0.8 * best)
            {
                best = bound.Upper;
                programs.Add(new(ProgramText.Of(kernel.Steps), bound.Upper));
            }
        }
        return programs.ToEquatableArray();
    }
}
