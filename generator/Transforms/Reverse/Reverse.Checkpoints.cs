using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Checkpointed loops: the state at the start of each segment is recorded, and each segment runs again before it is reversed.
internal sealed partial class Reverse
{
    private readonly Segmented _segmented;

    private Segment? SegmentOf(Statement? loop) => loop is For counted && _segmented.Loops.TryGetValue(counted.Index, out Segment? divided) ? divided : null;

    /// <summary>
    /// <code>
    /// for (segment …) carrying pStart { for (i …) carrying p = pStart { … } next p1 final pEnd } next pEnd
    /// → for (segment …) carrying pStart { pStartAt[segment] = pStart; for (i …) { … } }
    ///   for (segment … down) { let pStart = pStartAt[segment]; for (i …) carrying p = pStart { pAt[i - start] = p; … }  for (i … down) { … } }
    /// </code>
    /// Both sweeps of a segment stand in one scope. Returns the loop of the primal sweep, whose names are new: the sweep that records has the old ones.
    /// </summary>
    private For ReverseSegments(Region body, int position, For loop, List<AdjointCell> cells)
    {
        Block copy = Renaming.Copy(loop.Body, _names, out Dictionary<string, string> renamed);
        body.At(0).AddRange(copy.Statements.Select(static s => Region.Quiet(s)));
        _hoisted.UnionWith(cells.Select(static c => c.Read).OfType<Read>().Select(static r => r.Name));

        Region replay = Open(body, loop.Body.Statements.Count - 1, RegionKind.Direct, loop.Body, null, isReplay: true);
        List<Statement> backward = _backward;
        _backward = replay.Backward;
        ReverseStatements(replay);
        _backward = backward;

        HashSet<string> unread = KeepArrays(body, position, loop);
        foreach (Statement statement in replay.Forward())
        {
            if (Without(unread, statement) is { } kept)
            {
                Statement again = Renaming.Run(Region.Quiet(kept), name => FromOutside(replay, name));
                _backward.Add(again is For repeated ? repeated with { IsReplay = true } : again);
            }
        }
        _backward.AddRange(replay.Backward);
        return loop with { Carried = loop.Carried.Map(c => c with { Next = Renaming.Run(c.Next, name => renamed.TryGetValue(name, out string? other) ? other : name) }) };
    }

    /// <summary>
    /// Records the arrays from outside that the loop writes at the start of each segment. Returns those that need no record, because nothing in the loop
    /// reads them: the second run does not write them again.
    /// </summary>
    private HashSet<string> KeepArrays(Region body, int position, For loop)
    {
        HashSet<string> unread = [];
        HashSet<string> own = [.. Walker.Statements(loop.Body).OfType<NewArray>().Select(static a => a.Name)];
        HashSet<string> read = [.. Walker.Expressions(loop).OfType<Element>().Select(static e => e.Array), .. Walker.Statements(loop.Body).OfType<Call>().SelectMany(static c => c.Arrays)];
        HashSet<string> written = [.. Walker.Written(loop)];
        foreach (string array in written.Where(a => !own.Contains(a)))
        {
            if (read.Contains(array) || _policy.Undone.Contains(array))
            {
                Keep(body, array, loop.Origin);
            }
            else
            {
                unread.Add(array);
            }
        }
        foreach (string array in read.Where(a => !own.Contains(a) && !written.Contains(a)))
        {
            // What the segments only read must be as it was when the adjoint sweep comes here.
            if (_arrayOwner.TryGetValue(array, out Region? declaring) && (Writes(body.Parent!, position + 1, array) || IsWrittenAround(body.Parent!, declaring, array)))
            {
                _policy.Undo(array);
            }
        }
        return unread;
    }

    private void Keep(Region body, string array, int origin)
    {
        if (!_arrayOwner.TryGetValue(array, out Region? declaring))
        {
            throw new System.InvalidOperationException("'" + array + "' is written in a checkpointed loop and read there");
        }
        NewArray declared = declaring.Source.Statements.OfType<NewArray>().First(a => a.Name == array);
        string target = declaring.Kind == RegionKind.Direct ? array : DemandArray(declaring, array);
        string k = _names.Fresh("k"), j = _names.Fresh("k"), saved = _names.Fresh(array + "Item"), restored = _names.Fresh(array + "Item");
        Read item = Name(saved, declared.Type), back = Name(restored, declared.Type);
        Let take = new(saved, new Element(declared.Type, array, Name(k, ScalarType.Int))) { IsTemporary = true };
        Store put = new(target, Name(j, ScalarType.Int), back);
        Expression length = Use(declared.Length);
        Region root = RootOf(body, out int at);
        if (NestOf(body) is { } nest && IsKnownAtRoot(declared.Length))
        {
            string store = _names.Fresh(array + "At");
            root.Before(at).Add(new NewArray(store, declared.Type, IndexTimes(nest.Size, declared.Length)) { NeedsZeros = false });
            Expression offset = IndexTimes(nest.Index, declared.Length);
            body.Start.Add(new For(k, Int(0), declared.Length, 1, Statements(take, new Store(store, IndexPlus(offset, Name(k, ScalarType.Int)), item))));
            Let give = new(restored, new Element(declared.Type, store, IndexPlus(Use(offset), Name(j, ScalarType.Int)))) { IsTemporary = true };
            _backward.Add(new For(j, Int(0), length, 1, Statements(give, put)));
            Remember(body, array, declared.Type, store, isArray: true, isTape: false, origin);
            return;
        }
        string tape = _names.Fresh(array + "Tape");
        root.Before(at).Add(new NewTape(tape, declared.Type));
        body.Start.Add(new For(k, Int(0), declared.Length, 1, Statements(take, new Push(tape, item))));
        _backward.Add(new For(j, Offset(length, -1), Int(-1), -1, Statements(new Pop(restored, declared.Type, tape), put)));
        Remember(body, array, declared.Type, tape, isArray: true, isTape: true, origin);
    }

    /// <summary>The name under which the adjoint sweep, where the second run stands, sees what is defined outside the segment.</summary>
    private string FromOutside(Region replay, string name)
    {
        if (_arrayOwner.TryGetValue(name, out Region? declaring))
        {
            return declaring.Kind == RegionKind.Direct || declaring.IsInside(replay) ? name : DemandArray(declaring, name);
        }
        return _owner.TryGetValue(name, out Region? owner) && !owner.IsInside(replay) && owner.Definitions.TryGetValue(name, out Definition? definition)
            ? Use(Name(name, definition.Type)) is Read read ? read.Name : name
            : name;
    }

    private static Statement? Without(HashSet<string> arrays, Statement statement)
    {
        Block In(Block block) => block.Statements.Select(s => Without(arrays, s)).OfType<Statement>().ToBlock();
        return arrays.Count == 0 ? statement : statement switch
        {
            Store store => arrays.Contains(store.Array) ? null : statement,
            Add add => arrays.Contains(add.Array) ? null : statement,
            If branch => branch with { Then = In(branch.Then), Else = In(branch.Else) },
            For loop => loop with { Body = In(loop.Body) },
            While loop => loop with { Body = In(loop.Body) },
            _ => statement,
        };
    }

    /// <summary>The name of a value, or of the cell that the loop over the segments carries on.</summary>
    private string SourceName(Region region, string name) =>
        SegmentOf(region.Loop) is { } divided && divided.Cells.TryGetValue(name, out string? cell) ? cell : name;

    /// <summary>Only what the adjoint sweep reads: of the state of a segment that is known when all of the program is.</summary>
    private static EquatableArray<Memory> Used(List<Memory> memory, Function function)
    {
        if (memory.All(static m => m.Checkpoint == Checkpoint.None))
        {
            return memory.ToEquatableArray();
        }
        HashSet<string?> kept = [.. Walker.Statements(DeadCode.Run(function).Body).Select(static s => s switch { NewArray array => array.Name, NewTape tape => tape.Name, _ => null })];
        return memory.Where(m => kept.Contains(m.Storage)).ToEquatableArray();
    }

    private static Block Statements(params Statement[] statements) => new(new EquatableArray<Statement>(statements));

    /// <summary>Notes what is recorded; of a checkpointed loop, at that loop.</summary>
    private void Remember(Region region, string name, ScalarType type, string storage, bool isArray, bool isTape, int origin)
    {
        int loops = 0;
        Region? around = region;
        while (around is not null && !around.IsReplay && SegmentOf(around.Loop) is null)
        {
            loops += around.Kind == RegionKind.Iteration ? 1 : 0;
            around = around.Parent;
        }
        Checkpoint checkpoint = around is null ? Checkpoint.None : !around.IsReplay ? Checkpoint.Segment : loops == 1 ? Checkpoint.Iteration : Checkpoint.Inside;
        Region? divided = around is { IsReplay: true } ? around.Parent : around;
        _memory.Add(new(SourceName(region, name), type, isArray, isTape, divided?.Loop?.Origin ?? origin) { Storage = storage, Checkpoint = checkpoint });
    }
}

/// <summary>What something recorded has to do with checkpoints.</summary>
internal enum Checkpoint
{
    /// <summary>Recorded in every iteration.</summary>
    None,

    /// <summary>State at the start of a segment.</summary>
    Segment,

    /// <summary>Recorded in the iterations of one segment at a time.</summary>
    Iteration,

    /// <summary>Recorded in loops inside these iterations.</summary>
    Inside,
}
