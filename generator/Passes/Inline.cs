using System.Collections.Generic;
using System.Diagnostics;
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
                case If branch:
                    output.Add(branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) });
                    break;
                case For loop:
                    output.Add(loop with { Body = Rewrite(loop.Body) });
                    break;
                case While loop:
                    output.Add(loop with { Body = Rewrite(loop.Body) });
                    break;
                default:
                    output.Add(statement);
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
        Copy copy = new(_names, values, arrays, call);
        output.AddRange(copy.Of(callee.Body).Statements);
        for (int i = 0; i < call.Results.Count; i++)
        {
            output.Add(new Let(call.Results[i].Name, copy.Of(callee.Results[i])) { IsTemporary = true, Source = call.Source, Origin = call.Origin });
        }
    }

    /// <summary>A copy of a body under other names; its statements come from the call.</summary>
    private sealed class Copy(Names names, Dictionary<string, Expression> values, Dictionary<string, string> arrays, Call call)
    {
        public Block Of(Block block) => block.Statements.Select(Of).ToBlock();

        public Expression Of(Expression expression) => Rewriter.Map(expression, e => e switch
        {
            Read read => values[read.Name],
            Element element => element with { Array = arrays[element.Array] },
            Length length => new Length(arrays[length.Array]),
            _ => e,
        });

        private Statement Of(Statement statement)
        {
            // Names are defined before they are read, but for what a loop hands on: so the blocks inside come between its start and its end.
            Statement copied = statement switch
            {
                Let let => let with { Value = Of(let.Value), Name = Fresh(let.Name, let.Value.Type) },
                NewArray array => array with { Length = Of(array.Length), Name = FreshArray(array.Name) },
                NewTape tape => tape with { Name = FreshArray(tape.Name) },
                Slice slice => slice with { Offset = Of(slice.Offset), Length = Of(slice.Length), Array = arrays[slice.Array], Name = FreshArray(slice.Name) },
                Store store => new Store(arrays[store.Array], Of(store.Index), Of(store.Value)),
                Add add => new Add(arrays[add.Array], Of(add.Index), Of(add.Value)),
                Push push => new Push(arrays[push.Tape], Of(push.Value)),
                Pop pop => pop with { Tape = arrays[pop.Tape], Name = Fresh(pop.Name, pop.Type) },
                Throw thrown => thrown with { Arguments = thrown.Arguments.Map(Of) },
                Call other => other with
                {
                    Arguments = other.Arguments.Map(Of),
                    Arrays = other.Arrays.Map(a => arrays[a]),
                    Results = other.Results.Map(r => r with { Name = Fresh(r.Name, r.Type) }),
                },
                If branch => Of(branch),
                For loop => Of(loop),
                While loop => Of(loop),
                _ => throw new UnreachableException(statement.GetType().Name),
            };
            return copied with { Source = call.Source, Origin = call.Origin };
        }

        private If Of(If branch)
        {
            Expression condition = Of(branch.Condition);
            Block then = Of(branch.Then), @else = Of(branch.Else);
            return new(condition, then, @else, branch.Merges.Select(m => new Merge(Fresh(m.Name, m.Type), m.Type, Of(m.Then), Of(m.Else))).ToEquatableArray());
        }

        private For Of(For loop)
        {
            Expression from = Of(loop.From), to = Of(loop.To);
            Carried[] started = Start(loop.Carried);
            string index = Fresh(loop.Index, loop.From.Type);
            Expression? until = loop.Until is null ? null : Of(loop.Until);
            Block body = Of(loop.Body);
            return loop with { Index = index, From = from, To = to, Until = until, Body = body, Carried = Finish(loop.Carried, started) };
        }

        private While Of(While loop)
        {
            Carried[] started = Start(loop.Carried);
            Expression condition = Of(loop.Condition);
            Block body = Of(loop.Body);
            return new(condition, Finish(loop.Carried, started), body);
        }

        private Carried[] Start(EquatableArray<Carried> carried)
        {
            Expression[] initials = [.. carried.Select(c => Of(c.Initial))];
            return [.. carried.Select((c, i) => c with { Initial = initials[i], Name = Fresh(c.Name, c.Type) })];
        }

        private EquatableArray<Carried> Finish(EquatableArray<Carried> carried, Carried[] started) =>
            carried.Select((c, i) => started[i] with { Next = Of(c.Next), Final = Fresh(c.Final, c.Type) }).ToEquatableArray();

        private string Fresh(string name, ScalarType type)
        {
            string fresh = names.Fresh(name);
            values[name] = Build.Name(fresh, type);
            return fresh;
        }

        private string FreshArray(string name) => arrays[name] = names.Fresh(name);
    }
}
