using System;
using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

/// <summary>Rows as a Markdown table: a line each, so that a run can be watched.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Header { get; } =
    [
        "| case | ours | rival | ours / rival | quartiles | × faster | target | | ours, µs | rival, µs |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ];

    public static string Line(Row row)
    {
        string names = $"| {row.Case} | {row.Figure.Ours.Name} | {row.Figure.Rival.Name} | ";
        string target = row.Figure.Target?.Text ?? "";
        return names + (row.Refusal is { } refusal
            ? $"{refusal} | | | {target} | | | |"
            : FormattableString.Invariant($"{row.Ratio:G3} | {row.Lower:G3}–{row.Upper:G3} | {1 / row.Ratio:G3} | {target} | {row.Verdict} | ")
                + FormattableString.Invariant($"{Microseconds(row.OursSeconds)} | {Microseconds(row.RivalSeconds)} |"));
    }

    /// <summary>Without the figures that no target asks for.</summary>
    public static string Summary(IReadOnlyCollection<Row> rows)
    {
        int met = rows.Count(static row => row.Verdict == "met"), asked = rows.Count(static row => row.Figure.Target is not null);
        int without = rows.Count(static row => row.Figure.Target is not null && row.Refusal is not null);
        return FormattableString.Invariant($"{met} of {asked} targets met{(without > 0 ? $", {without} without a number" : "")}.");
    }

    private static string Microseconds(double seconds)
    {
        double microseconds = seconds * 1e6;
        return microseconds.ToString(microseconds < 1 ? "F4" : microseconds < 100 ? "F2" : "F0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
