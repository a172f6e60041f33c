using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// What each write depends on in elements of the variables. Contents of arrays and cells are replaced by what was written there; writes that feed
/// each other in a circle through iterations all depend on what any of them reads, in its own iteration or before.
/// </summary>
internal sealed class Dependences
{
    private const int LargestSet = 4096;

    private readonly Flow _flow;
    private readonly Reach _reach;
    private readonly Dictionary<string, List<Written>> _byStorage;
    private readonly Dictionary<Written, HashSet<Item>> _resolved = [];
    private readonly Dictionary<Written, Circle> _circles = [];

    // Tarjan (1972): the number of a write in depth-first order, and the smallest one that it reaches.
    private readonly Dictionary<Written, int> _number = [];
    private readonly Dictionary<Written, int> _lowest = [];
    private readonly Dictionary<Written, List<(Item Item, Written From, Link Link)>> _feeds = [];
    private readonly List<Written> _stack = [];
    private readonly HashSet<Written> _onStack = [];

    private readonly bool _isCoarse;

    /// <param name="isCoarse">True to take local arrays whole: each element depends on what any of them does.</param>
    public Dependences(Flow flow, LoopBounds bounds, bool isCoarse)
    {
        _isCoarse = isCoarse;
        _flow = flow;
        _reach = new(flow, bounds);
        _byStorage = flow.Writes.GroupBy(static w => w.Storage, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.Ordinal);
    }

    public Obstacle? Obstacle { get; private set; }

    public IReadOnlyCollection<Item> Of(Written write)
    {
        if (!_resolved.ContainsKey(write))
        {
            Visit(write);
        }
        return _resolved[write];
    }

    private void Visit(Written write)
    {
        _number[write] = _lowest[write] = _number.Count;
        _stack.Add(write);
        _onStack.Add(write);
        List<(Item, Written, Link)> feeds = _feeds[write] = [];
        foreach (Item item in write.Items.Where(static i => i.Source is not Input))
        {
            string storage = item.Source is Content content ? content.Array : ((CellContent)item.Source).Name;
            foreach (Written from in _byStorage.TryGetValue(storage, out List<Written>? writes) ? writes : [])
            {
                if (_reach.Of(from, _isCoarse && item.Source is Content element ? element with { Index = null } : item.Source) is not { } link)
                {
                    continue;
                }
                feeds.Add((item, from, link));
                if (!_number.ContainsKey(from))
                {
                    Visit(from);
                    _lowest[write] = Math.Min(_lowest[write], _lowest[from]);
                }
                else if (_onStack.Contains(from))
                {
                    _lowest[write] = Math.Min(_lowest[write], _number[from]);
                }
            }
        }
        if (_lowest[write] == _number[write])
        {
            int at = _stack.IndexOf(write);
            List<Written> circle = _stack.GetRange(at, _stack.Count - at);
            _stack.RemoveRange(at, circle.Count);
            _onStack.ExceptWith(circle);
            Resolve(circle);
        }
    }

    private void Resolve(List<Written> circle)
    {
        foreach (Written write in circle)
        {
            HashSet<Item> items = [.. write.Items.Where(static i => i.Source is Input).Select(static i => i.Below([], new Dictionary<string, Expression>(), false))];
            foreach ((Item item, Written from, Link link) in _feeds[write].Where(f => !circle.Contains(f.From)))
            {
                Import(items, item, from, link, write);
            }
            _resolved[write] = items;
        }
        Written[] closed = [.. circle.Where(w => _feeds[w].Any(f => circle.Contains(f.From)))];
        if (closed.Length == 0)
        {
            return;
        }
        Nest home = circle.Select(w => _flow.Homes[w.Storage]).OrderBy(static n => n.Depth).First();
        Circle whole = new(home, circle.ToDictionary(static w => w, w => _resolved[w]));
        foreach (Written write in closed)
        {
            _circles[write] = whole;
            _resolved[write] = Closure(whole, write.Place, [], isUncertain: false);
        }
    }

    /// <summary>All that the writes of a circle read from outside it, in the reader's iteration and before.</summary>
    private HashSet<Item> Closure(Circle circle, Place reader, EquatableArray<Quantifier> over, bool isUncertain)
    {
        HashSet<Item> items = [];
        foreach (KeyValuePair<Written, HashSet<Item>> other in circle.Own)
        {
            Import(items, other.Value, over, _reach.Closure(other.Key, circle.Home, reader), isUncertain, other.Key);
        }
        return items;
    }

    private void Import(HashSet<Item> into, Item item, Written from, Link link, Written write)
    {
        // Any iteration of a circle: what one of them sees of those before it need not be said for each.
        bool isAny = link.Values.Count > 0 && link.Values.All(static v => v.Value is Read read && read.Name == "@" + v.Key);
        if (isAny && _circles.TryGetValue(from, out Circle? circle) && circle.Home == _flow.Homes[from.Storage] && item.Source is not Input)
        {
            Place reader = item.Source is Content content ? content.At : ((CellContent)item.Source).At;
            into.UnionWith(Closure(circle, reader, item.Over, item.IsUncertain || link.IsUncertain));
            return;
        }
        Import(into, _resolved[from], item.Over, link, item.IsUncertain, write);
    }

    private void Import(HashSet<Item> into, IEnumerable<Item> items, EquatableArray<Quantifier> over, Link link, bool isUncertain, Written write)
    {
        foreach (Item item in items)
        {
            Item imported = item.Below(over.Concat(link.Over), link.Values, isUncertain || link.IsUncertain);
            if (_isCoarse && link.Over.Count > 0 && imported.Source is Input { Index: not null } input && imported.Over.Count > 0)
            {
                imported = Whole(input);
            }
            if (link.Unbound.FirstOrDefault(name => imported.Mentions(name)) is { } unknown)
            {
                Obstacle ??= new($"the iterations of the loop over '{unknown.TrimStart('@')}' are not known before the model runs", write.Origin);
                return;
            }
            into.Add(imported);
        }
        if (into.Count > LargestSet)
        {
            Obstacle ??= new("a value depends on too many elements one by one", write.Origin);
        }
    }

    /// <summary>All elements of an input, for one whose index ranges over what a coarse pattern does not spell out.</summary>
    private static Item Whole(Input input)
    {
        string index = "#" + input.Name;
        return new(new Input(input.Name, Build.Name(index, ScalarType.Int)), [new Range(index, Build.Int(0), new Length(input.Name), 1)], IsUncertain: false);
    }

    /// <summary>Writes that feed each other, the block that all they write lives in, and what each reads from outside.</summary>
    private sealed record Circle(Nest Home, Dictionary<Written, HashSet<Item>> Own);
}
