using System.Collections.Generic;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>A block and how it is reached: the loop or the arm of a branch that it is, where that stands in the block around it.</summary>
internal sealed class Nest(Nest? parent, int position, Statement? statement, bool isElse)
{
    public Nest? Parent { get; } = parent;

    /// <summary>The position of <see cref="Statement"/> in the parent's block.</summary>
    public int Position { get; } = position;

    /// <summary>The loop or branch; null for the function.</summary>
    public Statement? Statement { get; } = statement;

    public bool IsElse { get; } = isElse;

    public bool IsLoop => Statement is For or While;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>From the outermost nest that is deeper than another one down to this one.</summary>
    public List<Nest> Below(Nest? other)
    {
        List<Nest> nests = [];
        for (Nest? nest = this; nest is not null && nest != other; nest = nest.Parent)
        {
            nests.Insert(0, nest);
        }
        return nests;
    }

    public bool IsInside(Nest other)
    {
        for (Nest? nest = this; nest is not null; nest = nest.Parent)
        {
            if (nest == other)
            {
                return true;
            }
        }
        return false;
    }

    public Nest Common(Nest other)
    {
        Nest common = this;
        while (!other.IsInside(common))
        {
            common = common.Parent!;
        }
        return common;
    }
}

/// <summary>A statement's place: its block and its position there.</summary>
internal readonly record struct Place(Nest Nest, int Position)
{
    /// <summary>True when one run of the common block passes this place before the other.</summary>
    public bool IsBefore(Place other)
    {
        Nest common = Nest.Common(other.Nest);
        int here = PositionIn(common), there = other.PositionIn(common);
        return here < there;
    }

    private int PositionIn(Nest outer)
    {
        int position = Position;
        for (Nest nest = Nest; nest != outer; nest = nest.Parent!)
        {
            position = nest.Position;
        }
        return position;
    }
}
