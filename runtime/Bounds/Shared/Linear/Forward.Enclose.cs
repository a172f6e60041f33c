using System;

namespace Proxima.Linear;

internal sealed partial class Forward
{
    /// <summary>Ranges of the results, slopes and (if asked for) the curves' lines, from the ranges of the arguments.</summary>
    private static void Enclose(Layer layer, LayerBounds bounds, bool draws)
    {
        if (layer.Operation is Surface surface)
        {
            Surfaces(surface, layer.Count, bounds);
        }
        else if (layer.Curve is { IsRelu: true })
        {
            Rectified(layer.Count, bounds);
        }
        else
        {
            Curves(layer.Curve!, layer.Count, bounds, draws);
        }
    }

    private static void Rectified(int count, LayerBounds bounds)
    {
        ArgumentBounds argument = bounds.Arguments[0];
        for (int i = 0; i < count; i++)
        {
            double low = argument.Low[i], high = argument.High[i];
            bool isActive = low >= 0, isInactive = high <= 0 && !isActive;
            bounds.SetRange(i, isActive ? low : 0, isInactive ? 0 : high);
            argument.FactorLow[i] = isActive ? 1 : 0;
            argument.FactorHigh[i] = isInactive ? 0 : 1;
            argument.UpSlope[i] = argument.LowSlope[i] = isActive ? 1 : 0;
            argument.SetFactor(i, isActive || isInactive ? new Strip(0, isActive ? 1 : 0, 0, isActive ? 1 : 0) : StepStrip(low, high));
            bounds.UpShift[i] = bounds.LowShift[i] = 0;
            if (!isActive && !isInactive)
            {
                // The chord, raised until it is certainly above both ends; below, whichever of 0 and x leaves the smaller triangle.
                double slope = high / (high - low);
                slope = slope is >= 0 and <= 1 ? slope : 0;
                double drop = slope * low;
                argument.UpSlope[i] = slope;
                bounds.UpShift[i] = Roundoff.UpperOrInfinite(Roundoff.Up(Math.Max(-drop, high - (slope * high)), high - drop));
                argument.LowSlope[i] = high > -low ? 1 : 0;
            }
        }
    }

    /// <summary>z / u ≤ step(z) ≤ 1 − z / l on [l, u], l &lt; 0 &lt; u: each line is raised or lowered until it clears the ends and the jump.</summary>
    private static Strip StepStrip(double low, double high)
    {
        double up = -1 / low, down = 1 / high;
        if (!(up < 1e100 && down < 1e100 && high < 1e100 && low > -1e100))
        {
            return new Strip(0, 1, 0, 0);
        }
        return new Strip(up, Roundoff.Up(Math.Max(1, -(up * low)), 1), down, -Roundoff.Up(Math.Max(0, (down * high) - 1), 1));
    }

    private static void Curves(Curve curve, int count, LayerBounds bounds, bool draws)
    {
        ArgumentBounds argument = bounds.Arguments[0];
        for (int i = 0; i < count; i++)
        {
            Interval x = Interval.Raw(argument.Low[i], argument.High[i]), value = curve.Value(x);
            value = value.IsEmpty ? Interval.Entire : value;
            Interval slope = value.IsEntire ? Interval.Entire : curve.Slope(x, value);
            slope = slope.IsEmpty ? Interval.Entire : slope;
            bool isFine = x.IsBounded && value.IsBounded && !x.IsPoint;
            Strip strip = isFine && draws ? curve.Relax(x, value) : Strip.Level(value);
            argument.SetFactor(i, isFine && slope.IsBounded ? curve.RelaxSlope(x, value) : Strip.Level(slope));
            bounds.SetRange(i, value.Lo, value.Hi);
            (argument.FactorLow[i], argument.FactorHigh[i]) = (slope.Lo, slope.Hi);
            (argument.UpSlope[i], argument.LowSlope[i]) = (strip.UpSlope, strip.LowSlope);
            (bounds.UpShift[i], bounds.LowShift[i]) = (strip.UpShift, strip.LowShift);
        }
    }

    private static void Surfaces(Surface surface, int count, LayerBounds bounds)
    {
        ArgumentBounds p = bounds.Arguments[0], q = bounds.Arguments[1];
        for (int i = 0; i < count; i++)
        {
            Interval left = Interval.Raw(p.Low[i], p.High[i]), right = Interval.Raw(q.Low[i], q.High[i]), value = surface.Value(left, right);
            value = value.IsEmpty ? Interval.Entire : value;
            (Interval First, Interval Second) slopes = surface.Slopes(left, right, value);
            (Interval first, Interval second) = (slopes.First.IsEmpty ? Interval.Entire : slopes.First, slopes.Second.IsEmpty ? Interval.Entire : slopes.Second);
            bounds.SetRange(i, value.Lo, value.Hi);
            (p.FactorLow[i], p.FactorHigh[i]) = (first.Lo, first.Hi);
            (q.FactorLow[i], q.FactorHigh[i]) = (second.Lo, second.Hi);
            p.SetFactor(i, surface.IsProduct ? new Strip(1, 0, 1, 0) : Strip.Level(first));
            q.SetFactor(i, surface.IsProduct ? new Strip(1, 0, 1, 0) : Strip.Level(second));
            (Plane up, Plane low) = surface.Planes(left, right, value, (first, second));
            (p.UpSlope[i], q.UpSlope[i], bounds.UpShift[i]) = (up.First, up.Second, up.Shift);
            (p.LowSlope[i], q.LowSlope[i], bounds.LowShift[i]) = (low.First, low.Second, low.Shift);
        }
    }
}
