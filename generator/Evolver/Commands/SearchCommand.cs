using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Proxima.Evolver.Results;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Spectre.Console;

namespace Proxima.Evolver.Commands;

/// <summary>Searches programs for a function with a name, and writes what it found as a table.</summary>
internal static class SearchCommand
{
    public const string Help = """
        search --function exp2 --from -0.5 --to 0.5 [--measure relative|absolute] [--cost fma|plain|ports|kinked] [--most 8]
               [--format real|float|double] [--seconds 60] [--rounds 0] [--threads 1] [--islands 4] [--seed 1] [--checkpoint FILE] [--out FILE.md]
        """;

    public static int Run(Options options)
    {
        string name = options.Text("function", "exp2");
        Target target = Functions.Of(name);
        double lo = options.Number("from", -0.5), hi = options.Number("to", 0.5);
        string measure = options.Text("measure", "relative"), format = options.Text("format", "real");
        Quest quest = new(target.Value, lo, hi, MeasureOf(measure), CostModel.Of(options.Text("cost", "fma")), options.Count("most", 8), UnitOf(format));
        Limits limits = Limits.Of(options);
        string? output = options.Text("out");
        options.RequireAllRead();
        using Search.Search search = new(quest, limits.Islands, limits.Seed);
        Course.Run(search, limits, name);
        List<Found> front = Front.Of(search);
        string table = Table(search, front);
        Console.WriteLine(table);
        if (output is not null)
        {
            string command = string.Create(
                CultureInfo.InvariantCulture,
                $"search --function {name} --from {lo} --to {hi} --measure {measure} --cost {quest.Costs.Name} --most {quest.MostCost} --format {format} --rounds {search.Rounds} --islands {limits.Islands} --seed {limits.Seed}");
            File.WriteAllText(output, $"`{command}`\n\n{table}");
        }
        return 0;
    }

    public static Measure MeasureOf(string name) => name switch
    {
        "relative" => Measure.Relative,
        "absolute" => Measure.Absolute,
        _ => throw new ArgumentException("a measure is relative or absolute: " + name),
    };

    public static double UnitOf(string format) => format switch
    {
        "real" => 0,
        "float" => Quest.SingleUnit,
        "double" => Quest.DoubleUnit,
        _ => throw new ArgumentException("a format is real, float or double: " + format),
    };

    private static string Table(Search.Search search, List<Found> front)
    {
        StringBuilder text = new();
        bool isCounted = search.Quest.Costs == CostModel.Fused;
        text.Append(CultureInfo.InvariantCulture, $"{search.Rounds} rounds, {search.Evaluations} programs, {search.Islands.ToArray().Sum(static i => i.Fits)} fitted.\n\n");
        text.Append(isCounted ? "| cost | largest error | best polynomial | ratio | program |\n|---|---|---|---|---|\n" : "| cost | largest error | program |\n|---|---|---|\n");
        foreach (Found found in front)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {found.Cost} | {found.Error:0.000e0} |");
            if (isCounted)
            {
                double polynomial = Front.Polynomial(search.Quest, found.Cost);
                text.Append(CultureInfo.InvariantCulture, $" {polynomial:0.000e0} | {polynomial / found.Error:0.0} |");
            }
            text.Append(CultureInfo.InvariantCulture, $" `{ProgramText.Of(found.Steps)}` |\n");
        }
        return text.ToString();
    }
}
