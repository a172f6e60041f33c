using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Proxima.Evolver.Project;
using Proxima.Evolver.Reports;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Commands;

/// <summary>Writes one page of all approximations of a project: the error over the domain, cost against error, the program and what is proved of it; the plots also as files.</summary>
internal static class ReportCommand
{
    public const string Help = "report PROJECT.csproj [-p:NAME=VALUE …] [--out approximations.html]";

    private const int Samples = 1200;

    public static int Run(Options options)
    {
        string project = options.Alone.FirstOrDefault() ?? throw new ArgumentException("report needs a project");
        string output = options.Text("out", "approximations.html");
        options.RequireAllRead();
        string lockPath = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(project))!, LockFile.Name);
        LockFile known = File.Exists(lockPath) ? LockFile.Parse(File.ReadAllText(lockPath)) : LockFile.Empty;
        StringBuilder body = new();
        foreach (Request request in ProjectSource.Read(project, options.Alone.Skip(1)))
        {
            if (Approximations.WantedOf(request) is { } wanted)
            {
                body.Append(Section(request, wanted, known, output));
            }
            if (Surfaces.WantedOf(request) is { } surface)
            {
                body.Append(SurfaceSection.Of(request, surface, output));
            }
        }
        File.WriteAllText(output, Page(Path.GetFileNameWithoutExtension(project), body.ToString()));
        Console.WriteLine(output);
        return 0;
    }

    private static string Section(Request request, Wanted wanted, LockFile known, string output)
    {
        Module normal = Nesting.Normalise(request.Module);
        Target target = Target.Of(normal);
        string key = LockKey.Of(normal, wanted);
        List<Candidate> candidates = [];
        try
        {
            Approximated found = Approximator.Find(target, wanted);
            candidates.Add(new("the generator's", found.Cycles, found.Bound, found.Scheme.Run, ""));
        }
        catch (ApproximationException)
        {
            // Nothing is generated without a lock either; the page shows what there is.
        }
        foreach (LockedProgram program in known.Entries.FirstOrDefault(e => e.Key == key)?.Programs ?? EquatableArray<LockedProgram>.Empty)
        {
            if (Locked.KernelOf(program.Program, wanted.IsSingle) is { } kernel)
            {
                candidates.Add(new("locked", PortCost.Of(kernel), Locked.Prove(target, wanted, kernel, program.Error, default), kernel.Run, program.Program));
            }
        }
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Chart.Escape(request.Method)}</h2>\n<p>From {wanted.Lo:R} to {wanted.Hi:R}, {(wanted.Measure == Measure.Absolute ? "absolute" : "relative")} error at most {wanted.Tolerance:0.###e0}, {(wanted.IsSingle ? "float" : "double")}.</p>\n");
        if (candidates.Where(c => c.Bound.Upper <= wanted.Tolerance).MinBy(static c => c.Cycles) is not { } chosen)
        {
            return html.Append("<p>No approximation is proved.</p>\n</section>\n").ToString();
        }
        string curve = Curve(target, wanted, chosen, isAlone: false), front = Front(wanted, candidates, isAlone: false);
        html.Append(curve).Append(front);
        string name = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, Path.GetFileNameWithoutExtension(output) + "." + request.Prefix);
        File.WriteAllText(name + ".error.svg", Curve(target, wanted, chosen, isAlone: true));
        File.WriteAllText(name + ".front.svg", Front(wanted, candidates, isAlone: true));
        html.Append(chosen.Program.Length == 0 ? "" : "<pre>" + Chart.Escape(chosen.Program.Replace("; ", "\n", StringComparison.Ordinal)) + "</pre>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>Proved by Taylor models on {chosen.Bound.Boxes} boxes and error analysis of each operation: at most {chosen.Bound.Upper:0.000e0}, of which {chosen.Bound.Approximation:0.000e0} without rounding; {chosen.Bound.Lower:0.000e0} is reached near {chosen.Bound.Where:G4}. At least {chosen.Cycles:0.##} cycles for a vector of 512 bits.</p>\n");
        return html.Append("</section>\n").ToString();
    }

    private static string Curve(Target target, Wanted wanted, Candidate chosen, bool isAlone)
    {
        Chart chart = new("Error over the domain", "argument", wanted.Measure == Measure.Absolute ? "error" : "relative error", isLogarithmic: false);
        List<(double X, double Y)> points = [];
        for (int i = 0; i <= Samples; i++)
        {
            double x = Formats.Round(wanted.Lo + ((wanted.Hi - wanted.Lo) * i / Samples), wanted.IsSingle);
            DoubleDouble value = target.Value(x);
            if (wanted.Measure == Measure.Absolute || !value.IsZero)
            {
                points.Add((x, ((chosen.Run([x]) - value) / (wanted.Measure == Measure.Absolute ? 1 : value)).Hi));
            }
        }
        chart.Line(points);
        chart.Level(chosen.Bound.Upper, "proved");
        chart.Level(-chosen.Bound.Upper, "");
        return chart.Svg(isAlone);
    }

    private static string Front(Wanted wanted, List<Candidate> candidates, bool isAlone)
    {
        Chart chart = new("Cost and proved error", "cycles for a vector of 512 bits, at least", "proved error", isLogarithmic: true);
        foreach (Candidate candidate in candidates.Where(static c => double.IsFinite(c.Bound.Upper)))
        {
            chart.Point(candidate.Cycles, candidate.Bound.Upper, candidate.Name);
        }
        chart.Level(wanted.Tolerance, "asked for");
        return chart.Svg(isAlone);
    }

    private static string Page(string title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{Chart.Escape(title)}}: approximations</title>
        {{Chart.Style}}<style>
        :root { color-scheme: light dark }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; background: Canvas; color: CanvasText }
        pre { overflow-x: auto; padding: .75rem; border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: .4rem; font-size: 13px }
        svg { width: 100%; height: auto }
        </style>
        <h1>{{Chart.Escape(title)}}: approximations</h1>
        {{body}}</html>

        """;

    private sealed record Candidate(string Name, double Cycles, ErrorBound Bound, Func<double[], double> Run, string Program);
}
