using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Proxima.Evolver.Results;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Proxima.Evolver.Commands;

/// <summary>Runs a search until its time or rounds are over or Ctrl-C asks for what there is, and shows how it goes.</summary>
internal static class Course
{
    private static readonly TimeSpan s_show = TimeSpan.FromSeconds(0.5), s_save = TimeSpan.FromSeconds(20);

    public static void Run(Search.Search search, Limits limits, string title)
    {
        if (limits.Checkpoint is { } known && File.Exists(known))
        {
            Checkpoint.Load(search, known);
        }
        bool isStopped = false;
        void Stop(object? sender, ConsoleCancelEventArgs press)
        {
            press.Cancel = true; // the best so far is worth keeping
            isStopped = true;
        }
        Console.CancelKeyPress += Stop;
        try
        {
            Stopwatch watch = Stopwatch.StartNew();
            TimeSpan saved = TimeSpan.Zero;
            void Go(Action<TimeSpan> show)
            {
                TimeSpan shown = TimeSpan.MinValue;
                while (!isStopped && watch.Elapsed.TotalSeconds < limits.Seconds && (limits.Rounds == 0 || search.Rounds < limits.Rounds))
                {
                    search.Round(Limits.Programs, limits.Threads);
                    if (shown == TimeSpan.MinValue || watch.Elapsed - shown > s_show)
                    {
                        show(watch.Elapsed);
                        shown = watch.Elapsed;
                    }
                    if (limits.Checkpoint is { } file && watch.Elapsed - saved > s_save)
                    {
                        Checkpoint.Save(search, file);
                        saved = watch.Elapsed;
                    }
                }
            }
            if (AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
            {
                AnsiConsole.Live(new Markup("")).Start(live => Go(elapsed =>
                {
                    live.UpdateTarget(Picture(search, limits, title, elapsed));
                    live.Refresh();
                }));
            }
            else
            {
                Go(static _ => { });
            }
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
        if (limits.Checkpoint is { } last)
        {
            Checkpoint.Save(search, last);
        }
    }

    private static Table Picture(Search.Search search, Limits limits, string title, TimeSpan elapsed)
    {
        string left = double.IsInfinity(limits.Seconds)
            ? string.Create(CultureInfo.InvariantCulture, $"{limits.Rounds - search.Rounds} rounds left")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, limits.Seconds - elapsed.TotalSeconds):F0} s left");
        long fits = search.Islands.ToArray().Sum(static i => i.Fits);
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("cost", "error", "program");
        table.Title = new TableTitle(Markup.Escape(title));
        table.Caption = new TableTitle(string.Create(CultureInfo.InvariantCulture, $"generation {search.Rounds}, {search.Evaluations} programs, {fits} fitted, {left}; Ctrl-C keeps the best"));
        double best = double.PositiveInfinity;
        for (int cost = 1; cost <= search.Quest.MostCost; cost++)
        {
            // Only what is better than everything cheaper.
            if (search.Best(cost) is { } entry && entry.Error < best)
            {
                best = entry.Error;
                string program = GenomeProgram.Of(entry.Genome) is { } steps ? Shape(steps) : "with minima, maxima or absolute values";
                table.AddRow(cost.ToString(CultureInfo.InvariantCulture), entry.Error.ToString("0.00e0", CultureInfo.InvariantCulture), Markup.Escape(program));
            }
        }
        return table;
    }

    /// <summary>The program with its constants to three digits.</summary>
    private static string Shape(EquatableArray<Step> steps)
    {
        string text = ProgramText.Of(steps);
        foreach (Step step in steps)
        {
            if (step.Kind == StepKind.Constant)
            {
                text = text.Replace(ProgramText.Hexadecimal(step.Value), step.Value.ToString("G3", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            }
        }
        return text;
    }
}
