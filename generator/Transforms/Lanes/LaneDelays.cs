using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Values of the iteration before: a carried value whose next value needs no other iteration can be had in lanes as the next value's lanes moved by one.
/// </summary>
/// <remarks>
/// <code>carrying p = 0 { let u = f(x[i]); y[i] = g(p) } next u   →   let u = f(x[i …]); let p = shift(before, u); y[i …] = g(p)</code>
/// </remarks>
internal static class LaneDelays
{
    /// <summary>True when the next value comes from values and reads of the block alone, without the carried value itself or what the loop stores.</summary>
    public static bool CanDelay(For loop, Carried cell) => Needed(loop, cell) is not null;

    /// <summary>The statements that the next value needs, in order; null when one of them needs the carried value or is no plain value.</summary>
    public static List<Let>? Needed(For loop, Carried cell)
    {
        HashSet<string> written = [.. loop.Body.Statements.SelectMany(Walker.Written)];
        Dictionary<string, int> lets = [];
        for (int i = 0; i < loop.Body.Statements.Count; i++)
        {
            if (loop.Body.Statements[i] is Let let)
            {
                lets[let.Name] = i;
            }
        }
        HashSet<string> defined = [.. Walker.Statements(loop.Body).SelectMany(static s => Walker.Defines(s).Select(static d => d.Name).Concat(Walker.CarriedBy(s).Select(static c => c.Name)))];
        SortedSet<int> needed = [];
        bool Collect(Expression expression)
        {
            foreach (Expression inner in Walker.All(expression))
            {
                if (inner is Element element && written.Contains(element.Array))
                {
                    return false;
                }
                if (inner is not Read read)
                {
                    continue;
                }
                if (read.Name == cell.Name)
                {
                    return false;
                }
                if (lets.TryGetValue(read.Name, out int at))
                {
                    if (needed.Add(at) && !Collect(((Let)loop.Body.Statements[at]).Value))
                    {
                        return false;
                    }
                }
                else if (defined.Contains(read.Name))
                {
                    return false;
                }
            }
            return true;
        }
        return Collect(cell.Next) ? [.. needed.Select(i => (Let)loop.Body.Statements[i])] : null;
    }

    /// <summary>The delayed cells so that each comes after those whose values its next value needs; null when they need each other.</summary>
    public static List<Carried>? Ordered(For loop, IEnumerable<Carried> delayed)
    {
        List<Carried> open = [.. delayed], ordered = [];
        while (open.Count > 0)
        {
            Carried? free = open.FirstOrDefault(c => !open.Any(other => other.Name != c.Name && Needs(loop, c, other.Name)));
            if (free is null)
            {
                return null;
            }
            open.Remove(free);
            ordered.Add(free);
        }
        return ordered;
    }

    private static bool Needs(For loop, Carried cell, string name) =>
        Needed(loop, cell)!.Select(static l => l.Value).Append(cell.Next).Any(e => Walker.All(e).Any(i => i is Read read && read.Name == name));
}
