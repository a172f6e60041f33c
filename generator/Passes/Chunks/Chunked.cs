using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>A function split into parts that it calls; without <see cref="Parts"/>, the function as it was.</summary>
/// <param name="Main">What is left of the function; the arrays of <see cref="Slots"/> are free in it.</param>
/// <param name="Slots">What one part hands to another: to be made before <see cref="Main"/> runs.</param>
/// <param name="Parts">In the order in which they are called.</param>
internal sealed record Chunked(Function Main, IReadOnlyList<Slots> Slots, IReadOnlyList<Function> Parts, Predicate<string> IsLanes)
{
    /// <summary>The main function with its slots, and the parts as functions that it calls.</summary>
    public Module Module => new(Main with { Body = Arrays.Concat(Main.Body.Statements).ToBlock() }, Parts.ToEquatableArray());

    /// <summary>The slots as arrays; every slot is written before it is read.</summary>
    public IEnumerable<Statement> Arrays => Slots.Select(static s => new NewArray(s.Name, s.Type, Build.Int(s.Count)) { NeedsZeros = false });
}

/// <summary>An array of slots: values of one type, scalar or one per lane.</summary>
internal sealed record Slots(string Name, ScalarType Type, bool IsLanes, int Count);
