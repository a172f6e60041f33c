using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace Benchmarks;

/// <summary>
/// Rows as horizontal bars on a logarithmic axis, to the left of 1 where ours is faster; a line across a bar is its target. Text by hand: the picture is
/// rectangles, lines and labels.
/// </summary>
internal static class BarChart
{
    private const int LabelWidth = 560, PlotWidth = 560, RowHeight = 18, Top = 56, Margin = 70;
    private const double Least = 0.01, Most = 10;

    public static string Draw(string machine, IReadOnlyList<Row> rows)
    {
        Row[] measured = [.. rows.Where(static row => row.Refusal is null)];
        int width = LabelWidth + PlotWidth + Margin, bottom = Top + (RowHeight * measured.Length);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{bottom + 30}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"18\" font-size=\"14\">time of ours / time of the rival (left of 1: ours is faster; line: target)</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"8\" y=\"36\" fill=\"#555\">{SecurityElement.Escape(machine)}</text>\n");
        foreach (double tick in (double[])[0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{At(tick):F1}\" x2=\"{At(tick):F1}\" y1=\"{Top - 4}\" y2=\"{bottom}\" stroke=\"{(tick == 1 ? "#444" : "#ddd")}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{At(tick):F1}\" y=\"{bottom + 16}\" text-anchor=\"middle\">{tick}</text>\n");
        }
        for (int i = 0; i < measured.Length; i++)
        {
            AppendBar(svg, measured[i], Top + (RowHeight * i));
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendBar(StringBuilder svg, Row row, int y)
    {
        string label = SecurityElement.Escape($"{row.Case}: {row.Figure.Ours.Name} / {row.Figure.Rival.Name}");
        string fill = row.Verdict switch { "met" => "#3a9a5b", "" => "#8a9bb0", _ => "#d9733a" };
        double from = At(Math.Min(1, row.Ratio)), to = At(Math.Max(1, row.Ratio));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 8}\" y=\"{y + 12}\" text-anchor=\"end\">{label}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from:F1}\" y=\"{y + 2}\" width=\"{to - from:F1}\" height=\"{RowHeight - 4}\" fill=\"{fill}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{to + 4:F1}\" y=\"{y + 12}\">{row.Ratio:G3}</text>\n");
        if (row.Figure.Target is { } target)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{At(target.Bound):F1}\" x2=\"{At(target.Bound):F1}\" y1=\"{y}\" y2=\"{y + RowHeight}\" stroke=\"black\" stroke-width=\"2\"/>\n");
        }
    }

    private static double At(double ratio) =>
        LabelWidth + (PlotWidth * Math.Log(Math.Clamp(ratio, Least, Most) / Least) / Math.Log(Most / Least));
}
