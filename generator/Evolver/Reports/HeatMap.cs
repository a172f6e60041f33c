using System;
using System.Globalization;
using System.Text;

namespace Proxima.Evolver.Reports;

/// <summary>The size of a number over a rectangle as SVG: cells of one hue, the stronger the nearer to the largest that may be.</summary>
internal sealed class HeatMap(string title, (string Name, double Lo, double Hi) horizontal, (string Name, double Lo, double Hi) vertical, double most)
{
    private const int Columns = 64, Rows = 40;

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
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                double x = horizontal.Lo + ((horizontal.Hi - horizontal.Lo) * (column + 0.5) / Columns), y = vertical.Hi - ((vertical.Hi - vertical.Lo) * (row + 0.5) / Rows);
                Cell(svg, Left + (column * cellWidth), Top + (row * cellHeight), cellWidth, cellHeight, size(x, y) / most);
            }
        }
        const double KeyLeft = Width - Right + 24, KeyHeight = (Height - Top - Bottom) / 10;
        for (int i = 0; i < 10; i++)
        {
            Cell(svg, KeyLeft, Height - Bottom - ((i + 1) * KeyHeight), 14, KeyHeight, (i + 0.5) / 10);
        }
        svg.Append("</g>\n");
        for (int i = 0; i <= 4; i++)
        {
            double x = Left + ((Width - Left - Right) * i / 4), y = Height - Bottom - ((Height - Top - Bottom) * i / 4);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{Height - Bottom + 18}\" class=\"dim\" text-anchor=\"middle\">{horizontal.Lo + ((horizontal.Hi - horizontal.Lo) * i / 4):0.###}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 4:F1}\" class=\"dim\" text-anchor=\"end\">{vertical.Lo + ((vertical.Hi - vertical.Lo) * i / 4):0.###}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{KeyLeft + 20}\" y=\"{Top + 10}\" class=\"dim\">{most:0.0e0}</text><text x=\"{KeyLeft + 20}\" y=\"{Height - Bottom}\" class=\"dim\">0</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" class=\"dim\" text-anchor=\"middle\">{Chart.Escape(horizontal.Name)}</text><text x=\"{Left - 48}\" y=\"{(Top + Height - Bottom) / 2:F1}\" class=\"dim\" text-anchor=\"end\">{Chart.Escape(vertical.Name)}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Cell(StringBuilder svg, double x, double y, double width, double height, double share) => svg.Append(
        CultureInfo.InvariantCulture, $"<rect x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width + 0.1:F1}\" height=\"{height + 0.1:F1}\" fill-opacity=\"{Math.Min(1, Math.Max(0, share)):0.##}\"/>\n");
}
