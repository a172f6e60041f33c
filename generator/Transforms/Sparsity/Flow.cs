using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// What each store, each carried cell and each result of a function in normal form depends on directly: elements of variables, and the contents of
/// arrays and cells at the place where they are read.
/// </summary>
internal sealed class Flow
{
    private const int LargestSet = 4096;

    private readonly KnownIntegers _integers;
    private readonly HashSet<string> _inputs;
    private readonly Dictionary<string, IReadOnlyCollection<Item>> _values = [];
    private readonly Dictionary<string, (string Array, Expression? Offset)> _parts = [];

    /// <summary>The elements of variables that the statements of a block read themselves.</summary>
    private readonly HashSet<(Nest, Item)> _read = [];

    private Flow(Function function)
    {
        _integers = new(function);
        _inputs = [.. function.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name)];
        Root = new(null, 0, null, false);
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter.Kind is ParameterKind.Output or ParameterKind.Accumulator)
            {
                Homes[parameter.Name] = Root;
            }
            else if (parameter.IsVariable && parameter.Kind == ParameterKind.Scalar)
            {
                _values[parameter.Name] = [new(new Input(parameter.Name, null))];
            }
        }
    }

    public Nest Root { get; }

    /// <summary>For each array that is written the block that it belongs to, for each cell the block around its loop.</summary>
    public Dictionary<string, Nest> Homes { get; } = [];

    public List<Written> Writes { get; } = [];

    /// <summary>The results of the function, as stores at its end.</summary>
    public List<Written> Results { get; } = [];

    public Obstacle? Obstacle { get; private set; }

    public KnownIntegers Integers => _integers;

    public static Flow Of(Function function)
    {
        Flow flow = new(function);
        flow.Walk(function.Body, flow.Root);
        for (int i = 0; i < function.Results.Count; i++)
        {
            Place end = new(flow.Root, int.MaxValue);
            flow.Results.Add(new("", Build.Int(i), end, flow.Of(function.Results[i], end, -1), -1));
        }
        return flow;
    }

    private void Walk(Block block, Nest nest)
    {
        for (int i = 0; i < block.Statements.Count && Obstacle is null; i++)
        {
            Walk(block.Statements[i], new(nest, i));
        }
    }

    private void Walk(Statement statement, Place place)
    {
        switch (statement)
        {
            case Let { Value.Type: ScalarType.Double or ScalarType.Float } let:
                _values[let.Name] = Of(let.Value, place, let.Origin);
                break;
            case NewArray array:
                Homes[array.Name] = place.Nest;
                break;
            case NewTape tape:
                Homes[tape.Name] = place.Nest;
                break;
            case Slice slice:
                Expression? offset = _integers.Of(slice.Offset, slice.Origin).Value;
                (string whole, Expression? before) = Whole(slice.Array);
                _parts[slice.Name] = (whole, offset is null || before is null ? null : Build.IndexPlus(before, offset));
                break;
            case Store store:
                Define(store.Array, store.Index, store.Value, place, store.Origin);
                break;
            case Add add:
                Define(add.Array, add.Index, add.Value, place, add.Origin);
                break;
            case Push push when push.Value.Type.IsReal():
                Writes.Add(new(push.Tape, null, place, Of(push.Value, place, push.Origin), push.Origin));
                break;
            case Pop { Type: ScalarType.Double or ScalarType.Float } pop:
                _values[pop.Name] = [new(new Content(pop.Tape, null, place))];
                break;
            case If branch:
                Walk(branch, place);
                break;
            case For loop:
                Walk(loop, loop.Body, place);
                break;
            case While loop:
                Walk(loop, loop.Body, place);
                break;
            case Call call:
                Obstacle ??= new($"'{call.Function}' calls itself", call.Origin);
                break;
        }
    }

    private void Walk(If branch, Place place)
    {
        Nest then = new(place.Nest, place.Position, branch, false), @else = new(place.Nest, place.Position, branch, true);
        Walk(branch.Then, then);
        Walk(branch.Else, @else);
        foreach (Merge merge in branch.Merges.Where(static m => m.Type.IsReal()))
        {
            _values[merge.Name] = Union(
                Of(merge.Then, new(then, int.MaxValue), branch.Origin).Select(item => Under(then, item))
                    .Concat(Of(merge.Else, new(@else, int.MaxValue), branch.Origin).Select(item => Under(@else, item))),
                branch.Origin);
        }
    }

    private void Walk(Statement loop, Block body, Place place)
    {
        Nest inside = new(place.Nest, place.Position, loop, false);
        List<Carried> cells = [.. Walker.CarriedBy(loop).Where(static c => c.Type.IsReal())];
        foreach (Carried cell in cells)
        {
            Homes[cell.Name] = place.Nest;
            Writes.Add(new(cell.Name, null, place, Of(cell.Initial, place, loop.Origin), loop.Origin) { Kind = CellPart.Initial });
            _values[cell.Name] = [new(new CellContent(cell.Name, new(inside, 0)))];
        }
        Walk(body, inside);
        Place end = new(inside, int.MaxValue);
        foreach (Carried cell in cells)
        {
            Writes.Add(new(cell.Name, null, end, Of(cell.Next, end, loop.Origin), loop.Origin) { Kind = CellPart.Next });
            _values[cell.Final] = [new(new CellContent(cell.Name, new(place.Nest, place.Position + 1)))];
        }
    }

    /// <summary>The guard of an arm in front of what only that arm reads.</summary>
    public (Guard? Guard, bool IsUncertain) GuardOf(Nest arm)
    {
        Expression? condition = _integers.Of(((If)arm.Statement!).Condition).Value;
        return condition is null ? (null, true) : (new(arm.IsElse ? Build.Not(condition) : condition), false);
    }

    private Item Under(Nest arm, Item item)
    {
        (Guard? guard, bool isUncertain) = GuardOf(arm);
        return item with
        {
            Over = guard is null ? item.Over : ((IEnumerable<Quantifier>)[guard, .. item.Over]).ToEquatableArray(),
            IsUncertain = item.IsUncertain || (isUncertain && !IsReadAround(arm, item)),
        };
    }

    /// <summary>True for an element that is read whichever arm is taken: its index is in range.</summary>
    private bool IsReadAround(Nest arm, Item item)
    {
        for (Nest? around = arm.Parent; around is not null; around = around.Parent)
        {
            if (_read.Contains((around, item)))
            {
                return true;
            }
        }
        return false;
    }

    private void Define(string array, Expression index, Expression value, Place place, int origin)
    {
        if (!value.Type.IsReal())
        {
            return;
        }
        (string whole, Expression? offset) = Whole(array);
        Formula formula = _integers.Of(index, origin);
        Expression? at = formula.Value is null || offset is null ? null : Build.IndexPlus(offset, formula.Value);
        Writes.Add(new(whole, at, place, Of(value, place, origin), origin) { WhyNoIndex = formula.Why });
    }

    private (string Array, Expression? Offset) Whole(string array) =>
        _parts.TryGetValue(array, out (string, Expression?) part) ? part : (array, Build.Int(0));

    private IReadOnlyCollection<Item> Of(Expression expression, Place place, int origin)
    {
        switch (expression)
        {
            case Read { Type: ScalarType.Double or ScalarType.Float } read:
                return _values.TryGetValue(read.Name, out IReadOnlyCollection<Item>? items) ? items : [];
            case Element { Type: ScalarType.Double or ScalarType.Float } element:
                return OfElement(element, place, origin);
            case Apply { Type: ScalarType.Double or ScalarType.Float } apply:
                return Union(apply.Arguments.Where((_, i) => Activity.Carries(apply.Primitive, i)).SelectMany(a => Of(a, place, origin)), origin);
            default:
                return [];
        }
    }

    private IReadOnlyCollection<Item> OfElement(Element element, Place place, int origin)
    {
        (string array, Expression? offset) = Whole(element.Array);
        Formula index = _integers.Of(element.Index, origin);
        Expression? at = index.Value is null || offset is null ? null : Build.IndexPlus(offset, index.Value);
        if (Homes.ContainsKey(array))
        {
            return [new(new Content(array, at, place))];
        }
        if (!_inputs.Contains(array))
        {
            return [];
        }
        if (at is null)
        {
            Obstacle ??= new(index.Why.Length > 0 ? index.Why : $"the part of '{array}' that is read is not known", index.Origin >= 0 ? index.Origin : origin);
            return [];
        }
        Item item = new(new Input(array, at));
        _read.Add((place.Nest, item));
        return [item];
    }

    private IReadOnlyCollection<Item> Union(IEnumerable<Item> items, int origin)
    {
        HashSet<Item> set = [.. items];
        if (set.Count > LargestSet)
        {
            Obstacle ??= new("a value depends on too many elements one by one", origin);
        }
        return set;
    }
}

internal enum CellPart
{
    /// <summary>Not of a cell: a store.</summary>
    None,
    Initial,
    Next,
}

/// <summary>What is written somewhere: an element of an array, or a cell before its loop or at the end of an iteration.</summary>
internal sealed class Written(string storage, Expression? index, Place place, IReadOnlyCollection<Item> items, int origin)
{
    public string Storage { get; } = storage;

    public Expression? Index { get; } = index;

    public Place Place { get; } = place;

    public IReadOnlyCollection<Item> Items { get; } = items;

    public int Origin { get; } = origin;

    public CellPart Kind { get; init; }

    public string WhyNoIndex { get; init; } = "";
}

/// <summary>Why a pattern cannot be proved, and the ordinal of the operation that is in the way.</summary>
internal sealed record Obstacle(string Reason, int Origin);
