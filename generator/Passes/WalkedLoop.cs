using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>One loop for <see cref="WalkParts"/>.</summary>
internal sealed class WalkedLoop
{
    private readonly For _loop;
    private readonly Names _names;
    private readonly LaneSet _lanes;

    /// <summary>What an iteration defines, its index included.</summary>
    private readonly HashSet<string> _inner = [];

    /// <summary>Integers of an iteration in terms of the index.</summary>
    private readonly Dictionary<string, Expression> _integers = [];

    /// <summary>Carried integers that count by a constant, and by how much.</summary>
    private readonly Dictionary<string, int> _counted = [];

    private readonly Dictionary<Statement, Place> _places = [];
    private readonly Dictionary<Element, Place> _reads = [];
    private readonly List<Slice> _parts = [];
    private readonly List<Let> _fixed = [];
    private readonly List<Carried> _carried = [];
    private readonly List<Statement> _after = [];
    private LoopRange _range = null!;
    private Expression _runs = null!;
    private string _position = "";

    /// <summary>Where a loop touches an array: at an offset that does not change, and along it or not.</summary>
    private sealed record Place(string Array, IndexPolynomial Offset, bool IsWalked);

    public WalkedLoop(For loop, Names names, LaneSet lanes)
    {
        (_loop, _names, _lanes) = (loop, names, lanes);
        _inner.Add(loop.Index);
        _inner.UnionWith(loop.Carried.Select(static c => c.Name));
        _inner.UnionWith(Walker.Statements(loop.Body).SelectMany(Walker.Defines).Select(static d => d.Name));
    }

    /// <summary>What stands instead of the loop; null where it would gain nothing, or where its order matters and it goes down.</summary>
    public IReadOnlyList<Statement>? Run()
    {
        if (LoopRange.Of(_loop) is not { } range || !_loop.Body.Statements.All(static s => s is Let or Store or Add) || !TouchesLanes())
        {
            return null;
        }
        _range = range;
        FindIntegers();
        FindPlaces();
        List<string> walked = [], added = [], read = [];
        foreach (string array in Arrays())
        {
            (IsWalkable(array) ? walked : IsSum(array) ? added : read).Add(array);
        }
        HashSet<string> written = [.. Walker.Written(_loop)];
        if ((walked.Count == 0 && added.Count == 0) || (_loop.Step < 0 && !IsFree(walked, added, written)))
        {
            return null;
        }
        _position = _names.Fresh(_loop.Index);
        Expression extent = _range.Extent;
        List<Statement> before = [], guarded = [];
        // From zero on there are as many indices as the end says; other differences may wrap.
        bool isCount = IsConstant(_range.Low, 0) && (_loop.Step > 0 || _loop.IsReversal);
        if (extent is not (Read or Constant))
        {
            string count = _names.Fresh("count");
            (isCount ? before : guarded).Add(new Let(count, extent) { Source = _loop.Source, Origin = _loop.Origin });
            extent = Name(count, ScalarType.Int);
        }
        _runs = isCount ? Compare(Arithmetic.Greater, extent, Int(0)) : LoopRange.Runs(_loop);
        foreach (string array in walked)
        {
            Walk(array, extent, written.Contains(array));
        }
        foreach (string array in read.Where(a => !written.Contains(a)))
        {
            Fix(array);
        }
        foreach (string array in added)
        {
            Accumulate(array);
        }
        guarded.AddRange(_parts);
        guarded.AddRange(_fixed);
        return Guarded(before, guarded, extent);
    }

    private bool TouchesLanes() => Walker.Expressions(_loop.Body).Any(e => e is Element element && _lanes.Arrays.Contains(element.Array)) || Walker.Written(_loop).Any(_lanes.Arrays.Contains);

    private void FindIntegers()
    {
        foreach (Let let in _loop.Body.Statements.OfType<Let>().Where(static l => l.Value.Type == ScalarType.Int))
        {
            _integers[let.Name] = Rewriter.Substitute(let.Value, _integers);
        }
        foreach (Carried cell in _loop.Carried.Where(static c => c.Type == ScalarType.Int))
        {
            if ((IndexPolynomial.Of(Rewriter.Substitute(cell.Next, _integers)) - IndexPolynomial.Of(Name(cell.Name, ScalarType.Int))).Constant is { } by && by == (int)by)
            {
                _counted[cell.Name] = (int)by;
            }
        }
        foreach (Carried cell in _loop.Carried.Where(c => _counted.ContainsKey(c.Name)))
        {
            // The index tells how many iterations there were before.
            Expression index = Name(_loop.Index, ScalarType.Int), done = _loop.Step > 0 ? IndexMinus(index, _loop.From) : IndexMinus(_loop.From, index);
            Dictionary<string, Expression> value = new() { [cell.Name] = IndexPlus(cell.Initial, IndexTimes(Int(_counted[cell.Name]), done)) };
            foreach (string name in _integers.Keys.ToArray())
            {
                _integers[name] = Rewriter.Substitute(_integers[name], value);
            }
            _integers[cell.Name] = value[cell.Name];
        }
    }

    private void FindPlaces()
    {
        foreach (Statement statement in _loop.Body.Statements)
        {
            if (statement is Store or Add && PlaceOf(statement is Store store ? store.Array : ((Add)statement).Array, statement is Store s ? s.Index : ((Add)statement).Index) is { } place)
            {
                _places[statement] = place;
            }
        }
        foreach (Element element in Elements())
        {
            if (PlaceOf(element.Array, element.Index) is { } place)
            {
                _reads[element] = place;
            }
        }
    }

    private IEnumerable<Element> Elements() => Walker.Expressions(_loop.Body).Concat(_loop.Carried.SelectMany(static c => Walker.All(c.Next))).OfType<Element>();

    private Place? PlaceOf(string array, Expression index)
    {
        Expression resolved = Rewriter.Substitute(index, _integers);
        if (Walker.All(resolved).Any(static e => e is not (Read or Constant or Length) and not Apply { Type: ScalarType.Int, Primitive.Operator: "+" or "-" or "*" }))
        {
            return null;
        }
        return _range.Split(IndexPolynomial.Of(resolved)) is { } split && split.Step is Constant { Bits: 0 or 1 } step && !_inner.Any(split.Offset.Mentions) ? new(array, split.Offset, step.Bits == 1) : null;
    }

    private IEnumerable<string> Arrays() => Elements().Select(static e => e.Array).Concat(Walker.Written(_loop)).Distinct().OrderBy(static a => a, System.StringComparer.Ordinal).ToArray();

    /// <summary>All places of an array, null among them for those that are not known.</summary>
    private IEnumerable<Place?> PlacesOf(string array) => Elements().Where(e => e.Array == array).Select(e => _reads.TryGetValue(e, out Place? place) ? place : null)
        .Concat(_loop.Body.Statements.Where(s => Walker.Written(s).Contains(array)).Select(s => _places.TryGetValue(s, out Place? place) ? place : null));

    /// <summary>True where the loop walks along the array; one that it writes, at one place per iteration.</summary>
    private bool IsWalkable(string array)
    {
        Place?[] places = [.. PlacesOf(array)];
        return Walker.Written(_loop).Contains(array)
            ? places.All(p => p is { IsWalked: true } && p.Offset.Equals(places[0]!.Offset))
            : places.Any(static p => p is { IsWalked: true });
    }

    /// <summary>True where all that the loop does with an array is to add to one element.</summary>
    private bool IsSum(string array)
    {
        Place?[] places = [.. PlacesOf(array)];
        return _loop.Body.Statements.Where(s => Walker.Written(s).Contains(array)).All(static s => s is Add) && Elements().All(e => e.Array != array)
            && places.All(p => p is { IsWalked: false } && p.Offset.Equals(places[0]!.Offset));
    }

    /// <summary>True where the order of iterations changes sums at most.</summary>
    private bool IsFree(List<string> walked, List<string> added, HashSet<string> written) =>
        written.All(a => walked.Contains(a) || added.Contains(a))
        && _loop.Carried.All(c => _counted.ContainsKey(c.Name) || (c.Type.IsReal() && AccumulationSearch.Of(c, _loop.Carried, _loop.Body, out _) != Accumulation.None));

    private void Walk(string array, Expression extent, bool isWritten)
    {
        foreach (IndexPolynomial offset in PlacesOf(array).OfType<Place>().Where(static p => p.IsWalked).Select(static p => p.Offset).Distinct().ToArray())
        {
            ScalarType type = TypeOf(array);
            string part = _names.Fresh(array.Replace("$", "") + "Part");
            if (_lanes.Arrays.Contains(array))
            {
                _lanes.Arrays.Add(part);
            }
            _parts.Add(new Slice(part, type, array, offset.ToExpression(), extent, false) { IsWalked = true, IsReadOnly = !isWritten });
            Rename(array, offset, part);
        }
        if (!isWritten)
        {
            Fix(array);
        }
    }

    private readonly Dictionary<Place, string> _partOf = [];
    private readonly Dictionary<Place, Read> _valueOf = [];

    private void Rename(string array, IndexPolynomial offset, string part)
    {
        foreach (Place place in _reads.Values.Concat(_places.Values).Where(p => p.IsWalked && p.Array == array && p.Offset.Equals(offset)))
        {
            _partOf[place] = part;
        }
    }

    /// <summary>Reads what does not change before the loop.</summary>
    private void Fix(string array)
    {
        foreach (IGrouping<IndexPolynomial, Place> same in _reads.Values.Where(p => p.Array == array && !p.IsWalked).GroupBy(static p => p.Offset).ToArray())
        {
            string name = _names.Fresh(array.Replace("$", "") + "Item");
            ScalarType type = TypeOf(array);
            if (_lanes.Arrays.Contains(array))
            {
                _lanes.Names.Add(name);
            }
            _fixed.Add(new Let(name, new Element(type, array, same.Key.ToExpression())));
            foreach (Place place in same)
            {
                _valueOf[place] = Name(name, type);
            }
        }
    }

    private ScalarType TypeOf(string array) => Elements().Where(e => e.Array == array).Select(static e => e.Type)
        .Concat(_loop.Body.Statements.Select(s => s switch { Store store when store.Array == array => store.Value.Type, Add add when add.Array == array => add.Value.Type, _ => (ScalarType?)null }).OfType<ScalarType>()).First();

    private readonly Dictionary<string, (string Name, ScalarType Type)> _sums = [];

    private void Accumulate(string array)
    {
        ScalarType type = TypeOf(array);
        string stem = array.Substring(array.IndexOf('$') + 1) + "Sum", cell = _names.Fresh(stem), final = _names.Fresh(stem);
        if (_lanes.Arrays.Contains(array))
        {
            _lanes.Names.UnionWith([cell, final]);
        }
        _sums[array] = (cell, type);
        _carried.Add(new(cell, type, Zero(type), Name(cell, type), final));
        Place place = PlacesOf(array).First()!;
        Add first = (Add)_loop.Body.Statements.First(s => s is Add add && add.Array == array);
        _after.Add(first with { Index = place.Offset.ToExpression(), Value = Name(final, type), IsFused = false, Source = "" });
    }

    private IReadOnlyList<Statement> Guarded(List<Statement> outside, List<Statement> guarded, Expression extent)
    {
        bool isNew = _parts.Count > 0;
        Dictionary<string, Expression> last = [];
        List<Statement> body = [];
        foreach (Statement statement in _loop.Body.Statements)
        {
            if (statement is Add add && _sums.TryGetValue(add.Array, out (string Name, ScalarType Type) sum))
            {
                string next = _names.Fresh(add.Array.Substring(add.Array.IndexOf('$') + 1) + "Sum");
                if (_lanes.Arrays.Contains(add.Array))
                {
                    _lanes.Names.Add(next);
                }
                Expression before = last.TryGetValue(add.Array, out Expression? earlier) ? earlier : Name(sum.Name, sum.Type);
                body.Add(new Let(next, (add with { Value = On(add.Value) }).Sum(before)) { Source = add.Source, Origin = add.Origin });
                last[add.Array] = Name(next, sum.Type);
                continue;
            }
            body.Add(statement switch
            {
                Let let => let with { Value = On(let.Value) },
                Store store when _places.TryGetValue(store, out Place? place) && _partOf.TryGetValue(place, out string? part) => store with { Array = part, Index = Position, Value = On(store.Value) },
                Store store => store with { Index = On(store.Index), Value = On(store.Value) },
                Add other when _places.TryGetValue(other, out Place? place) && _partOf.TryGetValue(place, out string? part) => other with { Array = part, Index = Position, Value = On(other.Value) },
                Add other => other with { Index = On(other.Index), Value = On(other.Value) },
                _ => statement,
            });
        }
        List<Merge> merges = [];
        List<Carried> carried = [];
        foreach (Carried cell in _loop.Carried)
        {
            if (_counted.TryGetValue(cell.Name, out int by))
            {
                merges.Add(new(cell.Final, cell.Type, IndexPlus(cell.Initial, IndexTimes(Int(by), extent)), cell.Initial));
                continue;
            }
            // One value at first, whether the loop runs or not.
            string final = _names.Fresh(cell.Final), first = _names.Fresh(cell.Name);
            if (_lanes.Names.Contains(cell.Final))
            {
                _lanes.Names.UnionWith([final, first]);
            }
            outside.Add(new Let(first, cell.Initial) { Source = _loop.Source, Origin = _loop.Origin });
            carried.Add(cell with { Initial = Name(first, cell.Type), Next = On(cell.Next), Final = final });
            merges.Add(new(cell.Final, cell.Type, Name(final, cell.Type), Name(first, cell.Type)));
        }
        carried.AddRange(_carried.Zip(_sums.Keys, (c, array) => c with { Next = last[array] }));
        For loop = _loop with { Carried = carried.ToEquatableArray(), Body = WithoutUnused(body, carried).ToBlock() };
        guarded.Add(isNew ? loop with { Index = _position, From = Int(0), To = new Length(_parts[0].Name), Step = 1, IsReversal = false } : loop);
        guarded.AddRange(_after);
        outside.Add(new If(_runs, guarded.ToBlock(), Block.Empty, merges.ToEquatableArray()) { Source = _loop.Source, Origin = _loop.Origin });
        return outside;
    }

    private Read Position => Name(_position, ScalarType.Int);

    private Expression On(Expression expression)
    {
        // Before the index is renamed: elements are known by what they were.
        switch (expression)
        {
            case Element element when _reads.TryGetValue(element, out Place? place) && _partOf.TryGetValue(place, out string? part):
                return element with { Array = part, Index = Position };
            case Element element when _reads.TryGetValue(element, out Place? place) && _valueOf.TryGetValue(place, out Read? value):
                return value;
            case Element element:
                return element with { Index = On(element.Index) };
            case Read read when _counted.ContainsKey(read.Name):
                return On(_integers[read.Name]);
            case Read read when read.Name == _loop.Index && _parts.Count > 0:
                return IndexPlus(Position, _range.Low);
            case Apply apply:
                return apply with { Arguments = apply.Arguments.Map(On) };
            case External external:
                return external with { Arguments = external.Arguments.Map(On) };
            default:
                return expression;
        }
    }

    private static List<Statement> WithoutUnused(List<Statement> body, List<Carried> carried)
    {
        while (true)
        {
            HashSet<string> read = [.. body.SelectMany(Walker.Expressions).Concat(carried.SelectMany(static c => Walker.All(c.Next))).OfType<Read>().Select(static r => r.Name)];
            if (body.RemoveAll(s => s is Let { Value.Type: ScalarType.Int } let && !read.Contains(let.Name)) == 0)
            {
                return body;
            }
        }
    }
}
