using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>
/// Chooses the names a reader sees: a numbered name loses its number where C#'s scopes allow it, so that the adjoint sweep's loop counts <c>t</c> again
/// and not <c>t1</c>.
/// </summary>
internal sealed class Spelling
{
    private readonly Variables _variables;
    private readonly Dictionary<string, List<int>> _scopes = [];
    private readonly List<string> _order = [];
    private int _blocks;

    private Spelling(Variables variables) => _variables = variables;

    /// <param name="kept">Names that are used around the function's statements and must not be taken.</param>
    /// <param name="keepsNumbers">True for a function in parts, where a value has the same name in each: names are then as they are.</param>
    public static Dictionary<string, string> Of(Function function, Variables variables, IEnumerable<string> kept, bool keepsNumbers = false)
    {
        Spelling spelling = new(variables);
        spelling.Walk(function.Body, [0]);
        foreach (Expression result in function.Results)
        {
            spelling.Mention(result, [0]);
        }
        foreach (string table in function.Tables.Select(static t => t.Name).Where(t => spelling._scopes.ContainsKey(variables[t])))
        {
            spelling.Mention(table, [0]); // declared at the head, wherever it is read
        }
        HashSet<string> parameters = [.. function.Parameters.Select(static p => p.Name)];
        return keepsNumbers ? spelling.Keep(parameters, [.. kept, .. parameters]) : spelling.Assign(parameters, [.. kept, .. parameters]);
    }

    private Dictionary<string, string> Keep(HashSet<string> parameters, HashSet<string> kept)
    {
        HashSet<string> used = [.. kept, .. _order];
        Dictionary<string, string> names = [];
        foreach (string variable in _order.Where(v => !parameters.Contains(v) && kept.Contains(v)))
        {
            string name = variable;
            for (int i = 1; !used.Add(name); i++)
            {
                name = variable + i.ToString(CultureInfo.InvariantCulture);
            }
            names[variable] = name;
        }
        return names;
    }

    private Dictionary<string, string> Assign(HashSet<string> parameters, HashSet<string> kept)
    {
        Dictionary<string, string> names = [];
        Dictionary<string, List<List<int>>> used = [];
        foreach (string variable in _order.Where(v => !parameters.Contains(v)))
        {
            List<int> scope = _scopes[variable];
            string stem = variable.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            string name = stem;
            for (int i = 1; kept.Contains(name) || (used.TryGetValue(name, out List<List<int>>? others) && others.Any(o => IsNested(o, scope))); i++)
            {
                name = stem + i.ToString(CultureInfo.InvariantCulture);
            }
            names[variable] = name;
            if (!used.TryGetValue(name, out List<List<int>>? scopes))
            {
                used[name] = scopes = [];
            }
            scopes.Add(scope);
        }
        return names;
    }

    /// <summary>True when one scope is inside the other: C# then forbids the same name in both.</summary>
    private static bool IsNested(List<int> left, List<int> right)
    {
        int common = Math.Min(left.Count, right.Count);
        return left.Take(common).SequenceEqual(right.Take(common));
    }

    private void Walk(Block block, List<int> path)
    {
        foreach (Statement statement in block.Statements)
        {
            List<int> inner = [.. path, ++_blocks];
            foreach (Result defined in Walker.Defines(statement))
            {
                Mention(defined.Name, path);
            }
            foreach (Carried cell in Walker.CarriedBy(statement))
            {
                Mention(cell.Name, path);
            }
            foreach (string array in Arrays(statement))
            {
                Mention(array, path);
            }
            if (statement is For loop)
            {
                Mention(loop.Index, inner);
            }
            foreach (Expression own in Before(statement))
            {
                Mention(own, path);
            }
            foreach (Expression next in Walker.CarriedBy(statement).Select(static c => c.Next))
            {
                Mention(next, inner);
            }
            int arm = 0;
            foreach (Block nested in Walker.Blocks(statement))
            {
                Walk(nested, [.. inner, .. statement is If ? new[] { arm++ } : []]);
            }
        }
    }

    /// <summary>What stands before the braces of a statement; the next values of a loop stand in its body.</summary>
    private static IEnumerable<Expression> Before(Statement statement) => statement switch
    {
        For loop => [loop.From, loop.To, .. loop.Until is { } until ? new[] { until } : [], .. loop.Carried.Select(static c => c.Initial)],
        While loop => [loop.Condition, .. loop.Carried.Select(static c => c.Initial)],
        _ => Walker.Own(statement),
    };

    private static IEnumerable<string> Arrays(Statement statement) => statement switch
    {
        NewArray array => [array.Name],
        Slice slice => [slice.Name, slice.Array],
        Store store => [store.Array],
        Add add => [add.Array],
        NewTape tape => [tape.Name],
        Push push => [push.Tape],
        Pop pop => [pop.Tape],
        Call call => call.Arrays,
        Contract contract => [contract.Target.Array],
        _ => [],
    };

    private void Mention(Expression expression, List<int> path)
    {
        foreach (Expression inner in Walker.All(expression))
        {
            if (inner is Read or Element or Length)
            {
                Mention(inner switch { Read read => read.Name, Element element => element.Array, _ => ((Length)inner).Array }, path);
            }
        }
    }

    /// <summary>Widens a variable's scope to where it is mentioned.</summary>
    private void Mention(string name, List<int> path)
    {
        string variable = _variables[name];
        if (!_scopes.TryGetValue(variable, out List<int>? scope))
        {
            _order.Add(variable);
            _scopes[variable] = path;
            return;
        }
        int common = 0;
        while (common < Math.Min(scope.Count, path.Count) && scope[common] == path[common])
        {
            common++;
        }
        _scopes[variable] = scope.GetRange(0, common);
    }
}
