using System;

namespace Proxima.Linear;

internal sealed partial class Adjoint
{
    /// <summary>h = s·g for s ∈ [a, b] and g ∈ [l, u]: its range and the chords.</summary>
    private static void Chords(AdjointBounds bounds, AdjointArgument argument, ArgumentBounds factors, int results, int count)
    {
        for (int r = 0; r < results; r++)
        {
            int row = r * bounds.Stride;
            for (int i = 0; i < count; i++)
            {
                Chord(argument, row + i, bounds.Low[row + i], bounds.High[row + i], factors.FactorLow[i], factors.FactorHigh[i]);
            }
        }
    }

    private static void Chord(AdjointArgument argument, int i, double l, double u, double a, double b)
    {
        double al = Times(a, l), au = Times(a, u), bl = Times(b, l), bu = Times(b, u);
        double low = Math.Min(Math.Min(al, au), Math.Min(bl, bu)), high = Math.Max(Math.Max(al, au), Math.Max(bl, bu));
        double size = Roundoff.Magnitude(low, high), middle = (0.5 * low) + (0.5 * high), radius = Math.Max(high - middle, middle - low);
        argument.Middle[i] = middle;
        argument.Radius[i] = radius == 0 && IsExact(a, b) ? 0 : radius + (8 * Roundoff.Unit * size);
        argument.Size[i] = size * (1 + (4 * Roundoff.Unit));
        if (l >= 0 || u <= 0)
        {
            // One sign: h lies between a·g and b·g.
            argument.UpSlope[i] = l >= 0 ? b : a;
            argument.LowSlope[i] = l >= 0 ? a : b;
            argument.UpShift[i] = argument.LowShift[i] = 0;
            return;
        }
        (argument.UpSlope[i], argument.UpShift[i]) = Above(l, u, Math.Max(al, bl), Math.Max(au, bu));
        (double slope, double shift) = Above(l, u, -Math.Min(al, bl), -Math.Min(au, bu));
        (argument.LowSlope[i], argument.LowShift[i]) = (-slope, -shift);
    }

    /// <summary>The line through two ends of a convex function, raised over the rounding of the ends and of itself.</summary>
    private static (double Slope, double Shift) Above(double l, double u, double atLow, double atHigh)
    {
        double slope = (atHigh - atLow) / (u - l);
        if (double.IsNaN(slope) || double.IsInfinity(slope))
        {
            return (0, Roundoff.UpperOrInfinite(Math.Max(atLow, atHigh)));
        }
        double size = Math.Max(Math.Abs(atLow) + Math.Abs(slope * l), Math.Abs(atHigh) + Math.Abs(slope * u));
        return (slope, Roundoff.Up(Math.Max(atLow - (slope * l), atHigh - (slope * u)), size));
    }

    // A derivative that is not used has an infinite factor at most: 0 · ∞ is 0 here.
    private static double Times(double x, double y) => x == 0 || y == 0 ? 0 : x * y;

    private static bool IsExact(double a, double b) => a == b && a is 0 or 1 or -1;
}
