using System;

namespace Proxima;

/// <summary>What points that a search met are worth.</summary>
internal static class Witnesses
{
    private static readonly double[] s_steps = [1e-12, -1e-12, 1e-6, -1e-6, 1e-3, -1e-3]; // parts of the way to the ends of the box

    private const double Roundings = 1 - 1e-12; // slopes a rounding away from a point of a smooth function differ by roundings

    /// <summary>
    /// What an objective is at least, a rounding around a point. On a border a branch takes one arm at the point alone, whose slope may be that of no other point:
    /// <c>x == 0 ? -x : x</c>.
    /// </summary>
    public static double Around<TObjective>(TObjective objective, Interval[] box, double[] point)
        where TObjective : IBoxObjective
    {
        Interval[] around = new Interval[point.Length];
        for (int j = 0; j < around.Length; j++)
        {
            around[j] = Interval.Intersect(box[j], new(Neighbours.Below(point[j]), Neighbours.Above(point[j])));
        }
        return objective.Enclose(around).Lo;
    }

    /// <summary>
    /// The result of a search for slopes, its lower bound one that other points near the witness attain too. A witness that is alone gives way to the best of a few
    /// points beside it.
    /// </summary>
    public static SearchResult Reached<TObjective>(TObjective objective, Interval[] box, SearchResult found)
        where TObjective : IBoxObjective
    {
        if (found.Witness.Length == 0)
        {
            return found;
        }
        double[] witness = found.Witness;
        double lower = Around(objective, box, witness);
        if (lower >= found.Lower - ((1 - Roundings) * Math.Abs(found.Lower)))
        {
            return found;
        }
        foreach (double step in s_steps)
        {
            double[] beside = Array.ConvertAll(found.Witness, static x => x);
            for (int j = 0; j < beside.Length; j++)
            {
                double end = step > 0 ? box[j].Hi : box[j].Lo;
                double moved = beside[j] + (Math.Abs(step) * (end - beside[j]));
                beside[j] = box[j].Contains(moved) ? moved : beside[j];
            }
            double attained = Around(objective, box, beside);
            if (attained > lower)
            {
                (lower, witness) = (attained, beside);
            }
        }
        return new() { Upper = found.Upper, Lower = Math.Min(lower, found.Upper), Witness = witness, Splits = found.Splits, Candidates = found.Candidates, Tree = found.Tree };
    }
}
