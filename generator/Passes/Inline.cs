using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass no call of the given functions is left: each is written out where it is called, its names changed to free ones. Both functions are
/// in normal form, and so is the result.
/// </summary>
/// <remarks>
/// <code>
/// (v, dY) = Inner(a, 3.0)      with  Inner(x, y) { let p = x * y; return p, x }   →   let p1 = a * 3.0; let v = p1; let dY = a
/// </code>
/// </remarks>
internal sealed class Inline
{
    private readonly IReadOnlyDictionary<string, Function> _callees;
    private readonly Names _names;
    private readonly List<Table> _tables;

    private Inline(Function function, IReadOnlyDictionary<string, Function> callees)
    {
        _callees = callees;
        _names = Names.Of(function);
        _tables = [.. function.Tables];
    }

    public static Function Run(Function function, IReadOnlyDictionary<string, Function> callees)
    {
        if (callees.Count == 0 || !Walker.Statements(function.Body).Any(s => s is Call call && callees.ContainsKey(call.Function)))
        {
            return function;
        }
        Inline pass = new(function, callees);
        Block body = pass.Rewrite(function.Body);
        return function with { Body = body, Tables = pass._tables.ToEquatableArray() };
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Call call when _callees.TryGetValue(call.Function, out Function? callee):
                    Write(call, callee, output);
                    break;
                default:
                    output.Add(Rewriter.Inside(statement, Rewrite));
                    break;
            }
        }
        return output.ToBlock();
    }

    private void Write(Call call, Function callee, List<Statement> output)
    {
        Dictionary<string, Expression> values = [];
        Dictionary<string, string> arrays = [];
        int scalar = 0, array = 0;
        foreach (string outer in callee.Parameters.Select(static p => p.Name).Concat(callee.Tables.Select(static t => t.Name)))
        {
            // The copy's new names must not be those of parameters that are still to be replaced.
            _names.Reserve(outer);
        }
        foreach (Parameter parameter in callee.Parameters)
        {
            if (parameter.Kind != ParameterKind.Scalar)
            {
                arrays[parameter.Name] = call.Arrays[array++];
                continue;
            }
            Expression argument = call.Arguments[scalar++];
            if (argument is not (Read or Constant or Length))
            {
                // An index may read what the callee's caller writes later.
                string name = _names.Fresh(parameter.Name);
                output.Add(new Let(name, argument) { IsTemporary = true, Source = call.Source, Origin = call.Origin });
                argument = Build.Name(name, parameter.Type);
            }
            values[parameter.Name] = argument;
        }
        foreach (Table table in callee.Tables)
        {
            string name = arrays[table.Name] = _names.Fresh(table.Name);
            _tables.Add(table with { Name = name });
        }
        Block body = Renaming.Copy(callee.Body, _names, out Dictionary<string, string> names);
        // The copy has new names already: only what comes from outside it is still to be replaced.
        string Outer(string name) => arrays.TryGetValue(name, out string? array) ? array : name;
        output.AddRange(At(call, Rewriter.Substitute(Renaming.Run(body, Outer), values)).Statements);
        for (int i = 0; i < call.Results.Count; i++)
        {
            Expression result = Rewriter.Substitute(Renaming.Run(callee.Results[i], name => names.TryGetValue(name, out string? own) ? own : Outer(name)), values);
            output.Add(new Let(call.Results[i].Name, result) { IsTemporary = true, Source = call.Source, Origin = call.Origin });
        }
    }

    /// <summary>Statements that come from the call.</summary>
    private static Block At(Call call, Block block) => block.Statements.Select(statement => (statement switch
    {
        If branch => branch with { Then = At(call, branch.Then), Else = At(call, branch.Else) },
        For loop => loop with { Body = At(call, loop.Body) },
        While loop => loop with { Body = At(call, loop.Body) },
        _ => statement,
    }) with
    { Source = call.Source, Origin = call.Origin }).ToBlock();
}
