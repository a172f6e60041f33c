using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Proxima.Evolver.Reports;

/// <summary>A plot as SVG whose colours follow the page: lines, points and level marks on axes, the vertical one linear or of powers of ten.</summary>
internal sealed class Chart(string title, string horizontal, string vertical, bool isLogarithmic)
{
    private const double Width = 640, Height = 300, Left = 78, Right = 16, Top = 34, Bottom = 44;

    private readonly List<(double X, double Y)[]> _lines = [];
    private readonly List<(double Y, string Name)> _levels = [];
    private readonly List<(double X, double Y, string Name)> _points = [];

    public void Line(IEnumerable<(double X, double Y)> points) => _lines.Add([.. points]);

    public void Level(double y, string name) => _levels.Add((y, name));

    public void Point(double x, double y, string name) => _points.Add((x, y, name));

    /// <param name="isAlone">True for a file of its own, which brings its colours along.</param>
    public string Svg(bool isAlone)
    {
        double[] xs = [.. _lines.SelectMany(static l => l).Select(static p => p.X), .. _points.Select(static p => p.X)];
        double[] ys = [.. _lines.SelectMany(static l => l).Select(static p => p.Y), .. _points.Select(static p => p.Y), .. _levels.Select(static l => l.Y)];
        (double x0, double x1) = Range(xs.Min(), xs.Max());
        (double y0, double y1) = isLogarithmic ? Range(ys.Select(Math.Log10).Min(), ys.Select(Math.Log10).Max()) : Range(ys.Min(), ys.Max());
        double X(double x) => Left + ((x - x0) / (x1 - x0) * (Width - Left - Right));
        double Y(double y) => Height - Bottom - (((isLogarithmic ? Math.Log10(y) : y) - y0) / (y1 - y0) * (Height - Top - Bottom));
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(title)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.Append(isAlone ? Style : "");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\" class=\"ink\" font-weight=\"600\">{Escape(title)}</text>\n");
        for (int i = 0; i <= 4; i++)
        {
            double x = x0 + ((x1 - x0) * i / 4), y = y0 + ((y1 - y0) * i / 4), value = isLogarithmic ? Math.Pow(10, y) : y;
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):F1}\" y2=\"{Y(value):F1}\" class=\"grid\"/><text x=\"{Left - 8}\" y=\"{Y(value) + 4:F1}\" class=\"dim\" text-anchor=\"end\">{value:0.0e0}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(x):F1}\" y=\"{Height - Bottom + 18}\" class=\"dim\" text-anchor=\"middle\">{x:0.###}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" class=\"dim\" text-anchor=\"middle\">{Escape(horizontal)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"20\" class=\"dim\" text-anchor=\"end\">{Escape(vertical)}</text>\n");
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
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(x):F1}\" cy=\"{Y(y):F1}\" r=\"4\" class=\"dot\"/><text x=\"{X(x) + 7:F1}\" y=\"{Y(y) - 6:F1}\" class=\"dim\">{Escape(name)}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Both schemes' colours; the report's page has the same.</summary>
    public const string Style = """
        <style>
        .ink { fill: #1b1f24 } .dim { fill: #57606a } .mark { fill: #b3261e } .grid { stroke: #d8dee4 } .bound { stroke: #b3261e; stroke-dasharray: 6 4 }
        .line { fill: none; stroke: #0b63c5; stroke-width: 1.5 } .dot { fill: #0b63c5 } .heat { fill: #0b63c5 }
        @media (prefers-color-scheme: dark) {
          .ink { fill: #e6edf3 } .dim { fill: #9aa5b1 } .mark { fill: #ff8a80 } .grid { stroke: #30363d } .bound { stroke: #ff8a80 } .line { stroke: #6cb6ff } .dot { fill: #6cb6ff } .heat { fill: #6cb6ff }
        }
        </style>

        """;

    private static (double Low, double High) Range(double low, double high)
    {
        double more = high > low ? 0.05 * (high - low) : Math.Max(1e-300, Math.Abs(low) * 0.5);
        return (low - more, high + more);
    }
}
