using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>How the iterations of a loop can share lanes; there is none where an iteration needs another one before it.</summary>
internal sealed class LanePlan
{
    private LanePlan(LaneAccesses accesses) => Accesses = accesses;

    public LaneAccesses Accesses { get; }

    /// <summary>What becomes of each real value that the loop carries.</summary>
    public Dictionary<string, Accumulation> Accumulated { get; } = [];

    /// <summary>The names that hold an accumulated value on its way through an iteration.</summary>
    public Dictionary<string, IReadOnlyCollection<string>> Chains { get; } = [];

    /// <summary>Values of the iteration before: they are the lanes of the next value, moved by one.</summary>
    public HashSet<string> Delayed { get; } = [];

    /// <summary>Carried integers and how far an iteration moves each.</summary>
    public Dictionary<string, IndexPolynomial> Moved { get; } = [];

    /// <summary>Arrays that iterations add into at the same elements: each lane has its own, summed after the loop.</summary>
    public HashSet<string> Summed { get; } = [];

    /// <summary>Arrays of rows that are read: one vector per column is loaded at once.</summary>
    public Dictionary<string, IndexPolynomial> Columns { get; } = [];

    /// <summary>The number of places that touch elements that are not neighbours from lane to lane.</summary>
    public int Strided { get; private set; }

    /// <param name="isCopyWork">True where a loop that only moves elements is worth lanes: others then keep the same arrays in whole vectors.</param>
    public static LanePlan? Of(For loop, KnownIntegers integers, ScalarType real, bool isCopyWork = false)
    {
        if (loop.Step is not (1 or -1) || loop.Until is not null || IsShort(loop, real) || !(HasWork(loop, real) || (isCopyWork && Walker.Statements(loop.Body).Any(s => s is Store store && store.Value.Type == real))))
        {
            return null;
        }
        LaneAccesses accesses = LaneAccesses.Of(loop, integers, real);
        LanePlan plan = new(accesses);
        return accesses.Obstacle.Length == 0 && plan.PlanCells(loop) && plan.PlanArrays(loop) ? plan : null;
    }

    private static bool IsShort(For loop, ScalarType real) =>
        loop.From is Constant from && loop.To is Constant to && System.Math.Abs(to.Bits - from.Bits) < LoopLanes.LanesOf(real);

    public static bool HasWork(For loop, ScalarType real) => Walker.Expressions(loop.Body).Any(e => e is Apply apply && apply.Type == real && apply.Primitive != Arithmetic.Convert)
        || loop.Carried.Any(c => Walker.All(c.Next).Any(e => e is Apply apply && apply.Type == real)) || Walker.Statements(loop.Body).Any(s => s is Add add && add.Value.Type == real);

    private bool PlanCells(For loop)
    {
        foreach (Carried cell in loop.Carried)
        {
            if (!cell.Type.IsReal())
            {
                if (cell.Type != ScalarType.Int || loop.Step != 1 || Accesses.Split(Build.Name(cell.Name, cell.Type)) is not { } parts || parts.Stride.Mentions(loop.Index))
                {
                    return false;
                }
                Moved[cell.Name] = parts.Stride;
                continue;
            }
            Accumulation kind = AccumulationSearch.Of(cell, loop.Carried, loop.Body, out IReadOnlyCollection<string> chain);
            if (kind != Accumulation.None)
            {
                Accumulated[cell.Name] = kind;
                Chains[cell.Name] = chain;
            }
            else if (loop.Step == 1 && LaneDelays.CanDelay(loop, cell))
            {
                Delayed.Add(cell.Name);
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private bool PlanArrays(For loop)
    {
        foreach (IGrouping<string, Access> array in Accesses.All.GroupBy(static a => a.Array))
        {
            if (!Accesses.AreApart(array.Key))
            {
                return false;
            }
            bool isAdded = array.All(static a => a.Kind == AccessKind.Add);
            if (isAdded && array.Any(static a => a.IsUniform))
            {
                Summed.Add(array.Key);
            }
            if (!isAdded && array.Any(static a => a.Kind != AccessKind.Read && a.IsUniform))
            {
                return false;
            }
            Access[] strided = [.. array.Where(static a => !a.IsUniform && a.Stride.Constant != 1)];
            if (strided.Length == 0)
            {
                continue;
            }
            if (array.All(static a => a.Kind == AccessKind.Read) && strided.All(a => a.IsRow && a.Stride.Equals(strided[0].Stride)) && loop.Step == 1 && !Accesses.MentionsInner(strided[0].Stride))
            {
                Columns[array.Key] = strided[0].Stride;
                continue;
            }
            Strided += strided.Length;
        }
        return true;
    }
}
