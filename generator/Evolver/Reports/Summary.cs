using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Evolver.Inspection;
using Proxima.Evolver.Project;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Reports;

/// <summary>The top of the page: counts, and a row for each model.</summary>
internal static class Summary
{
    public static string Of(Report report)
    {
        int lines = report.Entries.Sum(static e => LinesOf(e.Model.Compiled));
        string tiles = string.Concat(
            Tile(Html.Number(report.Entries.Count), report.Entries.Count == 1 ? "model" : "models"),
            Tile(Html.Number(report.Entries.Sum(static e => e.Members.Count)), "generated members"),
            Tile(Html.Number(lines), "generated lines"),
            Tile(Html.Number(report.Entries.Sum(static e => CertificatesOf(e.Facts))), "proved statements"),
            Tile(Html.Number(report.CountOf(DiagnosticSeverity.Error)), "errors", "error"),
            Tile(Html.Number(report.CountOf(DiagnosticSeverity.Warning)), "warnings", "warning"),
            Tile(Html.Number(report.CountOf(DiagnosticSeverity.Info)), "notes", "info"));
        string head = $"<header>\n<h1>{Html.Escape(report.Project.Name)}</h1>\n<p class=\"lead\">What Proxima makes of this project's models.</p>\n<div class=\"tiles\">{tiles}</div>\n</header>\n";
        if (report.Entries.Count == 0)
        {
            return head + "<p>No method of this project asks for anything.</p>\n";
        }
        return head + "<div class=\"scroll\"><table class=\"summary\" id=\"models\">\n<thead><tr><th>Model</th><th>Asked for</th><th class=\"number\" title=\"Arithmetic and elementary functions; what is inside a loop counts once\">Operations</th><th class=\"number\" title=\"Of the gradient or the first other derivative, before and after optimisation\">Derivative</th><th>Proved</th><th>Findings</th></tr></thead>\n<tbody>\n"
            + string.Concat(report.Entries.Select(Row)) + "</tbody></table></div>\n";
    }

    private static string Tile(string number, string what, string classes = "") => $"<div class=\"tile {(number == "0" ? "" : classes)}\"><b>{number}</b><span>{what}</span></div>";

    private static string Row(ReportEntry entry)
    {
        IReadOnlyList<OperationCount> operations = entry.Facts?.Operations ?? [];
        string derivative = operations.Count < 2 ? "–" : $"{Html.Number(operations[1].Before)} → <b>{Html.Number(operations[1].After)}</b>";
        string findings = string.Concat(entry.Model.Findings.GroupBy(static f => f.Severity).OrderByDescending(static g => g.Key).Select(static g => FindingTable.Badge(g.Key, Html.Number(g.Count()))));
        return $"<tr><td><a href=\"#{entry.Anchor}\">{Html.Escape(entry.Model.Name)}</a></td><td>{Chips(entry.Model)}</td><td class=\"number\">{(operations.Count == 0 ? "–" : Html.Number(operations[0].After))}</td><td class=\"number\">{derivative}</td><td>{Proved(entry)}</td><td>{(findings.Length == 0 ? "–" : findings)}</td></tr>\n";
    }

    /// <summary>The attributes.</summary>
    public static string Chips(ProjectModel model) => string.Concat(
        (model.Request is null ? [] : Generator.Frontend.Annotation.Asking.Select(static a => a.Companion).Where(c => model.Request.Companions.HasFlag(c))).Select(static c => $"<span class=\"chip\">{c}</span>"));

    private static string Proved(ReportEntry entry)
    {
        if (entry.Facts is not { } facts)
        {
            return "<span class=\"badge error\">nothing generated</span>";
        }
        List<string> said = [];
        if (facts.Proofs?.Constant is { } constant)
        {
            said.Add(double.IsPositiveInfinity(constant.Value) ? "no bound of the slope" : "slope ≤ " + Html.Above(constant.Value));
        }
        if (facts.Proofs is { Monotone.Count: > 0 and var directions })
        {
            said.Add(Html.Count(directions, "direction"));
        }
        if (facts.Approximation is { } approximation)
        {
            said.Add("error ≤ " + Html.Above(approximation.Bound.Upper) + UnitOf(facts.Request.Approximation!));
        }
        if (facts.Table is { } table)
        {
            said.Add("table: error " + (table.IsProved ? "≤ " : "about ") + Html.Above(table.Bound.Upper));
        }
        return said.Count == 0 ? "–" : string.Join("<br />", said);
    }

    public static string UnitOf(ApproximationRequest asked) => asked.Ulps != 0 ? " ulp" : asked.RelativeError != 0 ? " of the value" : "";

    private static int CertificatesOf(ModelFacts? facts) => facts is null ? 0
        : (facts.Proofs?.Constant is { Value: < double.PositiveInfinity } ? 1 : 0) + (facts.Proofs?.Monotone.Count ?? 0) + (facts.Approximation is null ? 0 : 1) + (facts.Table is { IsProved: true } ? 1 : 0);

    private static int LinesOf(Compiled? compiled) => compiled is null ? 0 : compiled.Source.Count(static c => c == '\n') + compiled.Widths.Count(static c => c == '\n');
}
