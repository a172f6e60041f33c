using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Proxima.Evolver.Reports;

/// <summary>A plot as SVG whose colours follow the page: bands, lines, points and level marks on axes, the vertical one linear or of powers of ten.</summary>
internal sealed class Chart(string title, string horizontal, string vertical, bool isLogarithmic)
{
    private const double Width = 640, Height = 300, Left = 78, Right = 16, Top = 34, Bottom = 44;

    private readonly List<(double X, double Y)[]> _lines = [];
    private readonly List<(double X0, double X1, double Y0, double Y1)> _bands = [];
    private readonly List<(double Y, string Name)> _levels = [];
    private readonly List<(double X, double Y, string Name)> _points = [];

    public void Line(IEnumerable<(double X, double Y)> points) => _lines.Add([.. points]);

    /// <summary>All of y from y0 to y1, for x from x0 to x1.</summary>
    public void Band(double x0, double x1, double y0, double y1) => _bands.Add((x0, x1, y0, y1));

    public void Level(double y, string name) => _levels.Add((y, name));

    public void Point(double x, double y, string name) => _points.Add((x, y, name));

    /// <param name="isAlone">True for a file of its own, which brings its colours along.</param>
    public string Svg(bool isAlone)
    {
        double[] xs = [.. _lines.SelectMany(static l => l).Select(static p => p.X), .. _points.Select(static p => p.X), .. _bands.SelectMany(static b => new[] { b.X0, b.X1 })];
        double[] ys = [.. _lines.SelectMany(static l => l).Select(static p => p.Y), .. _points.Select(static p => p.Y), .. _levels.Select(static l => l.Y), .. _bands.SelectMany(static b => new[] { b.Y0, b.Y1 })];
        Axis across = Axis.Of(xs, isLogarithmic: false), up = Axis.Of(ys, isLogarithmic);
        double X(double x) => Left + (across.Place(x) * (Width - Left - Right));
        double Y(double y) => Height - Bottom - (up.Place(y) * (Height - Top - Bottom));
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(title)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.Append(isAlone ? Style : "");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\" class=\"ink\" font-weight=\"600\">{Escape(title)}</text>\n");
        foreach ((double y, string text) in up.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(y):F1}\" y2=\"{Y(y):F1}\" class=\"grid\"/><text x=\"{Left - 8}\" y=\"{Y(y) + 4:F1}\" class=\"dim\" text-anchor=\"end\">{text}</text>\n");
        }
        foreach ((double x, string text) in across.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(x):F1}\" y=\"{Height - Bottom + 18}\" class=\"dim\" text-anchor=\"middle\">{text}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" class=\"dim\" text-anchor=\"middle\">{Escape(horizontal)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"20\" class=\"dim\" text-anchor=\"end\">{Escape(vertical)}</text>\n");
        if (_bands.Count > 0)
        {
            string steps = string.Concat(_bands.Select(b => string.Create(CultureInfo.InvariantCulture, $"M{X(b.X0):F1} {Y(b.Y0):F1}H{X(b.X1):F1}V{Y(b.Y1):F1}H{X(b.X0):F1}Z")));
            svg.Append($"<path d=\"{steps}\" class=\"band\"/>\n");
        }
        foreach ((double level, string name) in _levels)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(level):F1}\" y2=\"{Y(level):F1}\" class=\"bound\"/><text x=\"{Width - Right - 4}\" y=\"{Y(level) - 4:F1}\" class=\"mark\" text-anchor=\"end\">{Escape(name)}</text>\n");
        }
        foreach ((double X, double Y)[] line in _lines)
        {
            string points = string.Join(" ", line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.X):F1},{Y(p.Y):F1}")));
            svg.Append($"<polyline points=\"{points}\" class=\"line\"/>\n");
        }
        foreach ((double x, double y, string name) in _points)
        {
            // A name near the right edge stands to the left of its point.
            (double place, string anchor) = X(x) > Width - 140 ? (X(x) - 7, "end") : (X(x) + 7, "start");
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(x):F1}\" cy=\"{Y(y):F1}\" r=\"4\" class=\"dot\"/><text x=\"{place:F1}\" y=\"{Y(y) - 6:F1}\" class=\"dim\" text-anchor=\"{anchor}\">{Escape(name)}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Both schemes' colours; the report's page has the same.</summary>
    public const string Style = """
        <style>
        .ink { fill: #1b1f24 } .dim { fill: #57606a } .mark { fill: #b3261e } .grid { stroke: #d8dee4 } .bound { stroke: #b3261e; stroke-dasharray: 6 4 }
        .line { fill: none; stroke: #0b63c5; stroke-width: 1.5 } .dot { fill: #0b63c5 } .band { fill: #0b63c5; fill-opacity: .16 } .heat { fill: #0b63c5 }
        @media (prefers-color-scheme: dark) {
          .ink { fill: #e6edf3 } .dim { fill: #9aa5b1 } .mark { fill: #ff8a80 } .grid { stroke: #30363d } .bound { stroke: #ff8a80 } .line { stroke: #6cb6ff } .dot { fill: #6cb6ff } .band { fill: #6cb6ff; fill-opacity: .22 } .heat { fill: #6cb6ff }
        }
        </style>

        """;
}
