using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a value that the compiler named and that is used once stands in its use, unless the expression would grow beyond what reads well,
/// move into a loop, or read an array after it has changed.
/// </summary>
/// <remarks><code>let product = r * p; let sum = p + product   →   let sum = p + r * p</code></remarks>
internal sealed class FoldTemporaries
{
    /// <summary>About one line of text.</summary>
    private const int LargestExpression = 17;

    private readonly Dictionary<string, int> _uses = [];

    public static Function Run(Function function)
    {
        FoldTemporaries pass = new();
        foreach (Expression expression in Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)))
        {
            if (expression is Read read)
            {
                pass._uses[read.Name] = pass._uses.TryGetValue(read.Name, out int count) ? count + 1 : 1;
            }
        }
        Expression[] results = [.. function.Results];
        Block body = pass.Fold(function.Body, results);
        return function with { Body = body, Results = new(results) };
    }

    /// <summary>Folds one block; <paramref name="tail"/> is what is read at its end.</summary>
    private Block Fold(Block block, Expression[] tail)
    {
        List<Statement> output = [];
        Dictionary<string, Let> pending = [];
        foreach (Statement statement in block.Statements)
        {
            if (statement is Let { IsTemporary: true } let && Uses(let.Name) == 1)
            {
                pending[let.Name] = let with { Value = Place(let.Value, pending, output) };
                continue;
            }
            FlushWhatChanges(statement, pending, output);
            output.Add(Rewrite(statement, pending, output));
        }
        for (int i = 0; i < tail.Length; i++)
        {
            tail[i] = Place(tail[i], pending, output);
        }
        return output.ToBlock();
    }

    private Statement Rewrite(Statement statement, Dictionary<string, Let> pending, List<Statement> output)
    {
        switch (statement)
        {
            case If branch:
                FlushUsed(Walker.Expressions(branch.Then).Concat(Walker.Expressions(branch.Else)).Concat(branch.Merges.SelectMany(static m => Walker.All(m.Then).Concat(Walker.All(m.Else)))), pending, output);
                Expression condition = Place(branch.Condition, pending, output);
                Expression[] thens = [.. branch.Merges.Select(static m => m.Then)], elses = [.. branch.Merges.Select(static m => m.Else)];
                Block then = Fold(branch.Then, thens), @else = Fold(branch.Else, elses);
                return branch with
                {
                    Condition = condition,
                    Then = then,
                    Else = @else,
                    Merges = branch.Merges.Select((m, i) => m with { Then = thens[i], Else = elses[i] }).ToEquatableArray(),
                };
            case For loop:
                FlushUsed(Walker.Expressions(loop.Body).Concat(Repeated(loop.Carried, loop.Until)), pending, output);
                Expression from = Place(loop.From, pending, output), to = Place(loop.To, pending, output);
                EquatableArray<Carried> carried = FoldLoop(loop.Carried, loop.Body, pending, output, out Block body);
                return loop with { From = from, To = to, Carried = carried, Body = body };
            case While loop:
                FlushUsed(Walker.Expressions(loop.Body).Concat(Repeated(loop.Carried, loop.Condition)), pending, output);
                EquatableArray<Carried> cells = FoldLoop(loop.Carried, loop.Body, pending, output, out Block repeated);
                return loop with { Carried = cells, Body = repeated };
            default:
                return Rewriter.Map(statement, e => e is Read read && pending.ContainsKey(read.Name) ? Place(e, pending, output) : e);
        }
    }

    private EquatableArray<Carried> FoldLoop(EquatableArray<Carried> carried, Block body, Dictionary<string, Let> pending, List<Statement> output, out Block folded)
    {
        EquatableArray<Carried> started = carried.Map(c => c with { Initial = Place(c.Initial, pending, output) });
        Expression[] next = [.. started.Select(static c => c.Next)];
        folded = Fold(body, next);
        return started.Select((c, i) => c with { Next = next[i] }).ToEquatableArray();
    }

    private static IEnumerable<Expression> Repeated(EquatableArray<Carried> carried, Expression? condition) =>
        carried.SelectMany(static c => Walker.All(c.Next)).Concat(condition is null ? [] : Walker.All(condition));

    private int Uses(string name) => _uses.TryGetValue(name, out int count) ? count : 0;

    /// <summary>Writes pending values into the expression; those that would make it too long become values after all.</summary>
    private static Expression Place(Expression expression, Dictionary<string, Let> pending, List<Statement> output)
    {
        if (pending.Count == 0)
        {
            return expression;
        }
        int size = Walker.All(expression).Count();
        return Rewriter.Map(expression, e =>
        {
            if (e is not Read read || !pending.TryGetValue(read.Name, out Let? let))
            {
                return e;
            }
            pending.Remove(read.Name);
            int grown = size + Walker.All(let.Value).Count() - 1;
            if (grown > LargestExpression)
            {
                output.Add(let);
                return e;
            }
            size = grown;
            return let.Value;
        });
    }

    private static void FlushUsed(IEnumerable<Expression> uses, Dictionary<string, Let> pending, List<Statement> output)
    {
        if (pending.Count == 0)
        {
            return;
        }
        HashSet<string> names = [.. uses.OfType<Read>().Select(static r => r.Name)];
        Flush(pending, output, let => names.Contains(let.Name));
    }

    private static void FlushWhatChanges(Statement statement, Dictionary<string, Let> pending, List<Statement> output)
    {
        if (pending.Count == 0)
        {
            return;
        }
        HashSet<string> written = [.. Walker.Written(statement)];
        if (statement is Call call)
        {
            written.UnionWith(call.Arrays);
        }
        if (written.Count > 0)
        {
            bool Reads(Let let) => Walker.All(let.Value).Any(e => e is Element element && written.Contains(element.Array));

            // A store may use the old content in its own operands: those are evaluated before it writes.
            HashSet<string> own = statement is Store or Add ? [.. Walker.Own(statement).SelectMany(Walker.All).OfType<Read>().Select(static r => r.Name)] : [];
            Flush(pending, output, let => Reads(let) && !own.Contains(let.Name));
        }
    }

    private static void Flush(Dictionary<string, Let> pending, List<Statement> output, System.Func<Let, bool> when)
    {
        foreach (Let let in pending.Values.Where(when).ToArray())
        {
            pending.Remove(let.Name);
            output.Add(let);
        }
    }
}
