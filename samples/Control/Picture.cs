using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Samples.Control;

/// <summary>The step response before and after: where the load is over time, and how the crane looks on its way, twice a second.</summary>
public static class Picture
{
    private const int Width = 900, Left = 56, Right = 24, Chart = 470, High = 200;

    private const double Metre = 62, Beam = 96;

    public static string Draw(Move before, Move after)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Chart + High + 40}" font-family="sans-serif" font-size="12" fill="#24292f">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{Left}" y="28" font-size="16">A crane moves its load by 4 m against the wind: <tspan fill="#d1242f">before</tspan> and <tspan fill="#1f6feb">after</tspan> gradient descent on its gains</text>

            """);
        Crane(svg, Left, before, "#d1242f", "before: the first 10 s, twice a second");
        Crane(svg, Left + ((Width - Left - Right) / 2), after, "#1f6feb", "after");

        Text(svg, Left, Chart - 14, "start", "load, metres");
        foreach (double metres in (double[])[0, 2, 4, 6])
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Left}" y1="{Y(metres):F1}" x2="{Width - Right}" y2="{Y(metres):F1}" stroke="{(metres == Control.Crane.Target ? "#57606a" : "#d8dee4")}"/>""").Append('\n');
            Text(svg, Left - 8, Y(metres) + 4, "end", metres.ToString("F0", CultureInfo.InvariantCulture));
        }
        for (int second = 0; second <= 20; second += 4)
        {
            Text(svg, X(second / Control.Crane.Step, before), Chart + High + 22, "middle", string.Create(CultureInfo.InvariantCulture, $"{second} s"));
        }
        Line(svg, before, "#d1242f");
        Line(svg, after, "#1f6feb");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Rope and load at equal times: near each other where it is slow.</summary>
    private static void Crane(StringBuilder svg, int left, Move move, string colour, string title)
    {
        const int Times = 20;
        int every = (int)(0.5 / Control.Crane.Step);
        Text(svg, left, Beam - 26, "start", title);
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{left}" y1="{Beam}" x2="{left + (6.2 * Metre):F1}" y2="{Beam}" stroke="#57606a" stroke-width="3"/>""").Append('\n');
        for (int t = 0; t < Times; t++)
        {
            double angle = move.Angle[t * every], x = left + ((0.6 + move.Trolley[t * every]) * Metre), rope = Control.Crane.Rope * 0.8 * Metre;
            double loadX = left + ((0.6 + move.Load[t * every]) * Metre), loadY = Beam + (rope * Math.Cos(angle));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <g stroke="{colour}" fill="{colour}" opacity="{0.15 + (0.85 * t / Times):F2}"><line x1="{x:F1}" y1="{Beam}" x2="{loadX:F1}" y2="{loadY:F1}"/><rect x="{loadX - 6:F1}" y="{loadY:F1}" width="12" height="10"/></g>

                """);
        }
    }

    private static void Line(StringBuilder svg, Move move, string colour) => svg.Append(CultureInfo.InvariantCulture, $"""
        <polyline fill="none" stroke="{colour}" stroke-width="2" points="{string.Join(' ', Enumerable.Range(0, move.Load.Length / 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"{X(5 * i, move):F1},{Y(move.Load[5 * i]):F1}")))}"/>

        """);

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:F1}" y="{y:F1}" text-anchor="{anchor}">{text}</text>""").Append('\n');

    private static double X(double step, Move move) => Left + ((Width - Left - Right) * step / move.Load.Length);

    private static double Y(double metres) => Chart + (High * (1 - (metres / 6.5)));
}
