using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Samples.Fitting;

/// <summary>Draws what was counted and what the fitted model expects.</summary>
public static class Plot
{
    private const int Width = 720, Height = 360, Left = 48, Right = 20, Top = 56, Bottom = 36, Most = 80;

    public static string Draw(double[] parameters)
    {
        double[] residuals = new double[2 * Pelts.Hares.Length];
        Populations.Residuals(parameters, Pelts.Hares, Pelts.Lynxes, residuals);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" fill="#24292f">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{Left}" y="26" font-size="16">Thousands of pelts of <tspan fill="#1f6feb">hares</tspan> and <tspan fill="#d1242f">lynxes</tspan>: bought (dots), and the fitted model (lines)</text>

            """);
        for (int level = 0; level <= Most; level += 20)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Left}" y1="{Y(level):F1}" x2="{Width - Right}" y2="{Y(level):F1}" stroke="#d8dee4"/><text x="{Left - 8}" y="{Y(level) + 4:F1}" text-anchor="end">{level}</text>""").Append('\n');
        }
        for (int i = 0; i < Pelts.Hares.Length; i += 5)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{X(i):F1}" y="{Height - 12}" text-anchor="middle">{Pelts.FirstYear + i}</text>""").Append('\n');
        }
        Series(svg, Pelts.Hares, residuals.AsSpan(0, Pelts.Hares.Length), "#1f6feb");
        Series(svg, Pelts.Lynxes, residuals.AsSpan(Pelts.Hares.Length), "#d1242f");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>A residual is the logarithm of what is expected over what was counted.</summary>
    private static void Series(StringBuilder svg, double[] counted, ReadOnlySpan<double> residuals, string colour)
    {
        double[] expected = [.. counted.Zip(residuals.ToArray(), static (count, residual) => count * Math.Exp(residual))];
        string points = string.Join(' ', expected.Select(static (value, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i):F1},{Y(value):F1}")));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>""").Append('\n');
        for (int i = 0; i < counted.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(i):F1}" cy="{Y(counted[i]):F1}" r="4" fill="{colour}"/>""").Append('\n');
        }
    }

    private static double X(int year) => Left + ((Width - Left - Right) * year / (Pelts.Hares.Length - 1.0));

    private static double Y(double thousands) => Height - Bottom - ((Height - Top - Bottom) * thousands / Most);
}
