using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass no value is computed twice where its first computation is still in scope and what it read is unchanged, and no value is a mere copy.
/// Bits stay the same.
/// </summary>
/// <remarks><code>let a = x * y; let b = y * x; let c = b; let d = c + x * y   →   let a = x * y; let d = a + a</code></remarks>
internal sealed class CommonSubexpressions
{
    private readonly Dictionary<string, Expression> _copies = [];

    private readonly bool _sharesParts;

    private CommonSubexpressions(bool sharesParts) => _sharesParts = sharesParts;

    /// <param name="sharesParts">
    /// True where a part of a value that is a value of its own is read, not computed again; not before <see cref="LocalPartials"/>, for which a value
    /// with one more reader is a new start.
    /// </param>
    public static Function Run(Function function, bool sharesParts = false)
    {
        CommonSubexpressions pass = new(sharesParts);
        Block body = pass.Rewrite(function.Body, []);
        return function with { Body = body, Results = function.Results.Map(pass.Resolve) };
    }

    private Block Rewrite(Block block, Dictionary<Expression, string> known)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let:
                    RewriteLet(let, known, output);
                    break;
                case If branch when Resolve(branch.Condition) is Constant condition:
                    output.AddRange(Rewrite(condition.IsTrue ? branch.Then : branch.Else, known).Statements);
                    foreach (Merge merge in branch.Merges)
                    {
                        Copy(merge.Name, condition.IsTrue ? merge.Then : merge.Else, output);
                    }
                    break;
                case If branch:
                    If opened = branch with { Condition = Resolve(branch.Condition) };
                    Block then = Rewrite(branch.Then, new(known)), @else = Rewrite(branch.Else, new(known));
                    output.Add(opened with { Then = then, Else = @else, Merges = Merges(branch.Merges) });
                    break;
                case For loop:
                    For started = loop with { From = Resolve(loop.From), To = Resolve(loop.To) };
                    Forget(loop, known);
                    Block body = Rewrite(loop.Body, new(known));
                    output.Add(started with { Until = loop.Until is null ? null : Resolve(loop.Until), Carried = Cells(loop.Carried), Body = body });
                    break;
                case While loop when Initially(loop) is Constant { IsTrue: false }:
                    foreach (Carried cell in loop.Carried)
                    {
                        Copy(cell.Final, cell.Initial, output);
                    }
                    break;
                case While loop:
                    Forget(loop, known);
                    Block repeated = Rewrite(loop.Body, new(known));
                    output.Add(loop with { Condition = Resolve(loop.Condition), Carried = Cells(loop.Carried), Body = repeated });
                    break;
                default:
                    output.Add(Rewriter.Map(statement, ResolveRead));
                    break;
            }
            Forget(statement, known);
            if (output.Count > 0 && output[output.Count - 1] is Store { Value: Read stored } store)
            {
                // What was stored is what the element holds now.
                known[new Element(stored.Type, store.Array, store.Index)] = stored.Name;
            }
        }
        return output.ToBlock();
    }

    private void RewriteLet(Let let, Dictionary<Expression, string> known, List<Statement> output)
    {
        Expression value = Resolve(let.Value);
        if (_sharesParts)
        {
            value = Rewriter.Map(value, e => e is Apply { Type: ScalarType.Double or ScalarType.Float } ? Named(e, known) ?? e : e);
        }
        if (value is Read or Constant)
        {
            _copies[let.Name] = value;
        }
        else if (Named(value, known) is { } name)
        {
            _copies[let.Name] = name;
        }
        else
        {
            known[value] = let.Name;
            output.Add(let with { Value = value });
        }
    }

    private static Read? Named(Expression value, Dictionary<Expression, string> known) =>
        known.TryGetValue(value, out string? name) || (Swapped(value) is { } swapped && known.TryGetValue(swapped, out name)) ? Build.Name(name, value.Type) : null;

    /// <summary>Gives a name the value of an expression that is only evaluated once.</summary>
    private void Copy(string name, Expression value, List<Statement> output)
    {
        Expression resolved = Resolve(value);
        if (resolved is Read or Constant)
        {
            _copies[name] = resolved;
        }
        else
        {
            output.Add(new Let(name, resolved) { IsTemporary = true });
        }
    }

    /// <summary>A loop's condition before its first iteration.</summary>
    private Expression Initially(While loop) => Resolve(Rewriter.Substitute(loop.Condition, loop.Carried.ToDictionary(static c => c.Name, static c => c.Initial)));

    private EquatableArray<Merge> Merges(EquatableArray<Merge> merges)
    {
        List<Merge> kept = [];
        foreach (Merge merge in merges)
        {
            Merge resolved = merge with { Then = Resolve(merge.Then), Else = Resolve(merge.Else) };
            if (resolved.Then.Equals(resolved.Else) && resolved.Then is Constant)
            {
                _copies[merge.Name] = resolved.Then;
            }
            else
            {
                kept.Add(resolved);
            }
        }
        return kept.ToEquatableArray();
    }

    private EquatableArray<Carried> Cells(EquatableArray<Carried> carried) => carried.Map(c => c with { Initial = Resolve(c.Initial), Next = Resolve(c.Next) });

    /// <summary>What read an array that the statement writes must be read again after it.</summary>
    private static void Forget(Statement statement, Dictionary<Expression, string> known)
    {
        HashSet<string> written = [.. Walker.Written(statement)];
        if (statement is Call call)
        {
            written.UnionWith(call.Arrays);
        }
        if (written.Count == 0)
        {
            return;
        }
        foreach (Expression expression in known.Keys.Where(e => Walker.All(e).Any(inner => inner is Element element && written.Contains(element.Array))).ToArray())
        {
            known.Remove(expression);
        }
    }

    private static Expression? Swapped(Expression expression) =>
        expression is Apply { Arguments.Count: 2 } apply && (apply.Primitive == Arithmetic.Times || apply.Primitive == Arithmetic.Plus)
            ? apply with { Arguments = [apply.Arguments[1], apply.Arguments[0]] }
            : null;

    private Expression Resolve(Expression expression) => Rewriter.Map(expression, ResolveRead);

    private Expression ResolveRead(Expression expression) => expression switch
    {
        Read read when _copies.TryGetValue(read.Name, out Expression? value) => value,
        Apply { Type: ScalarType.Bool } condition => Conditions.Fold(condition),
        Apply { Type: ScalarType.Int, Arguments: [Constant known] } conversion when conversion.Primitive == Arithmetic.Convert => Build.Convert(known, ScalarType.Int), // so that conditions on it are known
        _ => expression,
    };
}
