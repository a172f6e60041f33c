using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

// Where the values of one block live once its parts are functions.
internal sealed partial class Chunks
{
    /// <summary>A part that needs more scalars than this from outside reads them from slots: a call with hundreds of arguments is itself too long.</summary>
    private const int MostArguments = 16;

    private sealed class Placement
    {
        private readonly Chunks _pass;
        private readonly List<Item> _items;
        private readonly Expression[] _tail;
        private readonly Dictionary<SlotKind, int> _counts;
        private readonly Dictionary<SlotKind, SortedSet<int>> _free = [];

        /// <summary>Values of the parts that something outside of their part reads.</summary>
        private readonly Dictionary<string, Element> _slots = [];

        /// <summary>Copies of values from outside the parts.</summary>
        private readonly Dictionary<string, Element> _copies = [];

        /// <param name="counts">The slots in use inside the block's statements, which no value of the block may share; grows by those of the block.</param>
        public Placement(Chunks pass, List<Item> items, Expression[] tail, Dictionary<SlotKind, int> counts)
        {
            _pass = pass;
            _items = items;
            _tail = tail;
            _counts = counts;
        }

        public Block Run()
        {
            HashSet<string>[] reads = [.. _items.Select(static item => new HashSet<string>(item.Statements.SelectMany(Reads).Select(static r => r.Name)))];
            Dictionary<string, int> last = [];
            for (int i = 0; i < _items.Count; i++)
            {
                foreach (string name in reads[i])
                {
                    last[name] = i;
                }
            }
            foreach (Read read in _tail.SelectMany(Walker.All).OfType<Read>())
            {
                last[read.Name] = _items.Count;
            }
            List<Read> copied = [.. Copied(last)];
            foreach (Read read in copied)
            {
                _copies[read.Name] = Take(read.Name, read.Type);
            }
            Allocate(last);
            return Write(copied);
        }

        /// <summary>What parts read from outside, where it is too much to pass.</summary>
        private IEnumerable<Read> Copied(Dictionary<string, int> last)
        {
            HashSet<string> crossing = [.. _items.SelectMany((item, i) => item.IsPart ? item.Statements.SelectMany(Walker.Defines).Where(d => last.TryGetValue(d.Name, out int at) && at > i).Select(static d => d.Name) : [])];
            HashSet<string> copied = [];
            foreach (Item item in _items.Where(static i => i.IsPart))
            {
                Read[] passed = [.. Outside(item.Statements).Where(r => !crossing.Contains(r.Name))];
                foreach (Read read in passed.Length > MostArguments ? passed : [])
                {
                    if (copied.Add(read.Name))
                    {
                        yield return read;
                    }
                }
            }
        }

        /// <summary>A slot is free again after the item that reads it last, not before: within a part reads and writes mix.</summary>
        private void Allocate(Dictionary<string, int> last)
        {
            Dictionary<int, List<Element>> dying = [];
            for (int i = 0; i < _items.Count; i++)
            {
                foreach (Result defined in _items[i].IsPart ? _items[i].Statements.SelectMany(Walker.Defines) : [])
                {
                    if (!last.TryGetValue(defined.Name, out int end) || end <= i)
                    {
                        continue;
                    }
                    Element slot = _slots[defined.Name] = Take(defined.Name, defined.Type);
                    if (!dying.TryGetValue(end, out List<Element>? list))
                    {
                        dying[end] = list = [];
                    }
                    list.Add(slot);
                }
                foreach (Element slot in dying.TryGetValue(i, out List<Element>? dead) ? dead : [])
                {
                    _free[_pass.KindOf(slot)].Add((int)((Constant)slot.Index).Bits);
                }
            }
        }

        private Element Take(string name, ScalarType type)
        {
            SlotKind kind = new(type, _pass._isLanes(name));
            if (!_free.TryGetValue(kind, out SortedSet<int>? free))
            {
                _free[kind] = free = [];
            }
            int slot;
            if (free.Count > 0)
            {
                slot = free.Min;
                free.Remove(slot);
            }
            else
            {
                slot = _counts.TryGetValue(kind, out int next) ? next : 0;
                _counts[kind] = slot + 1;
            }
            return new(type, _pass.SlotsOf(kind), Int(slot));
        }

        private Block Write(List<Read> copied)
        {
            HashSet<string> here = [.. _items.SelectMany(static i => i.Statements).SelectMany(Walker.Defines).Select(static d => d.Name)];
            List<Statement> output = [];
            foreach (Read read in copied.Where(r => !here.Contains(r.Name)))
            {
                output.Add(Put(_copies[read.Name], read.Name));
            }
            foreach (Item item in _items)
            {
                if (item.IsPart)
                {
                    output.Add(_pass.Part(Body(item)));
                    continue;
                }
                foreach (Statement statement in item.Statements)
                {
                    output.Add(_slots.Count == 0 ? statement : Rewriter.Map(statement, FromSlot));
                    output.AddRange(Walker.Defines(statement).Where(d => _copies.ContainsKey(d.Name)).Select(d => Put(_copies[d.Name], d.Name)));
                }
            }
            for (int i = 0; i < _tail.Length; i++)
            {
                _tail[i] = Rewriter.Map(_tail[i], FromSlot);
            }
            return output.ToBlock();
        }

        private Expression FromSlot(Expression expression) => expression is Read read && _slots.TryGetValue(read.Name, out Element? slot) ? slot : expression;

        private static Store Put(Element slot, string name) => new(slot.Array, slot.Index, Name(name, slot.Type));

        /// <summary>The statements of a part: each value from a slot is read before its first use, each value for a slot is written where it is defined.</summary>
        private List<Statement> Body(Item item)
        {
            HashSet<string> known = [];
            List<Statement> body = [];
            foreach (Statement statement in item.Statements)
            {
                foreach (Read read in Reads(statement))
                {
                    if ((_slots.TryGetValue(read.Name, out Element? slot) || _copies.TryGetValue(read.Name, out slot)) && known.Add(read.Name))
                    {
                        body.Add(new Let(read.Name, slot) { Source = statement.Source, Origin = statement.Origin });
                    }
                }
                body.Add(statement);
                foreach (Result defined in Walker.Defines(statement))
                {
                    known.Add(defined.Name);
                    if (_slots.TryGetValue(defined.Name, out Element? slot))
                    {
                        body.Add(Put(slot, defined.Name) with { Source = statement.Source, Origin = statement.Origin });
                    }
                }
            }
            return body;
        }
    }

    private static IEnumerable<Read> Reads(Statement statement) => Walker.Expressions(statement).OfType<Read>();

    /// <summary>What statements read but do not define, each once, in the order of reading.</summary>
    private static IEnumerable<Read> Outside(IReadOnlyList<Statement> statements)
    {
        HashSet<string> met = [];
        foreach (Statement inner in statements.SelectMany(Inner))
        {
            met.UnionWith(Walker.Defines(inner).Select(static d => d.Name));
            met.UnionWith(Walker.CarriedBy(inner).Select(static c => c.Name));
            if (inner is For loop)
            {
                met.Add(loop.Index);
            }
        }
        return statements.SelectMany(Reads).Where(r => met.Add(r.Name));
    }

    private SlotKind KindOf(Element slot) => _slotNames.First(s => s.Value == slot.Array).Key;

    private string SlotsOf(SlotKind kind)
    {
        if (!_slotNames.TryGetValue(kind, out string? name))
        {
            string type = kind.Type.IsReal() ? "" : kind.Type.Keyword();
            name = type + (kind.IsLanes ? "laneSlots" : "slots");
            _slotNames[kind] = name = _names.Fresh(type.Length == 0 ? name : type + char.ToUpperInvariant(name[type.Length]) + name.Substring(type.Length + 1));
            _arrays[name] = (kind.Type, true);
        }
        return name;
    }

    /// <summary>Makes statements a function and returns its call.</summary>
    private Call Part(List<Statement> body)
    {
        Read[] scalars = [.. Outside(body).OrderBy(r => _parameters.TryGetValue(r.Name, out int position) ? position : int.MaxValue)];
        HashSet<string> made = [], read = [], written = [];
        foreach (Statement inner in body.SelectMany(Inner))
        {
            read.UnionWith(Walker.Own(inner).SelectMany(Walker.All).Select(ArrayOf).OfType<string>());
            switch (inner)
            {
                case NewArray array:
                    made.Add(array.Name);
                    break;
                case Slice slice:
                    made.Add(slice.Name);
                    (slice.IsReadOnly ? read : written).Add(slice.Array);
                    break;
                case Store store:
                    written.Add(store.Array);
                    break;
                case Add add:
                    written.Add(add.Array);
                    break;
                case Contract contract:
                    written.Add(contract.Target.Array);
                    break;
                case Call call:
                    (_parts.TryGetValue(call.Function, out _) || !call.IsPure ? written : read).UnionWith(call.Arrays.Where(a => _arrays[a].IsWritable));
                    read.UnionWith(call.Arrays);
                    break;
            }
        }
        written.ExceptWith(made);
        read.ExceptWith(made);
        read.ExceptWith(written);
        string[] arrays = [.. InOrder(read), .. InOrder(written)];
        string name = _names.Fresh("part$");
        _parts[name] = new(
            name,
            [
                .. scalars.Select(static r => new Parameter(r.Name, r.Type, ParameterKind.Scalar, false)),
                .. arrays.Select(a => new Parameter(a, _arrays[a].Type, written.Contains(a) ? ParameterKind.Accumulator : ParameterKind.Array, false)),
            ],
            [],
            body.ToBlock(),
            []);
        return new([], name, scalars.Select(static r => (Expression)r).ToEquatableArray(), new(arrays));
    }

    /// <summary>The function's own arrays in the order of its parameters, then local ones by name, slots last.</summary>
    private IEnumerable<string> InOrder(IEnumerable<string> arrays) =>
        arrays.OrderBy(a => _slotNames.ContainsValue(a)).ThenBy(a => _parameters.TryGetValue(a, out int position) ? position : int.MaxValue).ThenBy(static a => a, StringComparer.Ordinal);

    private static string? ArrayOf(Expression expression) => expression switch
    {
        Element element => element.Array,
        Length length => length.Array,
        _ => null,
    };
}
