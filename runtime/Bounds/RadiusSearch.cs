using System;

namespace Proxima;

/// <summary>The largest box around a point on which a function provably stays at or below zero, by halving between what is proved and what is not.</summary>
internal static class RadiusSearch
{
    private const int Halvings = 40; // of an interval of radii: about 12 digits

    /// <param name="objective">At most zero at <paramref name="at"/>.</param>
    /// <param name="at">The point.</param>
    /// <param name="scales">The part of the radius that each coordinate may move.</param>
    /// <param name="domain">Where the model may be asked; the boxes are cut at its ends.</param>
    /// <param name="largest">The largest radius of interest.</param>
    /// <param name="limits">The splits are shared by all radii tried.</param>
    public static CertifiedRadius Run<TObjective>(TObjective objective, double[] at, double[] scales, Interval[] domain, double largest, SearchLimits limits)
        where TObjective : IBoxObjective
    {
        double proved = 0, open = largest, attained = double.PositiveInfinity;
        double[] witness = [];
        long splits = 0, left = limits.Splits;
        for (int i = 0; i <= Halvings && left >= 0 && proved < open * (1 - limits.RelativeGap); i++)
        {
            double radius = i == 0 ? largest : proved + (0.5 * (open - proved));
            SearchResult result = BoxSearch<TObjective>.Maximise(
                objective, Around(at, scales, domain, radius), limits with { Splits = i == 0 ? left : Math.Max(1, left / 4), Target = 0, RelativeGap = 0, AbsoluteGap = 0 });
            splits += result.Splits;
            left = limits.Splits - splits;
            if (result.Upper <= 0)
            {
                proved = radius;
                continue;
            }
            open = radius;
            if (result.Lower > 0 && Distance(at, scales, result.Witness) is var distance && distance < attained)
            {
                (attained, witness) = (distance, result.Witness);
                open = Math.Min(open, distance);
            }
        }
        return new(proved, attained, witness, splits);
    }

    private static Interval[] Around(double[] at, double[] scales, Interval[] domain, double radius)
    {
        Interval[] box = new Interval[at.Length];
        for (int j = 0; j < at.Length; j++)
        {
            Interval step = new Interval(-scales[j], scales[j]) * radius;
            box[j] = Interval.Intersect(at[j] + step, domain[j]); // never empty: it contains the point
        }
        return box;
    }

    private static double Distance(double[] at, double[] scales, double[] point)
    {
        double distance = 0;
        for (int j = 0; j < at.Length; j++)
        {
            double move = Math.Abs(point[j] - at[j]);
            distance = Math.Max(distance, move == 0 ? 0 : move / scales[j]);
        }
        return distance;
    }
}
