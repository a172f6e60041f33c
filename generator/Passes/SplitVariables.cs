using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass every name is defined once: a variable becomes one value per assignment, a carried cell of each loop that assigns it and a
/// merge of each branch that assigns it.
/// </summary>
/// <remarks>
/// <code>
/// var p = p0; for (t …) { p = p + r * p; if (p &gt; c) { p = c } }
/// →
/// for (t …) carrying p = p0 { let p1 = p + r * p; if (p1 &gt; c) { } else { } merging p2 = c | p1 } next p2, final p3
/// </code>
/// </remarks>
internal sealed class SplitVariables
{
    private readonly Names _names;
    private readonly HashSet<string> _taken = [];
    private Dictionary<string, Expression> _current = [];

    private SplitVariables(Names names) => _names = names;

    public static Function Run(Function function)
    {
        SplitVariables pass = new(Names.Of(function));
        Block body = pass.Rewrite(function.Body);
        return function with { Body = body, Results = function.Results.Select(pass.Resolve).ToEquatableArray() };
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            Rewrite(statement, output);
        }
        return output.ToBlock();
    }

    private void Rewrite(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Variable variable:
                Define(variable.Name, Resolve(variable.Initial), variable, output);
                break;
            case Assign assign:
                Define(assign.Name, Resolve(assign.Value), assign, output);
                break;
            case If branch:
                output.Add(RewriteBranch(branch));
                break;
            case For loop:
                EquatableArray<Carried> carried = Enter(loop.Body, out Dictionary<string, Expression> before);
                Expression? until = loop.Until is null ? null : Resolve(loop.Until);
                Block body = Rewrite(loop.Body);
                output.Add(loop with
                {
                    From = Resolve(loop.From, before),
                    To = Resolve(loop.To, before),
                    Until = until,
                    Body = body,
                    Carried = Leave(carried, before),
                });
                break;
            case While loop:
                EquatableArray<Carried> cells = Enter(loop.Body, out Dictionary<string, Expression> outer);
                Expression condition = Resolve(loop.Condition);
                Block repeated = Rewrite(loop.Body);
                output.Add(loop with { Condition = condition, Body = repeated, Carried = Leave(cells, outer) });
                break;
            default:
                output.Add(Rewriter.Map(statement, ResolveRead));
                break;
        }
    }

    private void Define(string name, Expression value, Statement source, List<Statement> output)
    {
        if (value is Constant or Read)
        {
            _current[name] = value;
            return;
        }
        string version = Version(name);
        output.Add(new Let(version, value) { Source = source.Source, Origin = source.Origin, Recall = source.Recall });
        _current[name] = Name(version, value.Type);
    }

    private If RewriteBranch(If branch)
    {
        Expression condition = Resolve(branch.Condition);
        Dictionary<string, Expression> before = _current;
        _current = new(before);
        Block then = Rewrite(branch.Then);
        Dictionary<string, Expression> afterThen = _current;
        _current = new(before);
        Block @else = Rewrite(branch.Else);
        Dictionary<string, Expression> afterElse = _current;

        _current = before;
        List<Merge> merges = [];
        foreach (string name in before.Keys.ToArray())
        {
            Expression left = afterThen[name], right = afterElse[name];
            if (left.Equals(right))
            {
                _current[name] = left;
                continue;
            }
            string version = Version(name);
            merges.Add(new(version, left.Type, left, right));
            _current[name] = Name(version, left.Type);
        }
        return branch with { Condition = condition, Then = then, Else = @else, Merges = merges.ToEquatableArray() };
    }

    /// <summary>Opens a loop: what its body assigns becomes carried, and reads as the cell inside.</summary>
    private EquatableArray<Carried> Enter(Block body, out Dictionary<string, Expression> before)
    {
        before = _current;
        _current = new(before);
        List<Carried> carried = [];
        HashSet<string> seen = [];
        foreach (Statement statement in Walker.Statements(body))
        {
            if (statement is Assign assign && before.TryGetValue(assign.Name, out Expression? initial) && seen.Add(assign.Name))
            {
                string cell = Version(assign.Name);
                carried.Add(new(cell, initial.Type, initial, initial, assign.Name));
                _current[assign.Name] = Name(cell, initial.Type);
            }
        }
        return carried.ToEquatableArray();
    }

    /// <summary>Closes a loop: each cell's next value is what the body left; after the loop the variable reads as the final value.</summary>
    private EquatableArray<Carried> Leave(EquatableArray<Carried> carried, Dictionary<string, Expression> before)
    {
        List<Carried> closed = [];
        foreach (Carried cell in carried)
        {
            string variable = cell.Final;
            string final = Version(variable);
            closed.Add(cell with { Next = _current[variable], Final = final });
            before[variable] = Name(final, cell.Type);
        }
        _current = before;
        return closed.ToEquatableArray();
    }

    /// <summary>The variable's own name first, numbered names after it.</summary>
    private string Version(string name) => _taken.Add(name) ? name : _names.Fresh(name);

    private Expression Resolve(Expression expression) => Rewriter.Map(expression, ResolveRead);

    private static Expression Resolve(Expression expression, Dictionary<string, Expression> current) => Rewriter.Substitute(expression, current);

    private Expression ResolveRead(Expression expression) =>
        expression is Read read && _current.TryGetValue(read.Name, out Expression? value) ? value : expression;
}
