using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Proxima.Evolver.Inspection;
using Proxima.Generator.Backend;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Reports;

/// <summary>The section about one model.</summary>
internal static class ModelSection
{
    public static string Of(Report report, ReportEntry entry)
    {
        string parts = Html.Part("Findings", FindingTable.Of(report, entry.Model.Findings), "wide");
        if (entry.Facts is { } facts)
        {
            parts = Html.Part("Generated", Generated(report, entry), "wide")
                + Html.Part("Operations", Operations(facts))
                + Html.Part("Memory", Memory(facts))
                + Html.Part("Where it has no derivative", facts.Kinks.Count == 0 ? "" : Html.List(facts.Kinks))
                + Html.Part("Explanation", facts.Explanation.Count == 0 ? "" : Html.List(facts.Explanation))
                + BoundSection.Of(facts)
                + Approximation(entry, facts)
                + Table(entry, facts)
                + parts
                + Text(report, entry);
        }
        return $"""
            <section id="{entry.Anchor}">
            <h2>{Html.Escape(entry.Model.Name)} <a class="up" href="#models" title="All models">↑</a></h2>
            <p class="where">{report.LinkTo(entry.Model.Place)} {Summary.Chips(entry.Model)}</p>
            {CodeText.Of(entry.Model.Source)}<div class="parts">
            {parts}</div>
            </section>

            """;
    }

    private static string Generated(Report report, ReportEntry entry)
    {
        string rows = string.Concat(entry.Members.Select(static m => $"<tr><td><code>{Html.Escape(m.Signature)}</code></td><td>{Html.Escape(m.Summary)}</td></tr>\n"));
        string files = string.Join(", ", report.FilesOf(entry).Select(file => $"<a href=\"{report.LinkTo(file)}\">{Html.Escape(report.NameOf(file))}</a>"));
        return $"<table class=\"members\">{rows}</table>\n" + (files.Length == 0 ? "" : $"<p>Read it: {files}</p>\n");
    }

    private static string Operations(ModelFacts facts)
    {
        if (facts.Operations.Count < 2)
        {
            return ""; // the model's own stand in the summary
        }
        int most = facts.Operations.Max(static o => o.Before);
        string Share(int count, string name) => Bar(100.0 * count / Math.Max(most, 1), name);
        string rows = string.Concat(facts.Operations.Select((o, i) =>
            $"<tr><th>{Html.Escape(o.Function)}</th><td class=\"number\">{(i == 0 ? "" : Html.Number(o.Before) + " → ")}<b>{Html.Number(o.After)}</b></td><td class=\"bars\">{(i == 0 ? "" : Share(o.Before, "before"))}{Share(o.After, "after")}</td><td class=\"dim\">{(o.Elementary == 0 ? "" : Html.Count(o.Elementary, "function"))}</td></tr>\n"));
        return $"<table class=\"operations\">{rows}</table>\n<p class=\"note\">As the transform leaves a derivative, and after optimisation. A fused multiply-add is one; what is inside a loop counts once. {Html.Escape(facts.Mode)}</p>\n";
    }

    private static string Bar(double percent, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"<i class=\"{name}\" style=\"width:{percent:0.#}%\"></i>");

    private static string Memory(ModelFacts facts)
    {
        if (facts.Memory.Count == 0)
        {
            return facts.Operations.Count < 2 ? "" : "<p>None: nothing is recorded.</p>\n";
        }
        return Html.List(facts.Memory) + (facts.Storage.Count == 0 ? "" : "<p>Kept in " + string.Join(", ", facts.Storage.Select(static s => "<code>" + Html.Escape(s) + "</code>")) + ".</p>\n");
    }

    private static string Approximation(ReportEntry entry, ModelFacts facts)
    {
        if (facts.Approximation is not { } found)
        {
            return "";
        }
        IEnumerable<string> said = ApproximationRemarks.Of(facts.Request, found).Concat(found.Slope is null ? [] : ApproximationRemarks.OfSlope(facts.Request, found));
        return Html.Part("Approximation", Html.List(said), "wide")
            + Html.Part("Its program", CodeText.Of(Program(facts.Request, found)), "wide")
            + Plots(entry, static name => name != ApproximationCharts.TablePlot);
    }

    /// <summary>The steps as the generated method has them, its clamps left out.</summary>
    private static string Program(Request request, Generator.Approximation.Approximated found)
    {
        string[] arguments = [.. request.Parameters.Select(static p => p.Name)];
        SourceWriter writer = new();
        string result = KernelText.Write(found.Scheme.Program, 0, writer, new([.. arguments, request.Method]), arguments);
        writer.Line("return " + result + ";");
        return writer.ToString().Trim('\n');
    }

    private static string Table(ReportEntry entry, ModelFacts facts) => facts.Table is not { } table ? ""
        : Html.Part("Table", Html.List(TabulationRemarks.Of(facts.Request, table))) + Plots(entry, static name => name == ApproximationCharts.TablePlot);

    private static string Plots(ReportEntry entry, Func<string, bool> isWanted) =>
        string.Concat(entry.Charts.Where(c => isWanted(c.Name)).Select(static c => $"<figure class=\"part\">\n{c.Svg(false)}</figure>\n"));

    /// <summary>The generated text, where no file of the project holds it.</summary>
    private static string Text(Report report, ReportEntry entry)
    {
        if (report.FilesOf(entry).Any())
        {
            return "";
        }
        Compiled compiled = entry.Model.Compiled!;
        string widths = compiled.Widths.Length == 0 ? "" : $"<details class=\"wide\"><summary>{HintName.Widths(entry.Hint)}</summary>\n{CodeText.Of(compiled.Widths)}</details>\n";
        return $"<details class=\"wide\"><summary>{Html.Escape(Path.GetFileName(entry.Hint))}</summary>\n{CodeText.Of(compiled.Source)}</details>\n{widths}";
    }
}
