using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Proxima;

namespace Samples.CertifiedBounds;

/// <summary>Draws heights as shades and, over them, the boxes that may still hold the lowest point.</summary>
public static class BoxPlot
{
    private const int Size = 540, Edge = 46, Cells = 90;

    public static void Write(string path, Interval range, Func<double, double, double> height, IReadOnlyList<(long Splits, Enclosure Found)> steps)
    {
        StringBuilder svg = new();
        int all = Size + (2 * Edge);
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {all} {all + 20}" font-family="sans-serif" font-size="12">
            <rect width="{all}" height="{all + 20}" fill="white"/>
            <text x="{Edge}" y="26" font-size="15">Where the lowest point can be: boxes left after four numbers of splits</text>

            """);
        Shades(svg, range, height, steps[^1].Found.Minimum.Lo);
        string[] colours = ["#8250df", "#bf3989", "#d1242f", "#000000"];
        for (int s = 0; s < steps.Count; s++)
        {
            foreach (Interval[] box in steps[s].Found.Minimisers)
            {
                Box(svg, X(range, box[0].Lo), Y(range, box[1].Hi), Size * box[0].Width / range.Width, Size * box[1].Width / range.Width, $"fill=\"none\" stroke=\"{colours[s]}\"");
            }
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Edge + (s * 140)}" y="{all + 4}" fill="{colours[s]}">{steps[s].Splits} splits: {steps[s].Found.Minimisers.Count} boxes</text>""").Append('\n');
        }
        foreach (double tick in (double[])[range.Lo, range.Midpoint, range.Hi])
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text x="{X(range, tick):F1}" y="{Edge + Size + 18}" text-anchor="middle">{tick:F0}</text>
                <text x="{Edge - 8}" y="{Y(range, tick) + 4:F1}" text-anchor="end">{tick:F0}</text>

                """);
        }
        svg.Append("</svg>\n");
        File.WriteAllText(path, svg.ToString());
    }

    /// <summary>One path per shade, of the cells in runs along each row: a rectangle per cell would take a megabyte.</summary>
    private static void Shades(StringBuilder svg, Interval range, Func<double, double, double> height, double lowest)
    {
        double cell = range.Width / Cells;
        int Shade(int i, int j) => (int)Math.Clamp(40 + (17 * (height(range.Lo + ((i + 0.5) * cell), range.Lo + ((j + 0.5) * cell)) - lowest)), 40, 85) * 3;
        SortedDictionary<int, StringBuilder> paths = [];
        for (int j = 0; j < Cells; j++)
        {
            for (int i = 0, end; i < Cells; i = end)
            {
                int shade = Shade(i, j);
                for (end = i + 1; end < Cells && Shade(end, j) == shade; end++)
                {
                }
                StringBuilder path = paths.TryGetValue(shade, out StringBuilder? known) ? known : paths[shade] = new();
                path.Append(CultureInfo.InvariantCulture, $"M{Edge + (i * Size / Cells)} {Edge + Size - ((j + 1) * Size / Cells)}h{(end - i) * Size / Cells}v{Size / Cells}h-{(end - i) * Size / Cells}z");
            }
        }
        foreach ((int shade, StringBuilder path) in paths)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path fill="rgb({shade},{shade},255)" shape-rendering="crispEdges" d="{path}"/>""").Append('\n');
        }
    }

    private static void Box(StringBuilder svg, double x, double y, double width, double height, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:F2}" y="{y:F2}" width="{width:F2}" height="{height:F2}" {style}/>""").Append('\n');

    private static double X(Interval range, double x) => Edge + (Size * (x - range.Lo) / range.Width);

    private static double Y(Interval range, double y) => Edge + (Size * (range.Hi - y) / range.Width);
}
