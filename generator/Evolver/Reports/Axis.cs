using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Proxima.Evolver.Reports;

/// <summary>One axis of a plot: what it spans, and its marks at round numbers or powers of ten.</summary>
internal sealed class Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;

    private Axis(double low, double high, bool isLogarithmic)
    {
        _low = low;
        _high = high;
        _isLogarithmic = isLogarithmic;
        Ticks = [.. isLogarithmic ? Powers(low, high) : Rounds(low, high)];
    }

    public IReadOnlyList<(double Value, string Text)> Ticks { get; }

    public static Axis Of(double[] values, bool isLogarithmic)
    {
        double low = values.Min(), high = values.Max();
        if (isLogarithmic)
        {
            (low, high) = (Math.Log10(low), Math.Log10(high));
        }
        double more = high > low ? 0.05 * (high - low) : Math.Max(1e-300, Math.Abs(low) * 0.5);
        return new(low - more, high + more, isLogarithmic);
    }

    /// <summary>0 at the low end, 1 at the high one.</summary>
    public double Place(double value) => ((_isLogarithmic ? Math.Log10(value) : value) - _low) / (_high - _low);

    private static IEnumerable<(double, string)> Powers(double low, double high)
    {
        int step = Math.Max(1, (int)Math.Ceiling((high - low) / 6));
        int[] exponents = [.. Enumerable.Range((int)Math.Ceiling(low), Math.Max(0, (int)Math.Floor(high) - (int)Math.Ceiling(low) + 1)).Where(e => e % step == 0)];
        if (exponents.Length >= 2)
        {
            return exponents.Select(static e => (Math.Pow(10, e), string.Create(CultureInfo.InvariantCulture, $"1e{e}")));
        }
        return Enumerable.Range(0, 4).Select(i => Math.Pow(10, low + ((high - low) * (i + 0.5) / 4))).Select(static v => (v, v.ToString("0.0e0", CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<(double, string)> Rounds(double low, double high)
    {
        const int Most = 6;
        double unit = Math.Pow(10, Math.Floor(Math.Log10((high - low) / Most)));
        double step = new[] { 1, 2, 5, 10 }.Select(factor => factor * unit).First(s => (high - low) / s <= Most);
        for (double tick = Math.Ceiling(low / step); tick * step <= high; tick++)
        {
            double value = tick * step;
            yield return (value, Text(value, Math.Max(Math.Abs(low), Math.Abs(high))));
        }
    }

    private static string Text(double value, double largest) => value == 0 ? "0"
        : largest is >= 1e-3 and < 1e6 ? Math.Round(value, 10).ToString("0.######", CultureInfo.InvariantCulture)
        : value.ToString("0.##e0", CultureInfo.InvariantCulture);
}
