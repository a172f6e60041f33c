using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>The statements of a loop that compute the same in every iteration, and whether an element they read is sure to be read when the loop runs.</summary>
internal sealed class Invariants
{
    /// <summary>Three additions or one division: below that the text loses more than the loop gains.</summary>
    private const int Worth = 3;

    private readonly Statement _loop;
    private readonly IReadOnlyDictionary<string, string> _storage;
    private readonly HashSet<string> _varying = [];
    private readonly HashSet<string> _written = [];
    private readonly List<Invariant> _all = [];
    private readonly Dictionary<string, Invariant> _byName = [];

    /// <summary>True behind what may end the evaluation otherwise: a read must not take its place.</summary>
    private bool _isBarred;

    private Invariants(Statement loop, IReadOnlyDictionary<string, string> storage)
    {
        _loop = loop;
        _storage = storage;
    }

    /// <param name="storage">The array that a slice is part of.</param>
    public static Invariants Of(Statement loop, IReadOnlyDictionary<string, string> storage)
    {
        Invariants found = new(loop, storage);
        foreach (Statement statement in Walker.Statements(Walker.Blocks(loop).First()))
        {
            foreach (string array in statement switch
            {
                Store store => [store.Array],
                Ir.Add add => [add.Array],
                Ir.Call call => call.Arrays,
                NewArray array => [array.Name],
                Slice slice => [slice.Name, .. slice.IsFresh ? new[] { slice.Array } : []],
                _ => (IEnumerable<string>)[],
            })
            {
                found._written.Add(found.Whole(array));
            }
        }
        found.CollectLoop(loop, Bool(true));
        return found;
    }

    /// <summary>Writes what is worth it in front of the loop; returns the statements that the loop then does without.</summary>
    public HashSet<Statement> Move(List<Statement> output)
    {
        HashSet<Invariant> moved = [];
        foreach (Invariant root in Roots())
        {
            HashSet<Invariant> whole = [];
            Close(root, whole);
            if (whole.Sum(static i => i.Weight) >= Worth)
            {
                moved.UnionWith(whole);
            }
        }
        foreach (Invariant invariant in _all.Where(moved.Contains))
        {
            output.Add(invariant.Guard is Constant ? invariant.Statement : invariant.Guarded());
        }
        return [.. moved.Select(static i => i.Statement)];
    }

    /// <summary>The operations whose result the loop needs; a sign, a comparison or an index on top of one stays in the loop.</summary>
    private IEnumerable<Invariant> Roots()
    {
        HashSet<Invariant> seen = [];
        Stack<Invariant> open = new(UsedByOthers());
        while (open.Count > 0)
        {
            Invariant root = open.Pop();
            if (!seen.Add(root))
            {
                continue;
            }
            if (root.Weight > 0)
            {
                yield return root;
                continue;
            }
            foreach (Invariant part in Parts(root))
            {
                open.Push(part);
            }
        }
    }

    private IEnumerable<Invariant> UsedByOthers()
    {
        HashSet<Statement> own = [.. _all.Select(static i => i.Statement)];
        HashSet<string> used = [];
        void Use(Statement statement)
        {
            if (statement is Let or If && own.Contains(statement))
            {
                return;
            }
            used.UnionWith(Walker.Own(statement).SelectMany(Walker.All).OfType<Read>().Select(static r => r.Name));
            foreach (Statement inner in Walker.Blocks(statement).SelectMany(static b => b.Statements))
            {
                Use(inner);
            }
        }
        Use(_loop);
        return _all.Where(i => i.Names.Any(used.Contains));
    }

    /// <summary>The value and all invariant values that it is made of.</summary>
    private void Close(Invariant invariant, HashSet<Invariant> whole)
    {
        if (!whole.Add(invariant))
        {
            return;
        }
        foreach (Invariant part in Parts(invariant))
        {
            Close(part, whole);
        }
    }

    private IEnumerable<Invariant> Parts(Invariant invariant) =>
        Walker.Expressions(invariant.Statement).OfType<Read>().Select(r => _byName.TryGetValue(r.Name, out Invariant? part) ? part : null).OfType<Invariant>();

    /// <param name="runs">What must hold for an iteration's unconditional statements to run; null when that cannot be told before the loop.</param>
    private void CollectLoop(Statement loop, Expression? runs)
    {
        _varying.UnionWith(Walker.CarriedBy(loop).Select(static c => c.Name));
        if (loop is For counted)
        {
            _varying.Add(counted.Index);
            bool isKnown = counted.Until is null && IsInvariant(counted.From) && IsInvariant(counted.To) && !MayThrow(counted.From) && !MayThrow(counted.To);
            Collect(counted.Body, isKnown && runs is not null ? And(runs, Runs(counted)) : null);
        }
        else
        {
            Collect(((While)loop).Body, null);
        }
    }

    private void Collect(Block block, Expression? runs)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let when IsInvariant(let.Value) && Allows(runs, let.Value):
                    Add(let, MayThrow(let.Value) ? runs! : Bool(true), [let.Name]);
                    break;
                case If branch when IsPure(branch) && Allows(null, [.. Walker.Expressions(branch)]):
                    Add(branch, Bool(true), [.. branch.Merges.Select(static m => m.Name)]);
                    break;
                case If branch:
                    // An arm that one iteration takes is taken by all of them; else its values would be computed for nothing.
                    if (IsInvariant(branch.Condition))
                    {
                        Collect(branch.Then, null);
                        Collect(branch.Else, null);
                    }
                    Vary(branch);
                    break;
                case For or While:
                    CollectLoop(statement, runs);
                    Vary(statement);
                    break;
                default:
                    Vary(statement);
                    break;
            }
        }
    }

    private void Add(Statement statement, Expression guard, string[] names)
    {
        Invariant invariant = new(statement, guard, names);
        _all.Add(invariant);
        foreach (string name in names)
        {
            _byName[name] = invariant;
        }
    }

    /// <summary>Everything that a statement defines, at any depth, differs between iterations unless it was found not to.</summary>
    private void Vary(Statement statement)
    {
        _isBarred |= statement is Throw or Ir.Call || Walker.Expressions(statement).Any(static e => e is External { IsCall: true });
        _varying.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
        _varying.UnionWith(Walker.CarriedBy(statement).Select(static c => c.Name));
        if (statement is For loop)
        {
            _varying.Add(loop.Index);
        }
        foreach (Statement inner in Walker.Blocks(statement).SelectMany(static b => b.Statements))
        {
            if (!(inner is Let let && _byName.ContainsKey(let.Name)) && !(inner is If branch && branch.Merges.Any(m => _byName.ContainsKey(m.Name))))
            {
                Vary(inner);
            }
        }
    }

    private bool IsInvariant(Expression expression) => Walker.All(expression).All(e => e switch
    {
        Read read => !_varying.Contains(read.Name),
        Element element => !_written.Contains(Whole(element.Array)),
        Length length => !_written.Contains(Whole(length.Array)),
        External external => !external.IsCall && external.Arguments.Count == 0,
        _ => true,
    });

    /// <summary>A branch that only computes, of values that are the same in all iterations.</summary>
    private bool IsPure(If branch)
    {
        if (branch.Merges.Count == 0 || !Walker.Statements(branch.Then).Concat(Walker.Statements(branch.Else)).All(static s => s is Let or If))
        {
            return false;
        }
        return Walker.Expressions(branch).All(IsInvariant);
    }

    private bool Allows(Expression? runs, params Expression[] values) =>
        !values.Any(IsRefused) && (!values.Any(MayThrow) || (runs is not null && runs is not Constant { IsTrue: false } && !_isBarred));

    /// <summary>Integer division and checked arithmetic stay where they are.</summary>
    private static bool IsRefused(Expression value) => Walker.All(value).Any(static e =>
        e is Apply apply && ((apply.Type.IsInteger() && (apply.Primitive == Arithmetic.Over || apply.Primitive == Arithmetic.Remainder))
            || apply.Primitive.Name.EndsWith(".checked", System.StringComparison.Ordinal)));

    private static bool MayThrow(Expression value) => Walker.All(value).Any(static e => e is Element or External);

    private string Whole(string array) => _storage.TryGetValue(array, out string? whole) ? whole : array;

    private static Expression Runs(For loop)
    {
        if (loop.From is Constant { Bits: var from } && loop.To is Constant { Bits: var to })
        {
            return Bool(loop.Step > 0 ? from < to : from > to);
        }
        if (loop.Step > 0)
        {
            return Compare(Arithmetic.Greater, loop.To, loop.From);
        }
        // n − 1 > −1 is n > 0, also where n − 1 would wrap.
        return loop is { IsReversal: true, From: Apply { Primitive.Name: "sub", Arguments: [var end, Constant { Bits: 1 }] } }
            ? Compare(Arithmetic.Greater, end, Offset(loop.To, 1))
            : Compare(Arithmetic.Greater, loop.From, loop.To);
    }

    /// <summary>A statement to move; <paramref name="Guard"/> is what must hold for it to be executed at all.</summary>
    private sealed record Invariant(Statement Statement, Expression Guard, string[] Names)
    {
        public int Weight { get; } = Walker.Expressions(Statement).Sum(static e => e is not Apply apply || !apply.Type.IsReal() ? 0
            : apply.Primitive == Arithmetic.UnitLane ? Worth
            : apply.Primitive.Cost switch { Cost.Trivial => 0, Cost.Cheap => 1, _ => Worth });

        public If Guarded()
        {
            Let let = (Let)Statement;
            return new(Guard, Block.Empty, Block.Empty, [new(let.Name, let.Value.Type, let.Value, Zero(let.Value.Type))]) { Source = let.Source, Origin = let.Origin, Recall = let.Recall };
        }

        public bool Equals(Invariant? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Statement.GetHashCode();
    }
}
