using System;
using System.Globalization;
using System.Text;

namespace Samples.FastMath;

/// <summary>Overtones as bars: the clipped tone, and the difference that the approximation makes.</summary>
internal static class SpectrumPlot
{
    private const int Width = 720, Height = 320, Left = 50, Top = 40, Floor = -220;

    public static string Draw(double[] tone, double[] difference)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"50\" y=\"22\">A clipped tone's overtones, dB: with MathF.Tanh (blue), what [Approximate] changes (orange)</text>\n");
        for (int level = 0; level >= Floor; level -= 40)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - 10}\" y1=\"{Y(level):F1}\" y2=\"{Y(level):F1}\" stroke=\"#ddd\"/><text x=\"8\" y=\"{Y(level) + 4:F1}\">{level}</text>\n");
        }
        for (int k = 0; k < tone.Length; k++)
        {
            double x = Left + 8 + (k * (Width - Left - 20.0) / tone.Length);
            Bar(svg, x, tone[k], "#2b6cb0");
            Bar(svg, x + 11, difference[k], "#dd6b20");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 4:F1}\" y=\"{Height - 6}\">{k}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static double Y(double level) => Top + ((Height - Top - 25) * (Math.Max(level, Floor) / Floor));

    private static void Bar(StringBuilder svg, double x, double level, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:F1}\" y=\"{Y(level):F1}\" width=\"10\" height=\"{Y(Floor) - Y(level):F1}\" fill=\"{colour}\"/>\n");
}
