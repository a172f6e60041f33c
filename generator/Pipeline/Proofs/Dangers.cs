using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>
/// The operations that may be undefined, or have an unbounded slope, somewhere on a box: what is left after the box has been halved some times, so that few are
/// named that only the width of the box makes look so.
/// </summary>
internal static class Dangers
{
    private const int MostBoxes = 256;

    public static IReadOnlyList<(Hazard Hazard, Danger Danger, Interval Argument)> Find(ProgramModel model, IntervalProgram range, Interval[] box, Meter meter)
    {
        meter.Limit = meter.Used + Searches.Work;
        long end = meter.Used + (Searches.Work / 8);
        Danger[] onWhole = On(model, range, box);
        Interval[] arguments = [.. range.Hazards.Select((_, i) => range.ArgumentOf(i))];
        Danger[] left = [.. onWhole.Select(static _ => Danger.None)];
        Queue<Interval[]> open = new([box]);
        for (int done = 0; open.Count > 0; done++)
        {
            Interval[] part = open.Dequeue();
            Danger[] dangers = On(model, range, part);
            if (dangers.All(static d => d == Danger.None))
            {
                continue;
            }
            int edge = WidestEdge(part, box);
            if (done >= MostBoxes || meter.Used >= end || edge < 0)
            {
                for (int i = 0; i < left.Length; i++)
                {
                    left[i] = Worse(left[i], dangers[i]);
                }
                continue;
            }
            double middle = BoxBound<NormObjective<ProgramModel>>.SplitPoint(part[edge]);
            Interval[] first = (Interval[])part.Clone(), second = (Interval[])part.Clone();
            first[edge] = new(part[edge].Lo, middle);
            second[edge] = new(middle, part[edge].Hi);
            open.Enqueue(first);
            open.Enqueue(second);
        }
        return [.. range.Hazards.Select((h, i) => (Hazard: h, Danger: left[i], Argument: arguments[i])).Where(static d => d.Danger != Danger.None)];
    }

    private static Danger[] On(ProgramModel model, IntervalProgram range, Interval[] box)
    {
        model.Range(box);
        return [.. range.Hazards.Select((hazard, i) => hazard.In(range.ArgumentOf(i)))];
    }

    /// <summary>An argument outside the domain is more than one at its edge.</summary>
    private static Danger Worse(Danger a, Danger b) => a == Danger.None || b == Danger.Domain ? b : a;

    private static int WidestEdge(Interval[] part, Interval[] whole)
    {
        int widest = -1;
        double most = 0;
        for (int j = 0; j < part.Length; j++)
        {
            double middle = BoxBound<NormObjective<ProgramModel>>.SplitPoint(part[j]);
            double share = double.IsInfinity(part[j].Width) ? double.MaxValue : double.IsInfinity(whole[j].Width) ? part[j].Width : part[j].Width / whole[j].Width;
            if (middle > part[j].Lo && middle < part[j].Hi && share > most)
            {
                most = share;
                widest = j;
            }
        }
        return widest;
    }
}
