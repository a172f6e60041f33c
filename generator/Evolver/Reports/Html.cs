using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Proxima.Generator.Backend;

namespace Proxima.Evolver.Reports;

/// <summary>Small pieces of the page.</summary>
internal static class Html
{
    private const int Digits = 5;

    public static string Escape(string text) => Chart.Escape(text);

    /// <summary>A number that is not below a proved bound.</summary>
    public static string Above(double value) => double.IsPositiveInfinity(value) ? "+∞" : RoundedText.Up(value, Digits);

    /// <summary>A number that is not above it.</summary>
    public static string Below(double value) => double.IsNegativeInfinity(value) ? "−∞" : RoundedText.Down(value, Digits);

    public static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int count, string what) => Number(count) + " " + what + (count == 1 ? "" : "s");

    public static string List(IEnumerable<string> sentences) => "<ul>" + string.Concat(sentences.Select(static s => "<li>" + Escape(s) + "</li>")) + "</ul>\n";

    /// <summary>A part of a model's section; nothing where it has no content.</summary>
    public static string Part(string title, string content, string classes = "") =>
        content.Length == 0 ? "" : $"<div class=\"part {classes}\">\n<h3>{Escape(title)}</h3>\n{content}</div>\n";

    /// <summary>Rows of names and what belongs to them, both HTML.</summary>
    public static string Facts(IEnumerable<(string Name, string Value)> rows) =>
        "<table class=\"facts\">" + string.Concat(rows.Select(static r => $"<tr><th>{r.Name}</th><td>{r.Value}</td></tr>")) + "</table>\n";

    /// <summary>A link from the page to a file, with forward slashes.</summary>
    public static string Link(string pageFolder, string file) =>
        string.Join('/', Path.GetRelativePath(pageFolder, file).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    /// <summary>How a file is called in the report: from the project's folder on.</summary>
    public static string Name(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
