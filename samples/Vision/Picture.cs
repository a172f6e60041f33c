using System.Globalization;
using System.Text;

namespace Samples.Vision;

/// <summary>One photograph, before and after: where its camera saw the points, and from there to where the model expects them.</summary>
public static class Picture
{
    private const int Size = 430, Edge = 24, Top = 76, Width = (2 * Size) + (3 * Edge), Height = Top + Size + Edge;

    /// <summary>Half of what is shown, in pixels of the photograph.</summary>
    private const double Half = 310;

    public static string Draw(Scene scene, double[] before, double[] after, int camera)
    {
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13" fill="#24292f">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{Edge}" y="30" font-size="16">A photograph of a knot: where points were seen, and lines to where cameras and points say they should be</text>

            """);
        Photograph(svg, Edge, scene, before, camera, $"before: {Adjustment.RootMeanSquare(before).ToString("F1", CultureInfo.InvariantCulture)} pixels");
        Photograph(svg, Size + (2 * Edge), scene, after, camera, $"after bundle adjustment: {Adjustment.RootMeanSquare(after).ToString("F2", CultureInfo.InvariantCulture)} pixels");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Photograph(StringBuilder svg, int left, Scene scene, double[] errors, int camera, string title)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""
            <text x="{left}" y="{Top - 12}">{title}</text>
            <rect x="{left}" y="{Top}" width="{Size}" height="{Size}" fill="#f6f8fa" stroke="#d0d7de"/>

            """);
        for (int i = 0; i < scene.Seen.Length; i++)
        {
            if (scene.SeenBy[i] == camera)
            {
                double x = X(left, scene.Pixels[2 * i]), y = Y(scene.Pixels[(2 * i) + 1]);
                double toX = X(left, scene.Pixels[2 * i] + errors[2 * i]), toY = Y(scene.Pixels[(2 * i) + 1] + errors[(2 * i) + 1]);
                svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{x:F1} {y:F1}L{toX:F1} {toY:F1}" stroke="#d1242f"/><circle cx="{x:F1}" cy="{y:F1}" r="2.2" fill="#1f6feb"/>""").Append('\n');
            }
        }
    }

    private static double X(int left, double pixel) => left + (Size * (1 + (pixel / Half)) / 2);

    private static double Y(double pixel) => Top + (Size * (1 + (pixel / Half)) / 2);
}
