using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Samples.Pricing;

/// <summary>Small multiples: what each Greek does as the share moves, for three maturities, and the smile that Newton's method found.</summary>
public static class Picture
{
    private const int Across = 3, Wide = 230, High = 170, Left = 46, Top = 82, Gap = 56, Width = Left + (Across * (Wide + Gap)) - Gap + 20, Height = Top + (2 * (High + Gap)) - 16;

    private static readonly string[] s_colours = ["#d1242f", "#bf8700", "#1f6feb"];

    public static string Draw(Book book, Greeks ladder)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" fill="#24292f">
            <rect width="{Width}" height="{Height}" fill="white"/>
            <text x="{Left}" y="26" font-size="16">A call struck at 100, as the share moves; and the volatilities found again in 30,000 prices</text>
            <text x="{Left}" y="48">{string.Join(" · ", Book.Maturities.Select(static (years, k) => string.Create(CultureInfo.InvariantCulture, $"<tspan fill=\"{s_colours[k]}\">{years} years</tspan>")))}</text>

            """);
        double[] spots = Book.Ladder(ladder.Price.Length / Book.Maturities.Length).Spots;
        (string Name, double[] Values, double[] Ticks)[] greeks =
            [("delta", ladder.Delta, [0, 0.5, 1]), ("gamma", ladder.Gamma, [0, 0.03, 0.06]), ("vega", ladder.Vega, [0, 25, 50]), ("vanna", ladder.Vanna, [-1, 0, 1]), ("theta", ladder.Theta, [-10, -5, 0])];
        for (int i = 0; i < greeks.Length; i++)
        {
            Panel panel = new(svg, i, greeks[i].Name, [60, 100, 140], greeks[i].Ticks, greeks[i].Values);
            for (int k = 0; k < Book.Maturities.Length; k++)
            {
                Range own = (k * spots.Length / Book.Maturities.Length)..((k + 1) * spots.Length / Book.Maturities.Length);
                panel.Line(spots[own], greeks[i].Values[own], s_colours[k]);
            }
        }
        Panel smile = new(svg, greeks.Length, "implied volatility, by strike", [50, 100, 150, 200], [0.2, 0.25, 0.3], book.Volatilities);
        for (int i = 0; i < 900; i++)
        {
            smile.Dot(book.Strikes[i], book.Volatilities[i], s_colours[i % Book.Maturities.Length]);
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>One small chart with its own scales.</summary>
    private sealed class Panel
    {
        private readonly StringBuilder _svg;
        private readonly int _left, _top;
        private readonly double _x0, _x1, _y0, _y1;

        public Panel(StringBuilder svg, int index, string title, double[] xTicks, double[] yTicks, double[] y)
        {
            (_svg, _left, _top) = (svg, Left + (index % Across * (Wide + Gap)), Top + (index / Across * (High + Gap)));
            (_x0, _x1, _y0, _y1) = (xTicks[0], xTicks[^1], Math.Min(yTicks[0], y.Min()), Math.Max(yTicks[^1], y.Max()));
            Text(_left, _top - 9, title, "start");
            foreach (double level in yTicks)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{_left}" y1="{Y(level):F1}" x2="{_left + Wide}" y2="{Y(level):F1}" stroke="#d8dee4"/>""").Append('\n');
                Text(_left - 6, Y(level) + 4, level.ToString("0.##", CultureInfo.InvariantCulture), "end");
            }
            foreach (double at in xTicks)
            {
                Text(X(at), _top + High + 18, at.ToString("F0", CultureInfo.InvariantCulture), "middle");
            }
        }

        public void Line(double[] x, double[] y, string colour) => _svg.Append(CultureInfo.InvariantCulture, $"""
            <polyline fill="none" stroke="{colour}" stroke-width="1.8" points="{string.Join(' ', x.Zip(y, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{X(a):F1},{Y(b):F1}")))}"/>

            """);

        public void Dot(double x, double y, string colour) =>
            _svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(x):F1}" cy="{Y(y):F1}" r="1.4" fill="{colour}"/>""").Append('\n');

        private void Text(double x, double y, string text, string anchor) =>
            _svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:F1}" y="{y:F1}" text-anchor="{anchor}">{text}</text>""").Append('\n');

        private double X(double x) => _left + (Wide * (x - _x0) / (_x1 - _x0));

        private double Y(double y) => _top + (High * (_y1 - y) / (_y1 - _y0));
    }
}
