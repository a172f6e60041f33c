using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// What forward mode and Taylor series have in common: each value is followed by its parts (a tangent per direction, a coefficient per order), which share
/// the primal, through blocks, branches, loops, arrays, tapes and calls.
/// </summary>
internal abstract partial class Propagation
{
    private readonly Function _function;
    private readonly Activity[] _activities;
    private readonly Dictionary<string, string>[] _arrays;

    protected Propagation(Function function, IReadOnlyDictionary<string, Function> callees, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added, bool seesRules)
    {
        _function = function;
        Callees = callees;
        Directions = directions;
        _activities = [.. directions.Select(d => Activity.Of(function, d.Varied, seesRules))];
        Parts = [.. directions.Select(static d => d.Scalars.ToDictionary(static s => s.Key, static s => s.Value))];
        _arrays = [.. directions.Select(static _ => new Dictionary<string, string>())];
        Names = Names.Of(function);
        foreach (Parameter parameter in added)
        {
            Names.Reserve(parameter.Name);
        }
    }

    protected IReadOnlyDictionary<string, Function> Callees { get; }

    /// <summary>What each part starts from.</summary>
    protected IReadOnlyList<Direction> Directions { get; }

    /// <summary>The parts of the names that have any; a name without one has part zero.</summary>
    protected Dictionary<string, Expression>[] Parts { get; }

    protected Names Names { get; }

    protected List<Statement> Output { get; private set; } = [];

    /// <summary>The part of an expression, or null where it is zero.</summary>
    /// <param name="result">What holds the expression's value, which rules prefer to read.</param>
    protected abstract Expression? Part(Expression expression, Expression result, int part);

    /// <summary>The same propagation for another function, every real parameter with parts.</summary>
    protected abstract Propagation For(Function callee, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added);

    protected abstract string CalleeName(string function);

    protected Expression? Part(Expression expression, int part) => Part(expression, expression, part);

    /// <summary>The part of an element of an array.</summary>
    protected Expression? PartOf(Element element, int part) =>
        Directions[part].Elements.TryGetValue(element.Array, out Func<Expression, Expression>? seed) ? seed(element.Index)
        : _arrays[part].TryGetValue(element.Array, out string? parts) ? element with { Array = parts }
        : null;

    /// <summary>The module with the parts of its main function.</summary>
    /// <param name="inputs">Parameters that the directions read; they come after the function's own.</param>
    /// <param name="outputs">For each part the name of the array that receives those of an output.</param>
    protected Module Run(Module module, IReadOnlyList<Parameter> inputs, IReadOnlyList<IReadOnlyDictionary<string, string>> outputs)
    {
        List<Parameter> parameters = [.. _function.Parameters, .. inputs];
        for (int d = 0; d < Directions.Count; d++)
        {
            foreach (Parameter output in _function.Parameters.Where(static p => p.Kind is ParameterKind.Output or ParameterKind.Accumulator))
            {
                string tangent = outputs[d][output.Name];
                Names.Reserve(tangent);
                _arrays[d][output.Name] = tangent;
                parameters.Add(output with { Name = tangent });
            }
        }
        Function main = Finish(_function.Name, parameters);
        return new(main, module.Callees.Concat(module.Callees.Where(HasParts).Select(OfCallee)).ToEquatableArray());
    }

    private Function Finish(string name, IEnumerable<Parameter> parameters)
    {
        Block body = Inside(_function.Body);
        List<Expression> results = [.. _function.Results];
        for (int d = 0; d < Directions.Count; d++)
        {
            results.AddRange(_function.Results.Where(static r => r.Type.IsReal()).Select(r => Part(r, d) ?? Zero(r.Type)));
        }
        return new(name, parameters.ToEquatableArray(), _function.Tables, body, results.ToEquatableArray());
    }

    private Block Inside(Block block)
    {
        List<Statement> outer = Output;
        List<Statement> own = Output = [];
        object mark = Enter();
        foreach (Statement statement in block.Statements)
        {
            Follow(statement);
        }
        Leave(mark);
        Output = outer;
        return own.ToBlock();
    }

    /// <summary>A block starts; what <see cref="Leave"/> needs at its end.</summary>
    protected virtual object Enter() => this;

    /// <summary>A block ends: names made inside it are out of scope.</summary>
    protected virtual void Leave(object mark)
    {
    }

    /// <summary>The statement, then its parts.</summary>
    private void Follow(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                Output.Add(let);
                ForEach(let.Name, d => Define(let.Name, d, Part(let.Value, Name(let.Name, let.Value.Type), d), let.IsTemporary));
                break;
            case NewArray array:
                Output.Add(array);
                ForEach(array.Name, d => Output.Add(array with { Name = PartArray(array.Name, d), Source = "" }));
                break;
            case Slice slice:
                Output.Add(slice);
                ForEach(slice.Name, d =>
                {
                    if (_arrays[d].TryGetValue(slice.Array, out string? whole))
                    {
                        Output.Add(slice with { Name = PartArray(slice.Name, d), Array = whole, Source = "" });
                    }
                });
                break;
            case Store store:
                Output.Add(store);
                ForEachArray(store.Array, (d, tangents) => Output.Add(new Store(tangents, store.Index, Part(store.Value, d) ?? Zero(store.Value.Type))));
                break;
            case Add add:
                Output.Add(add);
                ForEachArray(add.Array, (d, tangents) =>
                {
                    if (Part(add.Value, d) is { } tangent)
                    {
                        Output.Add(new Add(tangents, add.Index, tangent));
                    }
                });
                break;
            case NewTape tape:
                Output.Add(tape);
                ForEach(tape.Name, d => Output.Add(tape with { Name = PartArray(tape.Name, d), Source = "" }));
                break;
            case Push push:
                Output.Add(push);
                ForEachArray(push.Tape, (d, tangents) => Output.Add(new Push(tangents, Part(push.Value, d) ?? Zero(push.Value.Type))));
                break;
            case Pop pop:
                Output.Add(pop);
                ForEachArray(pop.Tape, (d, tangents) =>
                {
                    string name = Names.Fresh(pop.Name + Directions[d].Suffix);
                    Output.Add(new Pop(name, pop.Type, tangents));
                    Parts[d][pop.Name] = Name(name, pop.Type);
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
            case Call call when Callees.ContainsKey(call.Function):
                FollowCall(call);
                break;
            default:
                Output.Add(statement);
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
                Expression? left = Part(merge.Then, d), right = Part(merge.Else, d);
                if (left is null && right is null)
                {
                    return;
                }
                Expression thenTangent = left ?? Zero(merge.Type), elseTangent = right ?? Zero(merge.Type);
                if (thenTangent.Equals(elseTangent))
                {
                    Parts[d][merge.Name] = thenTangent;
                    return;
                }
                string name = Names.Fresh(merge.Name + Directions[d].Suffix);
                merges.Add(new(name, merge.Type, thenTangent, elseTangent));
                Parts[d][merge.Name] = Name(name, merge.Type);
            });
        }
        Output.Add(branch with { Then = then, Else = @else, Merges = merges.ToEquatableArray() });
    }

    private void FollowLoop(Statement loop, Block block, Func<EquatableArray<Carried>, Block, Statement> with)
    {
        List<(int Direction, Carried Cell, Carried Tangent)> cells = [];
        foreach (Carried cell in Walker.CarriedBy(loop))
        {
            for (int d = 0; d < Directions.Count; d++)
            {
                if (!cell.Type.IsReal() || !(_activities[d].IsActive(cell.Name) || _activities[d].IsActive(cell.Final)))
                {
                    continue;
                }
                string stem = cell.Name + Directions[d].Suffix;
                Carried tangent = new(Names.Fresh(stem), cell.Type, Part(cell.Initial, d) ?? Zero(cell.Type), Zero(cell.Type), Names.Fresh(stem));
                cells.Add((d, cell, tangent));
            }
        }
        foreach ((int d, Carried cell, Carried tangent) in cells)
        {
            Parts[d][cell.Name] = Name(tangent.Name, cell.Type);
        }
        Block body = Inside(block);
        IEnumerable<Carried> tangents = cells.Select(c => c.Tangent with { Next = Part(c.Cell.Next, c.Direction) ?? Zero(c.Cell.Type) }).ToArray();
        foreach ((int d, Carried cell, Carried tangent) in cells)
        {
            Parts[d][cell.Final] = Name(tangent.Final, cell.Type);
        }
        Output.Add(with(Walker.CarriedBy(loop).Concat(tangents).ToEquatableArray(), body));
    }

    private void ForEach(string name, Action<int> follow)
    {
        for (int d = 0; d < Directions.Count; d++)
        {
            if (_activities[d].IsActive(name))
            {
                follow(d);
            }
        }
    }

    private void ForEachArray(string array, Action<int, string> follow)
    {
        for (int d = 0; d < Directions.Count; d++)
        {
            if (_arrays[d].TryGetValue(array, out string? tangents))
            {
                follow(d, tangents);
            }
        }
    }

    private string PartArray(string array, int d) => _arrays[d][array] = Names.Fresh(array + Directions[d].Suffix);

    private void Define(string name, int d, Expression? tangent, bool isTemporary)
    {
        if (tangent is null)
        {
            return;
        }
        if (tangent is not (Read or Constant))
        {
            string own = Names.Fresh(name + Directions[d].Suffix);
            Output.Add(new Let(own, tangent) { IsTemporary = isTemporary });
            tangent = Name(own, tangent.Type);
        }
        Parts[d][name] = tangent;
    }
}
