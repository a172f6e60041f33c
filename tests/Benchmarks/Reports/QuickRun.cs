using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Benchmarks;

/// <summary>
/// Measures cases one after another and prints their rows. A whole run is also written to <c>results/</c>, as a table and a chart. A rival whose numbers
/// are not ours is not timed.
/// </summary>
internal static class QuickRun
{
    /// <param name="filter">Part of the names of the cases to run; null for all.</param>
    public static void Start(string? filter)
    {
        string machine = Machine.Describe();
        Console.WriteLine(machine);
        foreach (string line in MarkdownTable.Header)
        {
            Console.WriteLine(line);
        }
        List<Row> rows = [];
        List<string> contexts = [];
        foreach ((string name, Func<string, Case> make) in AllCases.Makers)
        {
            if (filter is null || name.Contains(filter, StringComparison.OrdinalIgnoreCase))
            {
                Case made = make(name);
                if (made.Context.Length > 0)
                {
                    contexts.Add($"{name}: {made.Context}");
                }
                foreach (Row row in Rows(made))
                {
                    rows.Add(row);
                    Console.WriteLine(MarkdownTable.Line(row));
                }
            }
        }
        Console.WriteLine(MarkdownTable.Summary(rows));
        contexts.ForEach(Console.WriteLine);
        if (filter is null)
        {
            ResultFiles.Write(machine, rows);
        }
    }

    private static IEnumerable<Row> Rows(Case @case)
    {
        Dictionary<Contestant, string> refusals = new(ReferenceEqualityComparer.Instance);
        foreach (Contestant contestant in @case.Contestants())
        {
            contestant.Run();
            double difference = contestant.Agreements.Select(static agreement => agreement.Difference()).DefaultIfEmpty(0).Max();
            if (difference > Agreement.Tolerance)
            {
                refusals.Add(contestant, "other numbers, by " + difference.ToString("G2", CultureInfo.InvariantCulture));
            }
        }
        Interleaved times = new([.. @case.Contestants().Where(contestant => !refusals.ContainsKey(contestant))]);
        foreach (Figure figure in @case.Figures)
        {
            string? refusal = Refusal(figure.Ours) ?? Refusal(figure.Rival);
            if (refusal is not null)
            {
                yield return new(@case.Name, figure, refusal);
                continue;
            }
            (double ratio, double lower, double upper) = times.Ratio(figure.Ours, figure.Rival);
            yield return new(@case.Name, figure, null, ratio, lower, upper, times.Time(figure.Ours), times.Time(figure.Rival));
        }

        string? Refusal(Contestant contestant) =>
            contestant.Absence is { } absence ? "skipped: " + absence : refusals.GetValueOrDefault(contestant);
    }
}
