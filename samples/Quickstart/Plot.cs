using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace Samples.Quickstart;

/// <summary>Draws census and model as a scalable vector graphic.</summary>
public static class Plot
{
    private const int Width = 720, Height = 420, Left = 56, Right = 20, Top = 40, Bottom = 44;
    private const double Highest = 350;

    public static void Write(string path, ReadOnlySpan<double> census, ReadOnlySpan<double> expected)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="white"/>
            <text x="{Left}" y="24" font-size="15">United States population, millions: census (dots) and fitted model (line)</text>

            """);
        for (int millions = 0; millions <= Highest; millions += 50)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{Left}" y1="{Y(millions):F1}" x2="{Width - Right}" y2="{Y(millions):F1}" stroke="#ddd"/>
                <text x="{Left - 8}" y="{Y(millions) + 4:F1}" text-anchor="end">{millions}</text>

                """);
        }
        for (int year = 1800; year <= Census.LastYear; year += 40)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{X(year):F1}" y="{Height - Bottom + 20}" text-anchor="middle">{year}</text>""").Append('\n');
        }
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{X(1945):F1}" y1="{Top}" x2="{X(1945):F1}" y2="{Height - Bottom}" stroke="#999" stroke-dasharray="4 4"/>""").Append('\n');

        svg.Append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\" points=\"");
        for (int i = 0; i < expected.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{X(Census.FirstYear + (10 * i)):F1},{Y(expected[i]):F1} ");
        }
        svg.Append("\"/>\n");
        for (int i = 0; i < census.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(Census.FirstYear + (10 * i)):F1}" cy="{Y(census[i]):F1}" r="4" fill="#d1242f"/>""").Append('\n');
        }
        svg.Append("</svg>\n");
        File.WriteAllText(path, svg.ToString());
    }

    private static double X(int year) =>
        Left + ((Width - Left - Right) * (double)(year - Census.FirstYear) / (Census.LastYear - Census.FirstYear));

    private static double Y(double millions) => Height - Bottom - ((Height - Top - Bottom) * millions / Highest);
}
