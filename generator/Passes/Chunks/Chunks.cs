using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass no function is so long that the JIT compiler gives up optimising it: consecutive statements stand in parts, functions of their own.
/// A value that one part computes and another reads lives in a slot of one array, and slots are used again when their value is dead; what a part
/// reads of parameters and loops is passed to it. Statements keep their order, so every bit stays the same. Bodies of long loops and long branches
/// are split from the inside. Local arrays and tapes are made, and tapes used, where they were; so is what <c>stays</c> says.
/// </summary>
/// <remarks>
/// <code>
/// let a = x * y; let b = sin(a); let c = a * b; return c
///     →   part1(x, y, slots); part2(slots); return slots[1]
///         part1: let a = x * y; slots[0] = a
///         part2: let a = slots[0]; let b = sin(a); let c = a * b; slots[1] = c
/// </code>
/// </remarks>
internal sealed partial class Chunks
{
    private readonly ChunkLimits _limits;
    private readonly Predicate<string> _isLanes;
    private readonly Predicate<Statement> _stays;
    private readonly Names _names;
    private readonly Dictionary<string, (ScalarType Type, bool IsWritable)> _arrays = [];
    private readonly Dictionary<string, int> _parameters = [];
    private readonly Dictionary<SlotKind, string> _slotNames = [];
    private readonly Dictionary<string, Function> _parts = [];

    private Chunks(Function function, ChunkLimits limits, Predicate<string> isLanes, Predicate<Statement> stays)
    {
        _limits = limits;
        _isLanes = isLanes;
        _stays = stays;
        _names = Names.Of(function);
        foreach (Parameter parameter in function.Parameters)
        {
            _parameters[parameter.Name] = _parameters.Count;
            if (parameter.Kind != ParameterKind.Scalar)
            {
                _arrays[parameter.Name] = (parameter.Type, parameter.Kind != ParameterKind.Array);
            }
        }
        foreach (Table table in function.Tables)
        {
            _arrays[table.Name] = (table.Type, false);
        }
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            if (statement is NewArray array)
            {
                _arrays[array.Name] = (array.Type, true);
            }
            else if (statement is Slice slice)
            {
                _arrays[slice.Name] = (slice.Type, !slice.IsReadOnly);
            }
        }
    }

    /// <param name="isLanes">Tells names of scalars and arrays that hold one value per lane.</param>
    /// <param name="stays">Tells statements, their blocks included, that mean something only where they are.</param>
    public static Chunked Run(Function function, ChunkLimits limits, Predicate<string> isLanes, Predicate<Statement> stays)
    {
        if (limits.Holds(MethodSize.Of(function, isLanes)))
        {
            return new(function, [], [], isLanes);
        }
        Chunks pass = new(function, limits, isLanes, stays);
        Expression[] results = [.. function.Results];
        Dictionary<SlotKind, int> counts = [];
        Block body = pass.Split(function.Body, results, counts);
        Slots[] slots = [.. counts.Where(static c => c.Value > 0).OrderBy(static c => c.Key.IsLanes).ThenBy(static c => c.Key.Type).Select(c => new Slots(pass._slotNames[c.Key], c.Key.Type, c.Key.IsLanes, c.Value))];
        HashSet<string> lanes = [.. slots.Where(static s => s.IsLanes).Select(static s => s.Name)];
        List<Function> parts = [];
        pass.InOrder(body, parts);
        return new(function with { Body = body, Results = new(results) }, slots, parts, name => lanes.Contains(name) || isLanes(name));
    }

    /// <summary>The parts as they are met on reading the calls.</summary>
    private void InOrder(Block block, List<Function> parts)
    {
        foreach (Call call in Walker.Statements(block).OfType<Call>())
        {
            if (_parts.TryGetValue(call.Function, out Function? part))
            {
                parts.Add(part);
                InOrder(part.Body, parts);
            }
        }
    }

    private MethodSize Size(Statement statement) => MethodSize.Of(statement, _isLanes);

    /// <summary>Splits a block that is too long; <paramref name="tail"/> is what is read at its end, <paramref name="counts"/> grows to the slots in use inside.</summary>
    private Block Split(Block block, Expression[] tail, Dictionary<SlotKind, int> counts)
    {
        List<Statement> statements = [];
        List<MethodSize> sizes = [];
        Dictionary<SlotKind, int> inside = [];
        MethodSize total = default;
        foreach (Statement statement in block.Statements)
        {
            MethodSize size = Size(statement);
            Statement kept = statement;
            if (!_limits.Holds(size))
            {
                kept = Inside(statement, inside);
                size = Size(kept);
            }
            statements.Add(kept);
            sizes.Add(size);
            total += size;
        }
        List<Item> items = _limits.Holds(total) ? [] : Group(statements, sizes);
        Block split = items.Any(static i => i.IsPart) ? new Placement(this, items, tail, inside).Run() : statements.ToBlock();
        foreach (KeyValuePair<SlotKind, int> count in inside)
        {
            counts[count.Key] = counts.TryGetValue(count.Key, out int other) ? Math.Max(other, count.Value) : count.Value;
        }
        return split;
    }

    /// <summary>A statement that is too long, with its blocks split.</summary>
    private Statement Inside(Statement statement, Dictionary<SlotKind, int> counts)
    {
        switch (statement)
        {
            case If branch:
                Expression[] thens = [.. branch.Merges.Select(static m => m.Then)], elses = [.. branch.Merges.Select(static m => m.Else)];
                Block then = Split(branch.Then, thens, counts), @else = Split(branch.Else, elses, counts);
                return branch with { Then = then, Else = @else, Merges = branch.Merges.Select((m, i) => m with { Then = thens[i], Else = elses[i] }).ToEquatableArray() };
            case For loop:
                Expression[] nexts = [.. loop.Carried.Select(static c => c.Next)];
                Block body = Split(loop.Body, nexts, counts);
                return loop with { Body = body, Carried = loop.Carried.Select((c, i) => c with { Next = nexts[i] }).ToEquatableArray() };
            case While loop:
                Expression[] followers = [.. loop.Carried.Select(static c => c.Next)];
                Block repeated = Split(loop.Body, followers, counts);
                return loop with { Body = repeated, Carried = loop.Carried.Select((c, i) => c with { Next = followers[i] }).ToEquatableArray() };
            default:
                return statement;
        }
    }

    /// <summary>Statements of a block that become a part together, or one that remains where it is.</summary>
    private sealed record Item(IReadOnlyList<Statement> Statements, bool IsPart);

    private List<Item> Group(List<Statement> statements, List<MethodSize> sizes)
    {
        List<Item> items = [];
        List<Statement> open = [];
        MethodSize size = default;
        void Close()
        {
            // A few operations are not worth a call.
            if (size.Operations > _limits.Part / 8)
            {
                items.Add(new([.. open], true));
            }
            else
            {
                items.AddRange(open.Select(static s => new Item([s], false)));
            }
            open.Clear();
            size = default;
        }
        for (int i = 0; i < statements.Count; i++)
        {
            bool stays = Stays(statements[i]);
            if (open.Count > 0 && (stays || !_limits.HoldsInPart(size + sizes[i])))
            {
                Close();
            }
            if (stays)
            {
                items.Add(new([statements[i]], false));
                continue;
            }
            open.Add(statements[i]);
            size += sizes[i];
        }
        Close();
        return items;
    }

    /// <summary>What a part would make would end with it; tapes are not passed.</summary>
    private bool Stays(Statement statement)
    {
        if (statement is NewArray or NewTape or Slice || _stays(statement))
        {
            return true;
        }
        HashSet<string> made = [], used = [];
        foreach (Statement inner in Inner(statement))
        {
            switch (inner)
            {
                case NewTape tape:
                    made.Add(tape.Name);
                    break;
                case Push push:
                    used.Add(push.Tape);
                    break;
                case Pop pop:
                    used.Add(pop.Tape);
                    break;
            }
        }
        return !used.IsSubsetOf(made);
    }

    private static IEnumerable<Statement> Inner(Statement statement) => Walker.Blocks(statement).SelectMany(Walker.Statements).Prepend(statement);
}

/// <summary>The type of a slot.</summary>
internal readonly record struct SlotKind(ScalarType Type, bool IsLanes);
