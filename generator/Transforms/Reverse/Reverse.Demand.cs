using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// What the adjoint sweep reads of the primal sweep.
internal sealed partial class Reverse
{
    /// <summary>An expression of the primal sweep, as the adjoint sweep reads it.</summary>
    private Expression Use(Expression expression) => Rewriter.Map(expression, e => e switch
    {
        Read read => Use(read),
        Element element when BackArray(element.Array) is { } array => element with { Array = array },
        _ => e,
    });

    private Expression Use(Read read)
    {
        if (!_owner.TryGetValue(read.Name, out Region? region) || region.Kind == RegionKind.Direct || !region.Definitions.ContainsKey(read.Name))
        {
            return read;
        }
        if (!region.Back.TryGetValue(read.Name, out string? back))
        {
            region.Back[read.Name] = back = _names.Fresh(read.Name);
            region.Demands.Enqueue(read.Name);
        }
        return read with { Name = back };
    }

    private string? BackArray(string array) =>
        _arrayOwner.TryGetValue(array, out Region? region) && region.Kind != RegionKind.Direct && region.Back.TryGetValue("[]" + array, out string? back) ? back : null;

    /// <summary>
    /// Closes a region: makes everything its adjoint sweep demanded available at the start of that sweep, in the order of definition.
    /// </summary>
    private void Supply(Region region)
    {
        List<(int Position, Statement Statement)> supplied = region.Prologue;
        HashSet<string> recorded = [];
        while (region.Demands.Count > 0)
        {
            Definition definition = region.Definitions[region.Demands.Dequeue()];
            if (definition.Kind == DefinitionKind.Index)
            {
                continue; // the adjoint loop counts it
            }
            string back = region.Back[definition.Name];
            Expression? again = Recomputed(region, definition, recorded);
            if (again is null)
            {
                recorded.Add(definition.Name);
                supplied.Add((definition.Position, Recorded(region, definition, back)));
            }
            else
            {
                Let? original = definition.Position < 0 ? null : region.Source.Statements[definition.Position] as Let;
                supplied.Add((definition.Position, new Let(back, again) { IsTemporary = original?.IsTemporary ?? true }));
            }
        }
        region.Backward.InsertRange(0, supplied.OrderBy(static s => s.Position).Select(static s => s.Statement));
    }

    /// <summary>The value's expression in the adjoint sweep when computing it again is right and cheap; null when it must be recorded.</summary>
    private Expression? Recomputed(Region region, Definition definition, HashSet<string> recorded)
    {
        if (definition.Kind == DefinitionKind.Cell)
        {
            return Induction(region, definition);
        }
        if (definition.Value is not { } value || _saved.Contains(definition.Name) || !CanReadAgain(region, definition.Position, value))
        {
            return null;
        }
        Recall recall = RecallOf(region, definition);
        if (IsDear(value, recall))
        {
            return null;
        }
        return value.Type.IsReal() && recall != Recall.Recomputed && RecordsFor(region, value, recorded) > 1 ? null : Use(value);
    }

    private static Recall RecallOf(Region region, Definition definition) =>
        definition.Position < 0 ? Recall.Cheapest : region.Source.Statements[definition.Position].Recall;

    /// <summary>True for a computed number that is recorded rather than computed again; what is only read is read again.</summary>
    private static bool IsDear(Expression value, Recall recall) => value is External { IsCall: true } || (value is Apply { Type: ScalarType.Double or ScalarType.Float } apply && recall switch
    {
        Recall.Stored => true,
        Recall.Recomputed => false,
        _ => apply.Primitive.Cost is Cost.Moderate or Cost.Expensive,
    });

    /// <summary>How many values of this region would have to be recorded so that the expression can be computed again.</summary>
    private int RecordsFor(Region region, Expression value, HashSet<string> recorded)
    {
        HashSet<string> needed = [];
        Count(value, 0);
        return needed.Count;

        void Count(Expression expression, int depth)
        {
            foreach (Read read in Walker.All(expression).OfType<Read>())
            {
                if (!region.Definitions.TryGetValue(read.Name, out Definition? definition) || recorded.Contains(read.Name) || definition.Kind == DefinitionKind.Index)
                {
                    continue;
                }
                bool isCheap = definition is { Kind: DefinitionKind.Let, Value: { } inner }
                    && depth < 12
                    && !IsDear(inner, RecallOf(region, definition))
                    && CanReadAgain(region, definition.Position, inner, isTrial: true);
                if (isCheap)
                {
                    Count(definition.Value!, depth + 1);
                }
                else if (definition.Kind != DefinitionKind.Cell || !read.Type.IsInteger())
                {
                    needed.Add(read.Name);
                }
            }
        }
    }

    /// <summary>An integer that every iteration moves by the same constant is undone, not stored: initial + ordinal · step.</summary>
    private Expression? Induction(Region region, Definition definition)
    {
        if (definition.Type != ScalarType.Int || OrdinalOf(region) is not { } ordinal)
        {
            return null;
        }
        Carried cell = Walker.CarriedBy(region.Loop!).First(c => c.Name == definition.Name);
        Expression next = cell.Next;
        if (next is Read read && region.Definitions.TryGetValue(read.Name, out Definition? defined) && defined.Value is { } value)
        {
            next = value;
        }
        if (next is Apply { Primitive: var p, Arguments: [Read start, Constant step] } && start.Name == cell.Name && (p == Arithmetic.Plus || p == Arithmetic.Minus))
        {
            int by = p == Arithmetic.Plus ? (int)step.Bits : -(int)step.Bits;
            return IndexPlus(Use(cell.Initial), IndexTimes(Use(ordinal), Int(by)));
        }
        return null;
    }

    /// <summary>Records a value in the primal sweep; returns the statement that reads it back.</summary>
    private Statement Recorded(Region region, Definition definition, string back)
    {
        if (region.Kind == RegionKind.Arm)
        {
            string exported = _names.Fresh(definition.Name);
            region.Exports.Add(new(exported, definition.Type, Name(definition.Name, definition.Type), Zero(definition.Type)) { ForArm = Arm.Then });
            Own(region.Parent!, new(exported, definition.Type, region.Position, DefinitionKind.Outcome, null));
            return new Let(back, Use(Name(exported, definition.Type)));
        }
        List<Statement> after = definition.Position < 0 ? region.Start : region.At(definition.Position);
        Expression value = Name(definition.Name, definition.Type);
        int origin = definition.Position < 0 ? region.Loop!.Origin : region.Source.Statements[definition.Position].Origin;
        Region root = RootOf(region, out int position);
        if (NestOf(region) is { } nest)
        {
            string store = _names.Fresh(SourceName(region, definition.Name) + (SegmentOf(region.Loop) is null ? "At" : "AtStart"));
            root.Before(position).Add(new NewArray(store, definition.Type, nest.Size) { NeedsZeros = false });
            after.Add(new Store(store, nest.Index, value));
            Remember(region, definition.Name, definition.Type, store, isArray: false, isTape: false, origin);
            return new Let(back, new Element(definition.Type, store, Use(nest.Index)));
        }
        string tape = _names.Fresh(definition.Name + "Tape");
        root.Before(position).Add(new NewTape(tape, definition.Type));
        after.Add(new Push(tape, value));
        Remember(region, definition.Name, definition.Type, tape, isArray: false, isTape: true, origin);
        return new Pop(back, definition.Type, tape);
    }

    /// <summary>The direct region around a region, and which of its statements the region is in.</summary>
    private static Region RootOf(Region region, out int position)
    {
        Region root = region;
        position = 0;
        while (root.Kind != RegionKind.Direct)
        {
            position = root.Position;
            root = root.Parent!;
        }
        return root;
    }

    /// <summary>
    /// Storage for one value per iteration of a nest of loops: its size at the start of the nest and the index in the primal sweep. Null when some
    /// loop's number of iterations is not known before the nest starts.
    /// </summary>
    private Nest? NestOf(Region region)
    {
        Stack<Region> loops = new();
        Region root = region;
        for (; root.Kind != RegionKind.Direct; root = root.Parent!)
        {
            if (root.Kind == RegionKind.Iteration)
            {
                loops.Push(root);
            }
        }
        Expression size = Int(1), index = Int(0);
        foreach (Region loop in loops)
        {
            if (loop.Loop is not For counted || OrdinalOf(loop) is not { } ordinal)
            {
                return null;
            }
            Expression trips = _segmented.Longest.TryGetValue(counted.Index, out Expression? longest) ? longest : Trips(counted);
            if (!IsKnownAtRoot(trips))
            {
                return null;
            }
            size = IndexTimes(size, trips);
            index = IndexPlus(IndexTimes(index, trips), ordinal);
        }
        return new(size, index);
    }

    /// <summary>Which iteration this is, counted from 0, from the loop's index.</summary>
    private static Expression? OrdinalOf(Region region)
    {
        if (region.Loop is not For loop)
        {
            return null;
        }
        Expression index = Name(loop.Index, ScalarType.Int);
        Expression passed = loop.Step > 0 ? IndexMinus(index, loop.From) : IndexMinus(loop.From, index);
        int stride = System.Math.Abs(loop.Step);
        return stride == 1 ? passed : Call(Arithmetic.Over, passed, Int(stride));
    }

    /// <summary>The number of iterations of a counted loop (the most there can be when it may leave early); not positive when it does not run.</summary>
    public static Expression Trips(For loop)
    {
        Expression span = loop.Step > 0 ? IndexMinus(loop.To, loop.From) : IndexMinus(loop.From, loop.To);
        int stride = System.Math.Abs(loop.Step);
        return stride == 1 ? span : Call(Arithmetic.Over, Offset(span, stride - 1), Int(stride));
    }

    private sealed record Nest(Expression Size, Expression Index);
}
