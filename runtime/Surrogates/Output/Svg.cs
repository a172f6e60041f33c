using System;
using System.Globalization;
using System.Net;
using System.Text;

namespace Proxima;

/// <summary>Writes one SVG: numbers in a few digits, the same bytes everywhere.</summary>
internal sealed class Svg
{
    public const string Up = "#c8443c"; // raises the output
    public const string Down = "#2f6db5"; // lowers it
    public const string Ink = "#24292f";
    public const string Faint = "#d0d7de";
    public const string Neutral = "#57606a"; // a size, which has no direction
    public const string Paper = "#ffffff";

    private readonly StringBuilder _text = new();

    public Svg(double width, double height, string title)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Number(width)} {Number(height)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" ")
            .Append("font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{Paper}\"/>\n");
        Text(width / 2, 22, title, "middle", weight: "600");
    }

    public void Bar(double left, double right, double y, double height, string fill)
    {
        double from = Math.Min(left, right);
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(from)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(Math.Abs(right - left), 1))}\" height=\"{Number(height)}\" fill=\"{fill}\"/>\n");
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, bool isDashed = false)
        => _text.Append(
            CultureInfo.InvariantCulture, $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"{stroke}\"{(isDashed ? " stroke-dasharray=\"3 3\"" : "")}/>\n");

    public void Dot(double x, double y, string fill)
        => _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"3\" fill=\"{fill}\" fill-opacity=\"0.75\"/>\n");

    public void Text(double x, double y, string text, string anchor = "start", string fill = Ink, string weight = "400")
        => _text.Append(
            CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\" fill=\"{fill}\" font-weight=\"{weight}\">{WebUtility.HtmlEncode(text)}</text>\n");

    public string Finish() => _text.Append("</svg>\n").ToString();

    /// <summary>Low numbers blue, high ones red, with grey between, so that neither stands out by itself.</summary>
    /// <param name="part">From 0 to 1.</param>
    public static string Shade(double part)
    {
        (int r, int g, int b) = part < 0.5 ? Mix((47, 109, 181), (176, 182, 190), 2 * part) : Mix((176, 182, 190), (200, 68, 60), (2 * part) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
    }

    /// <summary>A number as a reader wants it: four digits, a minus sign that is no hyphen, and no negative zero.</summary>
    public static string Label(double number)
    {
        string digits = Math.Abs(number).ToString("G4", CultureInfo.InvariantCulture);
        return number < 0 ? "−" + digits : digits;
    }

    private static (int R, int G, int B) Mix((int R, int G, int B) from, (int R, int G, int B) to, double part)
    {
        int Channel(int a, int b) => (int)Math.Round(a + (part * (b - a)));
        return (Channel(from.R, to.R), Channel(from.G, to.G), Channel(from.B, to.B));
    }

    private static string Number(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
