using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Fused sweeps: a loop that only sums needs no second loop when the adjoint of the sum is known before it starts.
internal sealed partial class Reverse
{
    /// <summary>
    /// <code>for (i …) { s += f(x[i]) } return c * s   →   sAdjoint = c; for (i …) { s += f(x[i]); dX[i] += f'(x[i]) * sAdjoint }</code>
    /// Nothing is recorded: each iteration's values are still in scope when it is reversed.
    /// </summary>
    private bool TryFuse(Region region, int position, Statement loop)
    {
        Block block = Walker.Blocks(loop).First();
        List<Carried> active = [.. Walker.CarriedBy(loop).Where(c => _activity.IsActive(c.Name) || _activity.IsActive(c.Final))];
        bool isSeeded = loop is For && block.Statements.SelectMany(Walker.Written).Any(IsSeeded);
        if (region.Kind != RegionKind.Direct || (active.Count == 0 && !isSeeded) || !active.All(c => IsSum(c.Next, c.Name, block)) || SharesArrays(region, position, block))
        {
            return false;
        }
        List<Let> early = [];
        if (!active.All(c => _adjoints.TryGetValue(c.Final, out Expression? adjoint) && IsKnownBefore(adjoint, region, position, early)))
        {
            return false;
        }
        Dictionary<string, Expression> outside = new(_adjoints);
        Dictionary<string, Expression> saved = _adjoints;
        List<Statement> outer = _backward;
        int memory = _memory.Count;
        HashSet<string> hoisted = [.. _hoisted];
        _hoisted.UnionWith(early.Select(static l => l.Name));

        Region body = Open(region, position, RegionKind.Direct, block, loop);
        List<AdjointCell> cells = OpenCells(loop, outside, isFused: true);
        _backward = body.Backward;
        foreach (Carried carried in active)
        {
            Contribute(carried.Next, saved[carried.Final]);
        }
        ReverseStatements(body);
        Dictionary<string, Expression> inside = _adjoints;
        _backward = outer;
        if (cells.Any(c => c.IsCarried && !(inside.TryGetValue(c.For, out Expression? kept) && kept.Equals(c.Read))))
        {
            // The sum is also read on the way: its adjoint changes from iteration to iteration.
            _adjoints = saved;
            _memory.RemoveRange(memory, _memory.Count - memory);
            _hoisted.IntersectWith(hoisted);
            return false;
        }
        _adjoints = outside;
        List<AdjointCell> sums = [.. cells.Where(static c => !c.IsCarried)];
        Block both = CloseCells(sums, inside, body.Forward().Concat(body.Backward).ToBlock(), out EquatableArray<Carried> carriedSums);

        outer.RemoveAll(s => s is Let let && early.Contains(let));
        region.Before(position).AddRange(early);
        region.At(position).Add(loop is For counted
            ? counted with { Body = both, Carried = [.. counted.Carried, .. carriedSums], Source = "" }
            : ((While)loop) with { Body = both, Carried = [.. ((While)loop).Carried, .. carriedSums], Source = "" });
        foreach (AdjointCell sum in sums)
        {
            ContributeNonZero(Name(sum.For, sum.Type), sum.After, loop);
        }
        foreach (Carried carried in active)
        {
            ContributeNonZero(carried.Initial, saved[carried.Final], loop);
        }
        return true;
    }

    /// <summary>True when the value is the cell plus or minus something, on every path.</summary>
    private static bool IsSum(Expression next, string cell, Block block)
    {
        if (next is not Read read)
        {
            return false;
        }
        if (read.Name == cell)
        {
            return true;
        }
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let when let.Name == read.Name:
                    if (let.Value is Apply { Primitive: var attach, Arguments: [var value, ..] } && attach == Elementary.Attach)
                    {
                        return IsSum(value, cell, block);
                    }
                    return let.Value is Apply { Arguments: [var left, var right] } sum
                        && ((sum.Primitive == Arithmetic.Plus && (IsSum(left, cell, block) || IsSum(right, cell, block)))
                            || (sum.Primitive == Arithmetic.Minus && IsSum(left, cell, block)));
                case If branch when branch.Merges.FirstOrDefault(m => m.Name == read.Name) is { } merge:
                    return IsSumThrough(merge.Then, cell, branch.Then, block) && IsSumThrough(merge.Else, cell, branch.Else, block);
                case For or While when Walker.CarriedBy(statement).FirstOrDefault(c => c.Final == read.Name) is { } inner:
                    return IsSum(inner.Initial, cell, block) && IsSum(inner.Next, inner.Name, Walker.Blocks(statement).First());
            }
        }
        return false;
    }

    private static bool IsSumThrough(Expression value, string cell, Block arm, Block outer) =>
        IsSum(value, cell, arm.Statements.Concat(outer.Statements).ToBlock());

    /// <summary>
    /// True when the loop writes an outer array that has an adjoint, or reads one that is written again before its adjoint is complete.
    /// </summary>
    private bool SharesArrays(Region region, int position, Block block)
    {
        HashSet<string> own = [.. Walker.Statements(block).OfType<NewArray>().Select(static a => a.Name)];
        HashSet<string> written = [.. block.Statements.SelectMany(Walker.Written)];
        if (written.Any(a => !own.Contains(a) && !IsSeeded(a) && (_activity.IsActive(a) || _policy.Undone.Contains(a))))
        {
            return true;
        }
        IEnumerable<string> read = Walker.Expressions(block).OfType<Element>().Select(static e => e.Array)
            .Concat(Walker.Statements(block).OfType<Call>().SelectMany(static c => c.Arrays));
        return read.Distinct().Any(a => !own.Contains(a) && _arrayOwner.TryGetValue(a, out Region? declaring)
            && (Writes(region, position + 1, a) || IsWrittenAround(region, declaring, a)));
    }

    private static bool IsWrittenAround(Region region, Region declaring, string array)
    {
        for (Region inner = region; inner != declaring; inner = inner.Parent!)
        {
            if (Writes(inner, 0, array) || Writes(inner.Parent!, inner.Position + 1, array))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when an adjoint depends only on what is known before the statement; collects the adjoint values to be moved there.</summary>
    private bool IsKnownBefore(Expression adjoint, Region region, int position, List<Let> early)
    {
        foreach (Expression inner in Walker.All(adjoint))
        {
            // An element of an adjoint array is what the sweep has made of it by then: only seeds that are read in place never change.
            if (inner is Element element && (_arrayOwner.ContainsKey(element.Array) || (_adjointArrays.ContainsValue(element.Array) && !_seedArrays.ContainsValue(element.Array))))
            {
                return false;
            }
            if (inner is not Read read || _hoisted.Contains(read.Name) || _function.Parameters.Any(p => p.Name == read.Name) || early.Any(l => l.Name == read.Name))
            {
                continue;
            }
            if (_owner.TryGetValue(read.Name, out Region? owner))
            {
                bool isBefore = owner.Kind == RegionKind.Direct && owner.Definitions.TryGetValue(read.Name, out Definition? defined)
                    && (owner == region ? defined.Position < position : region.IsInside(owner));
                if (!isBefore)
                {
                    return false;
                }
                continue;
            }
            if (region.Backward.OfType<Let>().FirstOrDefault(l => l.Name == read.Name) is not { } let || !IsKnownBefore(let.Value, region, position, early))
            {
                return false;
            }
            early.Add(let);
        }
        return true;
    }
}
