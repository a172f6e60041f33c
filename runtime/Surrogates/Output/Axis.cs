using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>A linear axis with ticks at round numbers.</summary>
internal readonly struct Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _left;
    private readonly double _right;

    public Axis(double low, double high, double left, double right)
    {
        double margin = high > low ? 0.04 * (high - low) : Math.Max(Math.Abs(high), 1) * 0.5;
        (_low, _high, _left, _right) = (low - margin, high + margin, left, right);
    }

    public double At(double value) => _left + ((value - _low) / (_high - _low) * (_right - _left));

    public void Draw(Svg svg, double top, double bottom)
    {
        foreach (double tick in Ticks())
        {
            svg.Line(At(tick), top, At(tick), bottom, Svg.Faint, isDashed: true);
            svg.Text(At(tick), bottom + 18, Svg.Label(tick), "middle");
        }
    }

    /// <summary>Four to ten multiples of 1, 2 or 5 times a power of ten.</summary>
    public IReadOnlyList<double> Ticks()
    {
        double raw = (_high - _low) / 6, power = Math.Pow(10, Math.Floor(Math.Log10(raw))), step = power;
        foreach (double factor in (ReadOnlySpan<double>)[2, 5, 10])
        {
            step = step < raw ? factor * power : step;
        }
        List<double> ticks = [];
        for (double k = Math.Ceiling(_low / step); k * step <= _high; k++)
        {
            ticks.Add(k * step);
        }
        return ticks;
    }
}
