using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima;

/// <summary>Explanations as pictures: SVG text without scripts or fonts.</summary>
public static partial class Plots
{
    private const double Width = 720, Left = 190, Right = 40, Top = 44, RowHeight = 28, Bottom = 44, LabelWidth = 64;

    /// <summary>How one output comes about: from the base value, feature by feature, the largest contributions last.</summary>
    /// <param name="attribution">Contributions.</param>
    /// <param name="names">One name per value; null for numbers.</param>
    /// <param name="most">The most features that have a row; the others share one.</param>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">The explanation gives slopes, the names do not fit, or there is no row.</exception>
    public static string Waterfall(Attribution attribution, IReadOnlyList<string>? names = null, int most = 12)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        Attribution.CheckAlike([attribution], names);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (attribution.IsSlope)
        {
            throw new ArgumentException($"'{attribution.Method}' gives slopes, which do not add up to the output.", nameof(attribution));
        }
        int[] order = [.. Enumerable.Range(0, attribution.Values.Length).OrderByDescending(i => Math.Abs(attribution.Values[i]))];
        List<(string Name, double Value)> steps = [];
        if (order.Length > most)
        {
            steps.Add(($"{order.Length - most + 1} others", order.Skip(most - 1).Sum(i => attribution.Values[i])));
        }
        foreach (int i in order.Take(order.Length > most ? most - 1 : most).Reverse())
        {
            steps.Add((Named(attribution, names, i), attribution.Values[i]));
        }

        List<double> ends = [attribution.BaseValue];
        foreach ((_, double value) in steps)
        {
            ends.Add(ends[^1] + value);
        }
        Axis axis = new(ends.Min(), ends.Max(), Left, Width - Right);
        double bottom = Top + (steps.Count * RowHeight);
        Svg svg = new(Width, bottom + Bottom, $"{attribution.Method}: {Svg.Label(attribution.BaseValue)} → {Svg.Label(ends[^1])}{(attribution.IsMargin ? " (margin)" : "")}");
        axis.Draw(svg, Top, bottom);
        for (int s = 0; s < steps.Count; s++)
        {
            double y = bottom - ((s + 1) * RowHeight);
            (string name, double value) = steps[s];
            svg.Bar(axis.At(ends[s]), axis.At(ends[s + 1]), y + 5, RowHeight - 10, value >= 0 ? Svg.Up : Svg.Down);
            svg.Text(Left - 10, y + 18, name, "end");
            double left = axis.At(Math.Min(ends[s], ends[s + 1])), right = axis.At(Math.Max(ends[s], ends[s + 1]));
            // In the bar where it fits; beside it else, on the side that has room.
            if (right - left > LabelWidth)
            {
                svg.Text((left + right) / 2, y + 18, Signed(value), "middle", Svg.Paper);
            }
            else if (right + LabelWidth < Width)
            {
                svg.Text(right + 4, y + 18, Signed(value));
            }
            else
            {
                svg.Text(left - 4, y + 18, Signed(value), "end");
            }
            svg.Line(axis.At(ends[s + 1]), y + 5, axis.At(ends[s + 1]), y - 5 + (s == steps.Count - 1 ? 10 : 0), Svg.Faint);
        }
        return svg.Finish();
    }

    /// <summary>
    /// How much each feature counts: the mean size of its values over explanations; of one explanation its values, with half widths where there are any.
    /// </summary>
    /// <param name="attributions">Explanations of one method.</param>
    /// <param name="names">One name per value; null for numbers.</param>
    /// <param name="most">The most features that have a row.</param>
    /// <returns>An SVG document.</returns>
    /// <exception cref="ArgumentException">There is no explanation, they differ in method or size, or the names do not fit.</exception>
    public static string Bar(IReadOnlyList<Attribution> attributions, IReadOnlyList<string>? names = null, int most = 12)
    {
        Attribution.CheckAlike(attributions, names);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        bool isOne = attributions.Count == 1;
        double[] sizes = [.. Enumerable.Range(0, attributions[0].Values.Length).Select(i => isOne ? attributions[0].Values[i] : attributions.Average(a => Math.Abs(a.Values[i])))];
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(i => Math.Abs(sizes[i])).Take(most)];
        double[] widths = isOne ? attributions[0].HalfWidths ?? [] : [];
        double reach = order.Max(i => Math.Abs(sizes[i]) + (widths.Length > 0 ? widths[i] : 0));
        Axis axis = new(sizes.Min() < 0 ? -reach : 0, reach, Left, Width - Right);
        double bottom = Top + (order.Length * RowHeight);
        Svg svg = new(Width, bottom + Bottom, isOne ? $"{attributions[0].Method}" : $"{attributions[0].Method}: mean size over {attributions.Count} rows");
        axis.Draw(svg, Top, bottom);
        for (int r = 0; r < order.Length; r++)
        {
            int i = order[r];
            double y = Top + (r * RowHeight);
            svg.Bar(axis.At(0), axis.At(sizes[i]), y + 5, RowHeight - 10, Fill(sizes[i]));
            if (widths.Length > 0)
            {
                svg.Line(axis.At(sizes[i] - widths[i]), y + (RowHeight / 2), axis.At(sizes[i] + widths[i]), y + (RowHeight / 2), Svg.Ink);
            }
            svg.Text(Left - 10, y + 18, isOne ? Named(attributions[0], names, i) : Name(names, i), "end");
        }
        svg.Line(axis.At(0), Top, axis.At(0), bottom, Svg.Ink);
        return svg.Finish();

        string Fill(double size) => (isOne, size >= 0) switch
        {
            (false, _) => Svg.Neutral,
            (_, true) => Svg.Up,
            _ => Svg.Down,
        };
    }

    private static string Name(IReadOnlyList<string>? names, int index) => names is null ? $"feature {index}" : names[index];

    // With the feature's own number, when values are of single features.
    private static string Named(Attribution attribution, IReadOnlyList<string>? names, int index)
        => attribution.At.Length == attribution.Values.Length ? $"{Name(names, index)} = {Svg.Label(attribution.At[index])}" : Name(names, index);

    private static string Signed(double value) => value >= 0 ? "+" + Svg.Label(value) : Svg.Label(value);
}
