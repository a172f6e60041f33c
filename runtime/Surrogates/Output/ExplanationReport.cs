using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Proxima;

/// <summary>
/// A page about one explained row: the methods side by side, ranked, with the pictures, and where they are given the reasons, the certified radius and other rows. HTML that
/// stands alone, without scripts, fonts or links.
/// </summary>
public sealed class ExplanationReport
{
    private const string Style =
        """
        body { font-family: system-ui, sans-serif; color: #24292f; max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; }
        th, td { border-bottom: 1px solid #d0d7de; padding: 0.3rem 0.6rem; text-align: right; font-variant-numeric: tabular-nums; }
        th:first-child, td:first-child { text-align: left; }
        th { font-weight: 600; vertical-align: bottom; }
        .best { background: #eef4fb; }
        .wide { overflow-x: auto; }
        svg { max-width: 100%; height: auto; display: block; margin: 1rem 0; border-radius: 0.4rem; }
        @media (prefers-color-scheme: dark) {
          body { background: #0d1117; color: #e6edf3; }
          th, td { border-color: #30363d; }
          .best { background: #1f2f45; }
        }
        """;

    /// <summary>What the page is about.</summary>
    public required string Title { get; init; }

    /// <summary>The explanations of the row, the best first.</summary>
    public required Ranking Ranking { get; init; }

    /// <summary>One name per value; null for numbers.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The principal reasons, where there are any.</summary>
    public ReasonCodes? Reasons { get; init; }

    /// <summary>Where the surrogate provably holds, and its tolerance.</summary>
    public (CertifiedRadius Radius, double Tolerance)? Certificate { get; init; }

    /// <summary>Explanations of many rows by one method, for the pictures of all of them.</summary>
    public IReadOnlyList<Attribution> Population { get; init; } = [];

    /// <summary>The page.</summary>
    /// <returns>An HTML document.</returns>
    /// <exception cref="ArgumentException">The names do not fit the explanations.</exception>
    public string ToHtml()
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Encoded(Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Encoded(Title)}</h1>\n");
        Attribution.CheckAlike([Ranking.Best], Names);
        AppendVerdict(html);
        AppendTable(html);
        if (Contributions() is { } contributions)
        {
            html.Append("<h2>How this output comes about</h2>\n").Append(Plots.Waterfall(contributions, Names));
        }
        AppendReasons(html);
        AppendCertificate(html);
        if (Population.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Population.Count} rows</h2>\n").Append(Plots.Bar(Population, Names)).Append(Plots.Beeswarm(Population, Names));
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>What the reasons come from; else of the explanations whose contributions add up to the output the best, or of any that has contributions.</summary>
    private Attribution? Contributions()
    {
        Attribution[] contributions = [.. Ranking.Ranked.Select(static r => r.Attribution).Where(static a => !a.IsSlope)];
        return Reasons is { Attribution: var reasons } && reasons.At.Length == reasons.Values.Length
            ? reasons
            : Array.Find(contributions, static a => Math.Abs(a.Residual) <= 1e-9 * (Math.Abs(a.Value) + Math.Abs(a.BaseValue))) ?? contributions.FirstOrDefault();
    }

    private void AppendVerdict(StringBuilder html)
    {
        RankedAttribution best = Ranking.Ranked[0];
        string kind = best.Attribution.IsExact ? "exact" : "estimated";
        html.Append(CultureInfo.InvariantCulture, $"<p>Output {Svg.Label(best.Attribution.Value)}{(best.Attribution.IsMargin ? " (margin)" : "")}. Of {Ranking.Ranked.Count} linear models the one of <b>{Words(best.Attribution.Method)}</b> is closest on the neighbourhood: R² {Number(best.R2)}, {kind}.</p>\n");
    }

    private void AppendTable(StringBuilder html)
    {
        html.Append("<h2>Methods side by side</h2>\n<div class=\"wide\">\n<table>\n<tr><th></th>");
        foreach (RankedAttribution ranked in Ranking.Ranked)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th{Mark(ranked)}>{Words(ranked.Attribution.Method)}{(ranked.Attribution.IsSlope ? "<br>(slopes)" : "")}</th>");
        }
        html.Append("</tr>\n");
        int values = Ranking.Best.Values.Length;
        for (int i = 0; i < values; i++)
        {
            int feature = i;
            AppendRow(html, Encoded(Names?[i] ?? i.ToString(CultureInfo.InvariantCulture)), r => Svg.Label(r.Attribution.Values[feature]));
        }
        AppendRow(html, "base value", static r => Svg.Label(r.Attribution.BaseValue));
        AppendRow(html, "R² on the neighbourhood", static r => Number(r.R2));
        AppendRow(html, "evaluations", static r => r.Attribution.Evaluations.ToString("N0", CultureInfo.InvariantCulture));
        AppendRow(html, "exact", static r => r.Attribution.IsExact ? "yes" : "estimated");
        html.Append("</table>\n</div>\n");
    }

    private void AppendRow(StringBuilder html, string name, Func<RankedAttribution, string> cell)
    {
        html.Append("<tr><td>").Append(name).Append("</td>");
        foreach (RankedAttribution ranked in Ranking.Ranked)
        {
            html.Append(CultureInfo.InvariantCulture, $"<td{Mark(ranked)}>{cell(ranked)}</td>");
        }
        html.Append("</tr>\n");
    }

    private string Mark(RankedAttribution ranked) => ReferenceEquals(ranked.Attribution, Ranking.Best) ? " class=\"best\"" : "";

    private void AppendReasons(StringBuilder html)
    {
        if (Reasons is null)
        {
            return;
        }
        html.Append(CultureInfo.InvariantCulture, $"<h2>Principal reasons</h2>\n<ol>\n");
        foreach (Reason reason in Reasons.Reasons)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Encoded(reason.Code)}: {Encoded(reason.Text)} ({Svg.Label(reason.Contribution)})</li>\n");
        }
        html.Append("</ol>\n");
    }

    private void AppendCertificate(StringBuilder html)
    {
        if (Certificate is not var (radius, tolerance))
        {
            return;
        }
        string fails = double.IsPositiveInfinity(radius.Attained) ? "" : $"; at a distance of {Svg.Label(radius.Attained)} it does not";
        html.Append(CultureInfo.InvariantCulture, $"<h2>Where it holds</h2>\n<p>Proved: within {Svg.Label(radius.Radius)} of the row in every input the linear model is within {Svg.Label(tolerance)} of the output{fails}.</p>\n");
    }

    private static string Words(ExplainMethod method) => method switch
    {
        ExplainMethod.IntegratedGradients => "Integrated gradients",
        ExplainMethod.GradientTimesInput => "Gradient × input",
        ExplainMethod.Lime => "LIME",
        ExplainMethod.CLime => "C-LIME",
        _ => method.ToString(),
    };

    private static string Number(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
