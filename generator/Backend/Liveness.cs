using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>Which values of a function in normal form are needed at the same time, and so cannot share a C# variable.</summary>
internal sealed class Liveness
{
    private readonly Dictionary<string, HashSet<string>> _conflicts = [];

    private Liveness()
    {
    }

    public static Liveness Of(Function function)
    {
        Liveness liveness = new();
        HashSet<string> live = [.. function.Results.SelectMany(Reads)];
        liveness.Walk(function.Body, live);
        return liveness;
    }

    public bool Conflict(string left, string right) => _conflicts.TryGetValue(left, out HashSet<string>? others) && others.Contains(right);

    /// <summary>Walks a block from its end; <paramref name="live"/> is what is live after it, and on return what is live before it.</summary>
    private void Walk(Block block, HashSet<string> live)
    {
        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = block.Statements[i];
            switch (statement)
            {
                case If branch:
                    WalkBranch(branch, live);
                    break;
                case For or While:
                    WalkLoop(statement, live);
                    break;
                default:
                    foreach (Result defined in Walker.Defines(statement))
                    {
                        Define(defined.Name, live);
                    }
                    live.UnionWith(Walker.Own(statement).SelectMany(Reads));
                    break;
            }
        }
    }

    private void WalkBranch(If branch, HashSet<string> live)
    {
        foreach (Merge merge in branch.Merges)
        {
            Define(merge.Name, live, keep: true);
        }
        live.ExceptWith(branch.Merges.Select(static m => m.Name));
        HashSet<string> then = [.. live.Concat(branch.Merges.SelectMany(static m => Reads(m.Then)))];
        HashSet<string> @else = [.. live.Concat(branch.Merges.SelectMany(static m => Reads(m.Else)))];
        Walk(branch.Then, then);
        Walk(branch.Else, @else);
        live.UnionWith(then);
        live.UnionWith(@else);
        live.UnionWith(Reads(branch.Condition));
    }

    private void WalkLoop(Statement loop, HashSet<string> live)
    {
        EquatableArray<Carried> carried = Walker.CarriedBy(loop);
        foreach (Carried cell in carried)
        {
            Define(cell.Final, live, keep: true);
        }
        live.ExceptWith(carried.Select(static c => c.Final));

        // What the loop tests before each iteration, and what is live after it, is live around the back edge.
        HashSet<string> head = [.. live];
        head.UnionWith(loop is For { Until: { } until } ? Reads(until) : loop is While repeated ? Reads(repeated.Condition) : []);
        if (loop is For counted)
        {
            head.Add(counted.Index);
        }
        while (true)
        {
            HashSet<string> body = [.. head];
            foreach (Carried cell in carried)
            {
                // Another cell's next value may still be unread when this cell is assigned.
                Define(cell.Name, [.. head.Concat(carried.Select(static c => c.Name))], keep: true);
            }
            body.ExceptWith(carried.Select(static c => c.Name));
            body.UnionWith(carried.SelectMany(static c => Reads(c.Next)));
            Walk(Walker.Blocks(loop).First(), body);
            int before = head.Count;
            head.UnionWith(body);
            if (head.Count == before)
            {
                break;
            }
        }
        foreach (Carried cell in carried)
        {
            Define(cell.Name, head, keep: true);
        }
        head.ExceptWith(carried.Select(static c => c.Name));
        live.UnionWith(head);
        live.UnionWith(carried.SelectMany(static c => Reads(c.Initial)));
        if (loop is For f)
        {
            live.Remove(f.Index);
            live.UnionWith(Reads(f.From));
            live.UnionWith(Reads(f.To));
        }
    }

    private void Define(string name, HashSet<string> live, bool keep = false)
    {
        foreach (string other in live)
        {
            if (other != name)
            {
                Add(name, other);
                Add(other, name);
            }
        }
        if (!keep)
        {
            live.Remove(name);
        }
    }

    private void Add(string name, string other)
    {
        if (!_conflicts.TryGetValue(name, out HashSet<string>? others))
        {
            _conflicts[name] = others = [];
        }
        others.Add(other);
    }

    private static IEnumerable<string> Reads(Expression expression) => Walker.All(expression).OfType<Read>().Select(static r => r.Name);
}
