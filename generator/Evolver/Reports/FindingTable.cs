using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Evolver.Project;

namespace Proxima.Evolver.Reports;

/// <summary>Diagnostics as a table: id, severity, place, text.</summary>
internal static class FindingTable
{
    public static string Of(Report report, IReadOnlyList<Finding> findings) => findings.Count == 0 ? "" :
        "<table class=\"findings\">" + string.Concat(findings.Select(f =>
            $"<tr><td>{Badge(f.Severity, f.Id)}</td><td class=\"place\">{report.LinkTo(f.Place)}</td><td>{Html.Escape(f.Text)}</td></tr>\n")) + "</table>\n";

    public static string Section(Report report, string title, IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? "" : $"<section>\n<h2>{Html.Escape(title)}</h2>\n{Of(report, findings)}</section>\n";

    public static string Badge(DiagnosticSeverity severity, string text) => $"<span class=\"badge {ClassOf(severity)}\" title=\"{ClassOf(severity)}\">{text}</span>";

    public static string ClassOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
