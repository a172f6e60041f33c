using System;

namespace Proxima.Linear;

internal sealed partial class Adjoint
{
    /// <summary>
    /// McCormick's planes in equal parts: over small ranges their gap is the product of the two widths, where the chord's is of the order of one. What is left
    /// of the slope is bounded by lines over the operation's argument, so that it meets the other slopes at the inputs.
    /// </summary>
    private const double Half = 0.5;

    private static void Mixtures(AdjointBounds bounds, AdjointArgument argument, ArgumentBounds factors, int results, int count)
    {
        for (int r = 0; r < results; r++)
        {
            int row = r * bounds.Stride;
            for (int i = 0; i < count; i++)
            {
                Interval g = Interval.Raw(bounds.Low[row + i], bounds.High[row + i]), s = Interval.Raw(factors.FactorLow[i], factors.FactorHigh[i]);
                if (ChordGap(g, s) <= MixtureGap(g, s, factors, i))
                {
                    (argument.MixedLines.UpSlope[row + i], argument.MixedLines.UpShift[row + i], argument.UpFactor[row + i]) = (argument.UpSlope[row + i], argument.UpShift[row + i], 0);
                    (argument.MixedLines.LowSlope[row + i], argument.MixedLines.LowShift[row + i], argument.LowFactor[row + i]) = (argument.LowSlope[row + i], argument.LowShift[row + i], 0);
                    continue;
                }
                Plane above = Plane.Above(g, s, Half), below = Plane.Below(g, s, Half);
                (argument.MixedLines.UpSlope[row + i], argument.MixedLines.UpShift[row + i], argument.UpFactor[row + i]) = Line(above, factors, i);
                (double slope, double shift, double factor) = Line(new Plane(-below.First, -below.Second, -below.Shift), factors, i);
                (argument.MixedLines.LowSlope[row + i], argument.MixedLines.LowShift[row + i], argument.LowFactor[row + i]) = (-slope, -shift, -factor);
            }
        }
    }

    /// <summary>About how far the chords lie from each other.</summary>
    private static double ChordGap(Interval g, Interval s) =>
        s.Width * (g.Lo < 0 && g.Hi > 0 ? -2 * g.Lo * g.Hi / g.Width : Math.Abs(g.Midpoint));

    /// <summary>About how far the mixtures do: the planes by half the product of the widths, and the lines around the slope.</summary>
    private static double MixtureGap(Interval g, Interval s, ArgumentBounds factors, int i)
    {
        double middle = (0.5 * factors.Low[i]) + (0.5 * factors.High[i]);
        double lines = ((factors.FactorUpSlope[i] - factors.FactorLowSlope[i]) * middle) + factors.FactorUpShift[i] - factors.FactorLowShift[i];
        return (0.5 * g.Width * s.Width) + (Math.Abs(g.Midpoint) * lines);
    }

    /// <summary>first · g + second · s + shift from above, with s below (above, for a negative second) its line.</summary>
    private static (double Slope, double Shift, double Factor) Line(Plane plane, ArgumentBounds factors, int i)
    {
        bool isUp = plane.Second > 0;
        double slope = isUp ? factors.FactorUpSlope[i] : factors.FactorLowSlope[i], rest = isUp ? factors.FactorUpShift[i] : factors.FactorLowShift[i];
        double factor = plane.Second * slope, add = plane.Second == 0 ? 0 : plane.Second * rest;
        double size = Math.Abs(plane.Shift) + Math.Abs(add) + (Math.Abs(factor) * Roundoff.Magnitude(factors.Low[i], factors.High[i]));
        return (plane.First, Roundoff.UpperOrInfinite(Roundoff.Up(plane.Shift + add, size)), factor);
    }
}
