using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Proxima.Evolver.Reports;

/// <summary>The size of a number over a rectangle as SVG: cells of one hue, the stronger the nearer to the largest that may be.</summary>
internal sealed class HeatMap(string title, (string Name, double Lo, double Hi) horizontal, (string Name, double Lo, double Hi) vertical, double most)
{
    private const int Columns = 64, Rows = 40, Levels = 20;

    private const double Width = 640, Height = 420, Left = 78, Right = 110, Top = 34, Bottom = 44;

    /// <param name="size">The number at a place, in the names of the axes.</param>
    /// <param name="isAlone">True for a file of its own, which brings its colours along.</param>
    public string Svg(Func<double, double, double> size, bool isAlone)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Chart.Escape(title)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.Append(isAlone ? Chart.Style : "");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"20\" class=\"ink\" font-weight=\"600\">{Chart.Escape(title)}</text>\n<g class=\"heat\" shape-rendering=\"crispEdges\">\n");
        double cellWidth = (Width - Left - Right) / Columns, cellHeight = (Height - Top - Bottom) / Rows;
        StringBuilder[] levels = [.. Enumerable.Range(0, Levels + 1).Select(static _ => new StringBuilder())];
        for (int row = 0; row < Rows; row++)
        {
            double y = vertical.Hi - ((vertical.Hi - vertical.Lo) * (row + 0.5) / Rows);
            int[] line = [.. Enumerable.Range(0, Columns).Select(c => Level(size(horizontal.Lo + ((horizontal.Hi - horizontal.Lo) * (c + 0.5) / Columns), y) / most))];
            for (int first = 0, after; first < Columns; first = after)
            {
                for (after = first + 1; after < Columns && line[after] == line[first]; after++)
                {
                }
                Cell(levels[line[first]], Left + (first * cellWidth), Top + (row * cellHeight), (after - first) * cellWidth, cellHeight);
            }
        }
        const double KeyLeft = Width - Right + 24, KeyHeight = (Height - Top - Bottom) / 10;
        for (int i = 0; i < 10; i++)
        {
            Cell(levels[Level((i + 0.5) / 10)], KeyLeft, Height - Bottom - ((i + 1) * KeyHeight), 14, KeyHeight);
        }
        for (int level = 1; level <= Levels; level++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path fill-opacity=\"{(double)level / Levels:0.##}\" d=\"{levels[level]}\"/>\n");
        }
        svg.Append("</g>\n");
        for (int i = 0; i <= 4; i++)
        {
            double x = Left + ((Width - Left - Right) * i / 4), y = Height - Bottom - ((Height - Top - Bottom) * i / 4);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{Height - Bottom + 18}\" class=\"dim\" text-anchor=\"middle\">{horizontal.Lo + ((horizontal.Hi - horizontal.Lo) * i / 4):0.###}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 4:F1}\" class=\"dim\" text-anchor=\"end\">{vertical.Lo + ((vertical.Hi - vertical.Lo) * i / 4):0.###}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{KeyLeft + 20}\" y=\"{Top + 10}\" class=\"dim\">{most:0.0e0}</text><text x=\"{KeyLeft + 20}\" y=\"{Height - Bottom}\" class=\"dim\">0</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" class=\"dim\" text-anchor=\"middle\">{Chart.Escape(horizontal.Name)}</text><text transform=\"translate(24 {(Top + Height - Bottom) / 2:F1}) rotate(-90)\" class=\"dim\" text-anchor=\"middle\">{Chart.Escape(vertical.Name)}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static int Level(double share) => double.IsNaN(share) ? 0 : (int)Math.Round(Math.Min(1, Math.Max(0, share)) * Levels);

    private static void Cell(StringBuilder path, double x, double y, double width, double height) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h{width:0.#}v{height:0.#}h-{width:0.#}z");
}
