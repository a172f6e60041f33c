using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>The names and arrays of a function that hold one value per lane, for passes that add some.</summary>
internal sealed record LaneSet(HashSet<string> Names, HashSet<string> Arrays)
{
    public static LaneSet Of(Function function) => function.Lanes is { } lanes ? new([.. lanes.Names], [.. lanes.Arrays]) : new([], []);

    public bool IsLanes(Expression expression) => expression switch
    {
        Read read => Names.Contains(read.Name),
        Element element => Arrays.Contains(element.Array) || IsLanes(element.Index),
        Apply { Primitive.IsHorizontal: true } => false,
        Apply apply => LaneOperations.CountsLanes(apply.Primitive) || apply.Arguments.Any(IsLanes),
        External external => external.Arguments.Any(IsLanes),
        _ => false,
    };

    /// <summary>The function with these lanes, in the order of their names.</summary>
    public Function Applied(Function function) => function.Lanes is not { } lanes
        ? function
        : function with { Lanes = lanes with { Names = Sorted(Names), Arrays = Sorted(Arrays) } };

    private static EquatableArray<string> Sorted(HashSet<string> names) => names.OrderBy(static n => n, StringComparer.Ordinal).ToEquatableArray();
}
