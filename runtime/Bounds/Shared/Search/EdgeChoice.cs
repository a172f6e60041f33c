using System;

namespace Proxima;

/// <summary>Across which edge a box is halved.</summary>
internal sealed class EdgeChoice<TObjective>(TObjective objective, Interval[] start)
    where TObjective : IBoxObjective
{
    private const int MostTried = 8; // edges; beyond them a trial of each costs more than it saves

    /// <summary>Of the bound: an edge whose halves gain ever less must not be halved for ever.</summary>
    private const double LeastGain = 0.1;

    public static bool CanBeHalved(Interval edge)
    {
        double middle = BoxBound<TObjective>.SplitPoint(edge);
        return middle > edge.Lo && middle < edge.Hi; // not two neighbours with nothing between them
    }

    /// <summary>The edge along which the function varies most by its slopes; the widest one where there are none. −1 when no edge can be halved.</summary>
    public int BySlopes(Interval[] box, ReadOnlySpan<Interval> slopes)
    {
        int best = -1;
        double most = -1;
        for (int j = 0; j < box.Length; j++)
        {
            if (!CanBeHalved(box[j]))
            {
                continue;
            }
            double weight = !slopes.IsEmpty ? slopes[j].Magnitude * box[j].Width : box[j].Width / start[j].Width;
            if (double.IsNaN(weight) || double.IsInfinity(weight))
            {
                // Slopes that may be anything tell nothing: the widest edge, before all that are known to matter less.
                weight = double.IsInfinity(box[j].Width) ? double.PositiveInfinity : double.MaxValue * Math.Min(1, box[j].Width / start[j].Width);
            }
            if (weight > most)
            {
                most = weight;
                best = j;
            }
        }
        return best;
    }

    /// <summary>
    /// The edge whose halves have the least bounds. Slopes mislead where the function swings many times within the box: to halve the number of swings
    /// changes nothing, to halve what their size depends on does.
    /// </summary>
    public int ByTrial(BoxNode node)
    {
        int best = node.Edge;
        if (node.Box.Length > MostTried)
        {
            return best;
        }
        double least = double.PositiveInfinity, bySlopes = double.PositiveInfinity;
        Interval[] half = (Interval[])node.Box.Clone();
        for (int j = 0; j < half.Length; j++)
        {
            Interval edge = half[j];
            double middle = BoxBound<TObjective>.SplitPoint(edge);
            if (middle <= edge.Lo || middle >= edge.Hi)
            {
                continue;
            }
            half[j] = new(edge.Lo, middle);
            double first = Upper(half, node);
            half[j] = new(middle, edge.Hi);
            double sum = first + Upper(half, node);
            half[j] = edge;
            bySlopes = j == node.Edge ? sum : bySlopes;
            if (sum < least)
            {
                least = sum;
                best = j;
            }
        }
        return bySlopes - least > LeastGain * Math.Abs(node.Upper) ? best : node.Edge;
    }

    private double Upper(Interval[] half, BoxNode whole)
    {
        Interval value = objective.Enclose(half);
        return value.IsEmpty ? double.NegativeInfinity : Math.Min(value.Hi, whole.Upper);
    }
}
