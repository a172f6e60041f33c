using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass nothing says any more how a value is to be differentiated: an attach and a detach are the value they stand for, and a loop that only
/// attached carries nothing. Runs when all derivatives have been taken.
/// </summary>
/// <remarks>
/// <code>
/// let value = Norm(x); for (i …) carrying v = value { let attach = attach(v, x[i], dX[i]) } next attach, final norm; let y = 2 * norm
/// →
/// let norm = Norm(x); for (i …) { }; let y = 2 * norm
/// </code>
/// </remarks>
internal sealed class DropRules
{
    private readonly Dictionary<string, Expression> _copies = [];

    /// <summary>Values that the compiler named, and the user's name for each that has one.</summary>
    private readonly HashSet<string> _temporaries = [];
    private readonly Dictionary<string, string> _renamed = [];

    /// <summary>Whether a function says how a value is to be differentiated.</summary>
    public static bool Concerns(Function function) => Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)).Any(IsRule);

    public static Function Run(Function function)
    {
        if (!Concerns(function))
        {
            return function;
        }
        DropRules pass = new();
        Block body = pass.Drop(function.Body);

        // In the end, because a loop's carried values turn out to be copies only after its body has been read.
        body = Rewriter.Map(body, pass.Resolve);
        return function with { Body = pass.Rename(body), Results = function.Results.Map(r => Rewriter.Map(Rewriter.Map(Rewriter.Map(r, Plain), pass.Resolve), pass.Named)) };
    }

    private static bool IsRule(Expression expression) => expression is Apply { Primitive: var p } && (p == Elementary.Attach || p == Elementary.Detach || p == Elementary.Hold);

    private static Expression Plain(Expression expression) => IsRule(expression) ? ((Apply)expression).Arguments[0] : expression;

    private Block Drop(Block block)
    {
        List<Statement> output = [];
        foreach (Statement original in block.Statements)
        {
            Statement statement = Rewriter.Map(original, Plain, nested: false);
            switch (statement)
            {
                case Let { Value: Read or Constant } let when IsRule(((Let)original).Value):
                    _copies[let.Name] = let.Value;
                    Prefer(let);
                    continue;
                case Let { IsTemporary: true } let:
                    _temporaries.Add(let.Name);
                    output.Add(let);
                    break;
                case If branch:
                    output.Add(branch with { Then = Drop(branch.Then), Else = Drop(branch.Else) });
                    break;
                case For loop:
                    Block body = Drop(loop.Body);
                    output.Add(loop with { Body = body, Carried = Changing(loop.Carried) });
                    break;
                case While loop:
                    Block repeated = Drop(loop.Body);
                    output.Add(loop with { Body = repeated, Carried = Changing(loop.Carried) });
                    break;
                default:
                    output.Add(statement);
                    break;
            }
        }
        return output.ToBlock();
    }

    /// <summary>A cell that every iteration hands on as it is, is its initial value.</summary>
    private EquatableArray<Carried> Changing(EquatableArray<Carried> carried)
    {
        List<Carried> changing = [];
        foreach (Carried cell in carried)
        {
            if (Rewriter.Map(cell.Next, Resolve) is Read same && same.Name == cell.Name)
            {
                _copies[cell.Name] = cell.Initial;
                _copies[cell.Final] = cell.Initial;
            }
            else
            {
                changing.Add(cell);
            }
        }
        return changing.ToEquatableArray();
    }

    /// <summary>The value takes the name that the user gave to what was attached to it.</summary>
    private void Prefer(Let let)
    {
        if (!let.IsTemporary && Resolve(let.Value) is Read { Name: var name } && _temporaries.Remove(name))
        {
            _renamed[name] = let.Name;
        }
    }

    private Expression Resolve(Expression expression)
    {
        while (expression is Read read && _copies.TryGetValue(read.Name, out Expression? value))
        {
            expression = value;
        }
        return expression;
    }

    private Block Rename(Block block) => _renamed.Count == 0 ? block : block.Statements.Select(Rename).ToBlock();

    private Statement Rename(Statement statement)
    {
        Statement mapped = Rewriter.Map(statement, Named, nested: false);
        return mapped switch
        {
            Let let when _renamed.TryGetValue(let.Name, out string? name) => let with { Name = name, IsTemporary = false },
            If branch => branch with { Then = Rename(branch.Then), Else = Rename(branch.Else) },
            For loop => loop with { Body = Rename(loop.Body) },
            While loop => loop with { Body = Rename(loop.Body) },
            _ => mapped,
        };
    }

    private Expression Named(Expression expression) =>
        expression is Read read && _renamed.TryGetValue(read.Name, out string? name) ? read with { Name = name } : expression;
}
