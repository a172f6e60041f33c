using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Forward mode (Griewank and Walther 2008, chapter 3) on normal form, one or several directions at once: each value is followed by its tangents, which
/// share the primal. Tangents are names of their own, so that a derivative inside a derivative cannot be confused with it.
/// The result returns the values and then, direction by direction, their tangents; each output array has a tangent array per direction.
/// </summary>
/// <remarks>
/// <code>
/// let p1 = r * p; let s = Math.Sin(p1)   →   let p1 = r * p; let p1Tangent = rTangent * p + r * pTangent; let s = Math.Sin(p1); let sTangent = Math.Cos(p1) * p1Tangent
/// </code>
/// </remarks>
internal sealed partial class Forward
{
    private readonly Function _function;
    private readonly IReadOnlyList<Direction> _directions;
    private readonly Activity[] _activities;
    private readonly Dictionary<string, Expression>[] _tangents;
    private readonly Dictionary<string, string>[] _arrays;
    private readonly IReadOnlyDictionary<string, Function> _callees;
    private readonly Names _names;
    private List<Statement> _output = [];

    private Forward(Function function, IReadOnlyDictionary<string, Function> callees, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added)
    {
        _function = function;
        _callees = callees;
        _directions = directions;
        _activities = [.. directions.Select(d => Activity.Of(function, d.Varied))];
        _tangents = [.. directions.Select(static d => d.Scalars.ToDictionary(static s => s.Key, static s => s.Value))];
        _arrays = [.. directions.Select(static _ => new Dictionary<string, string>())];
        _names = Names.Of(function);
        foreach (Parameter parameter in added)
        {
            _names.Reserve(parameter.Name);
        }
    }

    /// <summary>The module with the tangents of its main function.</summary>
    /// <param name="inputs">Parameters that the directions read; they come after the function's own.</param>
    /// <param name="outputs">For each direction the name of the tangent array of an output; a name of <paramref name="inputs"/> or a new one.</param>
    public static Module Run(Module module, IReadOnlyList<Direction> directions, IReadOnlyList<Parameter> inputs, IReadOnlyList<IReadOnlyDictionary<string, string>> outputs)
    {
        Dictionary<string, Function> callees = module.Callees.ToDictionary(static c => c.Name);
        Forward main = new(module.Main, callees, directions, inputs);
        Function tangents = main.Main(inputs, outputs);
        List<Function> all = [.. module.Callees, .. module.Callees.Select(c => OfCallee(c, callees))];
        return new(tangents, all.ToEquatableArray());
    }

    private Function Main(IReadOnlyList<Parameter> inputs, IReadOnlyList<IReadOnlyDictionary<string, string>> outputs)
    {
        List<Parameter> parameters = [.. _function.Parameters, .. inputs];
        for (int d = 0; d < _directions.Count; d++)
        {
            foreach (Parameter output in _function.Parameters.Where(static p => p.Kind is ParameterKind.Output or ParameterKind.Accumulator))
            {
                string tangent = outputs[d][output.Name];
                _names.Reserve(tangent);
                _arrays[d][output.Name] = tangent;
                parameters.Add(output with { Name = tangent });
            }
        }
        return Finish(_function.Name, parameters);
    }

    private Function Finish(string name, IEnumerable<Parameter> parameters)
    {
        Block body = Inside(_function.Body);
        List<Expression> results = [.. _function.Results];
        for (int d = 0; d < _directions.Count; d++)
        {
            results.AddRange(_function.Results.Where(static r => r.Type.IsReal()).Select(r => Tangent(r, d) ?? Zero(r.Type)));
        }
        return new(name, parameters.ToEquatableArray(), _function.Tables, body, results.ToEquatableArray());
    }

    private Block Inside(Block block)
    {
        List<Statement> outer = _output;
        List<Statement> own = _output = [];
        foreach (Statement statement in block.Statements)
        {
            Follow(statement);
        }
        _output = outer;
        return own.ToBlock();
    }

    /// <summary>The statement, then its tangents.</summary>
    private void Follow(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                _output.Add(let);
                ForEach(let.Name, d => Define(let.Name, d, Tangent(let.Value, Name(let.Name, let.Value.Type), d), let.IsTemporary));
                break;
            case NewArray array:
                _output.Add(array);
                ForEach(array.Name, d => _output.Add(array with { Name = TangentArray(array.Name, d), Source = "" }));
                break;
            case Slice slice:
                _output.Add(slice);
                ForEach(slice.Name, d =>
                {
                    if (_arrays[d].TryGetValue(slice.Array, out string? whole))
                    {
                        _output.Add(slice with { Name = TangentArray(slice.Name, d), Array = whole, Source = "" });
                    }
                });
                break;
            case Store store:
                _output.Add(store);
                ForEachArray(store.Array, (d, tangents) => _output.Add(new Store(tangents, store.Index, Tangent(store.Value, d) ?? Zero(store.Value.Type))));
                break;
            case Add add:
                _output.Add(add);
                ForEachArray(add.Array, (d, tangents) =>
                {
                    if (Tangent(add.Value, d) is { } tangent)
                    {
                        _output.Add(new Add(tangents, add.Index, tangent));
                    }
                });
                break;
            case NewTape tape:
                _output.Add(tape);
                ForEach(tape.Name, d => _output.Add(tape with { Name = TangentArray(tape.Name, d), Source = "" }));
                break;
            case Push push:
                _output.Add(push);
                ForEachArray(push.Tape, (d, tangents) => _output.Add(new Push(tangents, Tangent(push.Value, d) ?? Zero(push.Value.Type))));
                break;
            case Pop pop:
                _output.Add(pop);
                ForEachArray(pop.Tape, (d, tangents) =>
                {
                    string name = _names.Fresh(pop.Name + "Tangent" + _directions[d].Suffix);
                    _output.Add(new Pop(name, pop.Type, tangents));
                    _tangents[d][pop.Name] = Name(name, pop.Type);
                });
                break;
            case If branch:
                FollowBranch(branch);
                break;
            case For loop:
                FollowLoop(loop, loop.Body, (carried, body) => loop with { Carried = carried, Body = body });
                break;
            case While loop:
                FollowLoop(loop, loop.Body, (carried, body) => loop with { Carried = carried, Body = body });
                break;
            case Call call:
                FollowCall(call);
                break;
            default:
                _output.Add(statement);
                break;
        }
    }

    private void FollowBranch(If branch)
    {
        Block then = Inside(branch.Then), @else = Inside(branch.Else);
        List<Merge> merges = [.. branch.Merges];
        foreach (Merge merge in branch.Merges)
        {
            ForEach(merge.Name, d =>
            {
                Expression? left = Tangent(merge.Then, d), right = Tangent(merge.Else, d);
                if (left is null && right is null)
                {
                    return;
                }
                Expression thenTangent = left ?? Zero(merge.Type), elseTangent = right ?? Zero(merge.Type);
                if (thenTangent.Equals(elseTangent))
                {
                    _tangents[d][merge.Name] = thenTangent;
                    return;
                }
                string name = _names.Fresh(merge.Name + "Tangent" + _directions[d].Suffix);
                merges.Add(new(name, merge.Type, thenTangent, elseTangent));
                _tangents[d][merge.Name] = Name(name, merge.Type);
            });
        }
        _output.Add(branch with { Then = then, Else = @else, Merges = merges.ToEquatableArray() });
    }

    private void FollowLoop(Statement loop, Block block, System.Func<EquatableArray<Carried>, Block, Statement> with)
    {
        List<(int Direction, Carried Cell, Carried Tangent)> cells = [];
        foreach (Carried cell in Walker.CarriedBy(loop))
        {
            for (int d = 0; d < _directions.Count; d++)
            {
                if (!cell.Type.IsReal() || !(_activities[d].IsActive(cell.Name) || _activities[d].IsActive(cell.Final)))
                {
                    continue;
                }
                string stem = cell.Name + "Tangent" + _directions[d].Suffix;
                Carried tangent = new(_names.Fresh(stem), cell.Type, Tangent(cell.Initial, d) ?? Zero(cell.Type), Zero(cell.Type), _names.Fresh(stem));
                cells.Add((d, cell, tangent));
            }
        }
        foreach ((int d, Carried cell, Carried tangent) in cells)
        {
            _tangents[d][cell.Name] = Name(tangent.Name, cell.Type);
        }
        Block body = Inside(block);
        IEnumerable<Carried> tangents = cells.Select(c => c.Tangent with { Next = Tangent(c.Cell.Next, c.Direction) ?? Zero(c.Cell.Type) }).ToArray();
        foreach ((int d, Carried cell, Carried tangent) in cells)
        {
            _tangents[d][cell.Final] = Name(tangent.Final, cell.Type);
        }
        _output.Add(with(Walker.CarriedBy(loop).Concat(tangents).ToEquatableArray(), body));
    }

    private void ForEach(string name, System.Action<int> follow)
    {
        for (int d = 0; d < _directions.Count; d++)
        {
            if (_activities[d].IsActive(name))
            {
                follow(d);
            }
        }
    }

    private void ForEachArray(string array, System.Action<int, string> follow)
    {
        for (int d = 0; d < _directions.Count; d++)
        {
            if (_arrays[d].TryGetValue(array, out string? tangents))
            {
                follow(d, tangents);
            }
        }
    }

    private string TangentArray(string array, int d) => _arrays[d][array] = _names.Fresh(array + "Tangent" + _directions[d].Suffix);

    private void Define(string name, int d, Expression? tangent, bool isTemporary)
    {
        if (tangent is null)
        {
            return;
        }
        if (tangent is not (Read or Constant))
        {
            string own = _names.Fresh(name + "Tangent" + _directions[d].Suffix);
            _output.Add(new Let(own, tangent) { IsTemporary = isTemporary });
            tangent = Name(own, tangent.Type);
        }
        _tangents[d][name] = tangent;
    }
}
