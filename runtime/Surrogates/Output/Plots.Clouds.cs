using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Proxima;

/// <content>Many explanations at once.</content>
public static partial class Plots
{
    private const double SwarmHeight = 40, DotSize = 5;

    /// <summary>Every row's value of every feature, dots side by side where they would hide each other; the shade is the feature's own number, low to high.</summary>
    /// <param name="attributions">Explanations of one method, of single features.</param>
    /// <param name="names">One name per value; null for numbers.</param>
    /// <param name="most">The most features that have a row.</param>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">There is no explanation, they differ in method or size, they are of groups, or the names do not fit.</exception>
    public static string Beeswarm(IReadOnlyList<Attribution> attributions, IReadOnlyList<string>? names = null, int most = 12)
    {
        CheckFeatures(attributions, names);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        int[] order = [.. Enumerable.Range(0, attributions[0].Values.Length).OrderByDescending(i => attributions.Sum(a => Math.Abs(a.Values[i]))).Take(most)];
        Axis axis = new(attributions.Min(a => order.Min(i => a.Values[i])), attributions.Max(a => order.Max(i => a.Values[i])), Left, Width - Right);
        double bottom = Top + (order.Length * SwarmHeight);
        Svg svg = new(Width, bottom + Bottom, $"{attributions[0].Method} of {attributions.Count} rows; colour: the feature, blue low to red high");
        axis.Draw(svg, Top, bottom);
        svg.Line(axis.At(0), Top, axis.At(0), bottom, Svg.Ink);
        for (int r = 0; r < order.Length; r++)
        {
            int i = order[r];
            double middle = Top + ((r + 0.5) * SwarmHeight), low = attributions.Min(a => a.At[i]), high = attributions.Max(a => a.At[i]);
            svg.Text(Left - 10, middle + 4, Name(names, i), "end");
            Dictionary<int, int> taken = []; // how many dots each place on the axis has
            foreach (Attribution attribution in attributions.OrderBy(a => a.Values[i]))
            {
                double x = axis.At(attribution.Values[i]);
                int place = (int)Math.Floor(x / DotSize), index = taken.GetValueOrDefault(place);
                taken[place] = index + 1;
                double away = Math.Min((index + 1) / 2 * 4.0, (SwarmHeight / 2) - 4) * (index % 2 == 0 ? 1 : -1);
                svg.Dot(x, middle + away, Svg.Shade(high > low ? (attribution.At[i] - low) / (high - low) : 0.5));
            }
        }
        return svg.Finish();
    }

    /// <summary>One feature's value against the feature itself, row by row; the shade is another feature, if one is named.</summary>
    /// <param name="attributions">Explanations of one method, of single features.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="shade">The feature that shades the dots; −1 for none.</param>
    /// <param name="names">One name per value; null for numbers.</param>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">There is no explanation, they differ in method or size, they are of groups, or a feature or the names do not fit.</exception>
    public static string Dependence(IReadOnlyList<Attribution> attributions, int feature, int shade = -1, IReadOnlyList<string>? names = null)
    {
        const double Height = 420, Side = 70;
        CheckFeatures(attributions, names);
        int count = attributions[0].Values.Length;
        if (feature < 0 || feature >= count || shade >= count)
        {
            throw new ArgumentOutOfRangeException(nameof(feature), string.Create(CultureInfo.InvariantCulture, $"Features {feature} and {shade} are not both among {count}."));
        }
        Axis across = new(attributions.Min(a => a.At[feature]), attributions.Max(a => a.At[feature]), Side, Width - Right);
        Axis up = new(attributions.Min(a => a.Values[feature]), attributions.Max(a => a.Values[feature]), Height - Bottom, Top);
        string shaded = shade < 0 ? "" : $"; colour: {Name(names, shade)}";
        Svg svg = new(Width, Height, $"{attributions[0].Method} of {Name(names, feature)}{shaded}");
        across.Draw(svg, Top, Height - Bottom);
        foreach (double tick in up.Ticks())
        {
            svg.Line(Side, up.At(tick), Width - Right, up.At(tick), Svg.Faint, isDashed: true);
            svg.Text(Side - 8, up.At(tick) + 4, Svg.Label(tick), "end");
        }
        svg.Text((Side + Width - Right) / 2, Height - 6, Name(names, feature), "middle");
        double low = shade < 0 ? 0 : attributions.Min(a => a.At[shade]), high = shade < 0 ? 0 : attributions.Max(a => a.At[shade]);
        foreach (Attribution attribution in attributions)
        {
            string fill = high > low ? Svg.Shade((attribution.At[shade] - low) / (high - low)) : Svg.Down;
            svg.Dot(across.At(attribution.At[feature]), up.At(attribution.Values[feature]), fill);
        }
        return svg.Finish();
    }

    private static void CheckFeatures(IReadOnlyList<Attribution> attributions, IReadOnlyList<string>? names)
    {
        Attribution.CheckAlike(attributions, names);
        if (attributions[0].At.Length != attributions[0].Values.Length)
        {
            throw new ArgumentException("A group has no number of its own to show; explain single features.", nameof(attributions));
        }
    }
}
