using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>What a loop does with a value that it carries.</summary>
internal enum Accumulation
{
    /// <summary>Nothing that iterations out of order could do.</summary>
    None,
    Sum,
    Product,
    Largest,
    Smallest,
}

/// <summary>
/// Recognises values that a loop only accumulates: on every path the next value is the last one plus something that does not depend on it (or times
/// it, or the larger or smaller of both). Such a value may be accumulated in parts.
/// </summary>
/// <remarks><code>carrying s, m { if (c) { s1 = s + a } merging s2 = s1 | s } next s2, max(m, b)   →   s is a Sum, m is a Largest</code></remarks>
internal sealed class AccumulationSearch
{
    private readonly Accumulation _kind;
    private readonly HashSet<string> _members = [];

    private AccumulationSearch(Accumulation kind) => _kind = kind;

    /// <param name="chain">The names that hold the value on its way through an iteration.</param>
    public static Accumulation Of(Carried cell, EquatableArray<Carried> all, Block body, out IReadOnlyCollection<string> chain)
    {
        foreach (Accumulation kind in (Accumulation[])[Accumulation.Sum, Accumulation.Product, Accumulation.Largest, Accumulation.Smallest])
        {
            AccumulationSearch search = new(kind);
            search._members.Add(cell.Name);
            if (search.Scan(body) && search.IsChain(cell.Next) && !all.Any(other => other.Name != cell.Name && search.Mentions(other.Next)))
            {
                chain = search._members;
                return kind;
            }
        }
        chain = [];
        return Accumulation.None;
    }

    private bool Mentions(Expression expression) => Walker.All(expression).Any(e => e is Read read && _members.Contains(read.Name));

    /// <summary>Follows the value through a block; false where it is used for anything else.</summary>
    private bool Scan(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let when Mentions(let.Value):
                    if (!IsChain(let.Value))
                    {
                        return false;
                    }
                    _members.Add(let.Name);
                    break;
                case If branch:
                    if (Mentions(branch.Condition) || !Scan(branch.Then) || !Scan(branch.Else))
                    {
                        return false;
                    }
                    foreach (Merge merge in branch.Merges.Where(m => Mentions(m.Then) || Mentions(m.Else)))
                    {
                        if (!IsChain(merge.Then) || !IsChain(merge.Else))
                        {
                            return false;
                        }
                        _members.Add(merge.Name);
                    }
                    break;
                case For or While:
                    if (!ScanLoop(statement))
                    {
                        return false;
                    }
                    break;
                default:
                    if (Walker.Own(statement).Any(Mentions))
                    {
                        return false;
                    }
                    break;
            }
        }
        return true;
    }

    private bool ScanLoop(Statement loop)
    {
        List<Carried> inner = [.. Walker.CarriedBy(loop).Where(c => Mentions(c.Initial))];
        IEnumerable<Expression> heads = loop is For counted ? [counted.From, counted.To, .. counted.Until is { } until ? new[] { until } : []] : [((While)loop).Condition];
        if (!inner.All(c => IsChain(c.Initial)) || heads.Any(Mentions))
        {
            return false;
        }
        _members.UnionWith(inner.Select(static c => c.Name));
        if (heads.Any(Mentions) || !Walker.Blocks(loop).All(Scan))
        {
            return false;
        }
        foreach (Carried cell in Walker.CarriedBy(loop))
        {
            bool isInner = inner.Contains(cell);
            if (isInner ? !IsChain(cell.Next) : Mentions(cell.Next))
            {
                return false;
            }
        }
        _members.UnionWith(inner.Select(static c => c.Final));
        return true;
    }

    /// <summary>True for the value itself, or something combined with it once.</summary>
    private bool IsChain(Expression expression) => expression switch
    {
        Read read => _members.Contains(read.Name),
        Apply { Primitive: var p, Arguments: [var left, var right] } when Combines(p) => IsChain(left) ? !Mentions(right) : IsChain(right) && !Mentions(left),
        Apply { Primitive: var p, Arguments: [var left, var right] } when (_kind == Accumulation.Sum && p == Arithmetic.Minus) || (_kind == Accumulation.Product && p == Arithmetic.Over) => IsChain(left) && !Mentions(right),
        Apply { Primitive: var p, Arguments: [var left, var right, var added] } when _kind == Accumulation.Sum && (p == Elementary.MultiplyAddEstimate || p == Elementary.FusedMultiplyAdd) => IsChain(added) && !Mentions(left) && !Mentions(right),
        _ => false,
    };

    private bool Combines(Primitive primitive) => _kind switch
    {
        Accumulation.Sum => primitive == Arithmetic.Plus,
        Accumulation.Product => primitive == Arithmetic.Times,
        Accumulation.Largest => primitive == Elementary.Max,
        _ => primitive == Elementary.Min,
    };
}
