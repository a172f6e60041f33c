using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// After this transform a loop in lanes that adds to lanes of sums in loops inside it takes several blocks at a time: what differs between blocks is there once
/// per block, and a sum is loaded and stored once for all of them. One block at a time, every product would load and store a vector of sums (measured on a
/// mixture of Gaussians: 1.3 to 1.4 times slower). Sums are reassociated, as they are by lanes.
/// </summary>
/// <remarks>
/// <code>
/// for (i = 0 to end by 8) { u = f(x[i …]); for (k) { sumsLanes[k] += u * q[k] } }
/// → joined = blocks of 16 in 0 to end
///   for (i = 0 to joined by 16) { u = f(x[i …]); uB = f(x[i + 8 …]); for (k) { sumsLanes[k] := sumsLanes[k] + u * q[k] + uB * q[k] } }
///   for (i = joined to end by 8) { … }
/// </code>
/// </remarks>
internal sealed class JoinBlocks
{
    /// <summary>Two pipes of four cycles, and a sum per block: more blocks than four only spill registers.</summary>
    private const int Most = 4;

    private readonly Names _names;
    private readonly LaneSet _lanes;
    private readonly int _width;

    private JoinBlocks(Names names, LaneSet lanes, int width) => (_names, _lanes, _width) = (names, lanes, width);

    public static Function Run(Function function)
    {
        if (function.Lanes is not { } lanes)
        {
            return function;
        }
        LaneSet set = LaneSet.Of(function);
        JoinBlocks transform = new(Names.Of(function), set, LoopLanes.LanesOf(lanes.Real));
        Block body = function.Body.Statements.SelectMany(s => s is For { IsInLanes: true } loop && transform.Join(loop) is { } joined ? joined : [s]).ToBlock();
        return set.Applied(function with { Body = body });
    }

    /// <summary>The loop of several blocks, what it accumulated, and the loop of what is left; null where one block at a time is as well.</summary>
    private IReadOnlyList<Statement>? Join(For loop)
    {
        if (loop.Step != _width || !AddsInside(loop))
        {
            return null;
        }
        List<Accumulation> kinds = [.. loop.Carried.Select(c => c.Type.IsReal() ? AccumulationSearch.Of(c, loop.Carried, loop.Body, out _) : Accumulation.None)];
        int blocks = Blocks(loop);
        if (blocks < 2 || kinds.Contains(Accumulation.None))
        {
            return null;
        }
        For own = (For)Renamed(new([loop])).Statements[0];
        Several several = new(own, _names, _lanes, blocks);
        if (several.Run() is not { } body)
        {
            return null;
        }
        Read end = Name(_names.Fresh(loop.Index + "Joined"), ScalarType.Int);
        List<Statement> output =
        [
            new Let(end.Name, new Apply(ScalarType.Int, LaneOperations.BlocksEnd, [loop.From, loop.To, Int(blocks * _width)])) { IsTemporary = true, Source = (blocks == 2 ? "Two" : "Four") + " blocks of lanes at a time, which share the loads and stores of sums; the rest block by block." },
            own with { To = end, Step = blocks * _width, Carried = several.Carried(own.Carried), Body = body, IsInLanes = false },
        ];
        List<Carried> rest = [];
        for (int i = 0; i < kinds.Count; i++)
        {
            string all = _names.Fresh(loop.Carried[i].Final);
            _lanes.Names.Add(all);
            output.Add(new Let(all, several.Finals(own.Carried[i]).Aggregate((Expression sum, Expression next) => Combine(kinds[i], sum, next))));
            rest.Add(loop.Carried[i] with { Initial = Name(all, loop.Carried[i].Type) });
        }
        output.Add(loop with { From = end, Carried = rest.ToEquatableArray() });
        return output;
    }

    /// <summary>As many blocks as the JIT compiler optimises in one method.</summary>
    private int Blocks(For loop)
    {
        MethodSize one = MethodSize.Of(loop, MethodSize.Lanes(_lanes.Names, _lanes.Arrays)), all = one;
        int blocks = 1;
        while (blocks < Most && ChunkLimits.Default.Holds(all += all))
        {
            blocks *= 2;
        }
        return blocks;
    }

    private static Expression Combine(Accumulation kind, Expression left, Expression right) => kind switch
    {
        Accumulation.Sum => Plus(left, right),
        Accumulation.Product => Multiply(left, right),
        Accumulation.Largest => Call(Elementary.Max, left, right),
        _ => Call(Elementary.Min, left, right),
    };

    /// <summary>True where a loop inside adds to lanes that all blocks share.</summary>
    private bool AddsInside(For loop)
    {
        HashSet<string> made = [.. Several.Made(loop.Body)];
        return loop.Body.Statements.OfType<For>().SelectMany(static l => Walker.Statements(l.Body)).Any(s => s is Add add && _lanes.Arrays.Contains(add.Array) && !made.Contains(add.Array));
    }

    /// <summary>The same with names of its own.</summary>
    private Block Renamed(Block block)
    {
        Block copy = Renaming.Copy(block, _names, out Dictionary<string, string> names);
        foreach (KeyValuePair<string, string> name in names)
        {
            if (_lanes.Names.Contains(name.Key))
            {
                _lanes.Names.Add(name.Value);
            }
            if (_lanes.Arrays.Contains(name.Key))
            {
                _lanes.Arrays.Add(name.Value);
            }
        }
        return copy;
    }

    /// <summary>The body of a loop in lanes for several blocks.</summary>
    private sealed class Several
    {
        private readonly For _loop;
        private readonly LaneSet _lanes;
        private readonly Names _names;
        private readonly int _blocks;

        /// <summary>Names and arrays of the body that differ between blocks.</summary>
        private readonly HashSet<string> _varying = [];

        private readonly HashSet<string> _made;
        private readonly List<Dictionary<string, string>> _copies = [];
        private bool _hasFailed;

        public Several(For loop, Names names, LaneSet lanes, int blocks)
        {
            (_loop, _names, _lanes, _blocks) = (loop, names, lanes, blocks);
            _made = [.. Made(loop.Body)];
        }

        /// <summary>The arrays that a body makes.</summary>
        public static IEnumerable<string> Made(Block body) => Walker.Statements(body).Select(static s => s switch { NewArray array => array.Name, Slice slice => slice.Name, _ => "" }).Where(static n => n.Length > 0);

        /// <summary>Null where something would not mean the same.</summary>
        public Block? Run()
        {
            _varying.UnionWith(_loop.Carried.SelectMany(static c => new[] { c.Name, c.Final }));
            _varying.UnionWith(_made.Where(_lanes.Arrays.Contains));
            int before;
            do
            {
                before = _varying.Count;
                Mark(_loop.Body);
            }
            while (_varying.Count > before);
            for (int k = 0; k < _blocks; k++)
            {
                _copies.Add(k == 0 ? [] : _varying.OrderBy(static n => n, System.StringComparer.Ordinal).ToDictionary(static n => n, n => Copy(n, k)));
            }
            Block body = Rewrite(_loop.Body);
            return _hasFailed ? null : body;
        }

        public EquatableArray<Carried> Carried(EquatableArray<Carried> carried) => carried.SelectMany(c => _varying.Contains(c.Name) ? Enumerable.Range(0, _blocks).Select(k => Of(c, k)) : [c]).ToEquatableArray();

        /// <summary>What each block's lanes of a carried value are after the loop.</summary>
        public IEnumerable<Expression> Finals(Carried cell) => Enumerable.Range(0, _blocks).Select(k => (Expression)Name(Of(cell.Final, k), cell.Type));

        private string Copy(string name, int block)
        {
            string copy = _names.Fresh(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + Interleave.Suffix(block));
            if (_lanes.Names.Contains(name))
            {
                _lanes.Names.Add(copy);
            }
            if (_lanes.Arrays.Contains(name))
            {
                _lanes.Arrays.Add(copy);
            }
            return copy;
        }

        private bool IsVarying(Expression expression) => Walker.All(expression).Any(e => e switch
        {
            Read read => read.Name == _loop.Index || _varying.Contains(read.Name),
            Element element => _varying.Contains(element.Array),
            _ => false,
        });

        private void Mark(Block block)
        {
            foreach (Statement statement in Walker.Statements(block))
            {
                if (statement is Let let && IsVarying(let.Value))
                {
                    _varying.Add(let.Name);
                }
                foreach (Carried cell in Walker.CarriedBy(statement).Where(c => IsVarying(c.Initial) || IsVarying(c.Next) || _lanes.Names.Contains(c.Name)))
                {
                    _varying.UnionWith([cell.Name, cell.Final]);
                }
                if (statement is If branch)
                {
                    _varying.UnionWith(branch.Merges.Where(m => IsVarying(m.Then) || IsVarying(m.Else) || _lanes.Names.Contains(m.Name)).Select(static m => m.Name));
                }
            }
        }

        private string Of(string name, int block) => _copies[block].TryGetValue(name, out string? copy) ? copy : name;

        private Expression Of(Expression expression, int block) => AtBlock(Renaming.Run(expression, n => Of(n, block)), block);

        private Carried Of(Carried cell, int block) => cell with { Name = Of(cell.Name, block), Initial = Of(cell.Initial, block), Next = Of(cell.Next, block), Final = Of(cell.Final, block) };

        private Expression AtBlock(Expression expression, int block) => block == 0 ? expression : Rewriter.Map(expression, e => AtBlockItself(e, block));

        private Expression AtBlockItself(Expression expression, int block) => expression is Read read && read.Name == _loop.Index ? Offset(read, block * _loop.Step) : expression;

        private IEnumerable<Statement> Each(Statement statement) => Enumerable.Range(0, _blocks).Select(k => k == 0 ? statement : Rewriter.Map(Renaming.Run(statement, n => Of(n, k)), e => AtBlockItself(e, k)));

        private Block Rewrite(Block block) => block.Statements.SelectMany(Rewrite).ToBlock();

        private IEnumerable<Statement> Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Let let:
                    return _varying.Contains(let.Name) ? Each(let) : [let];
                case NewArray array when _varying.Contains(array.Name):
                    Require(!IsVarying(array.Length));
                    return Apart(array);
                case NewArray array:
                    Require(!IsVarying(array.Length));
                    return [array];
                case Slice slice:
                    Require(!IsVarying(slice.Offset) && !IsVarying(slice.Length) && _made.Contains(slice.Array) && _varying.Contains(slice.Array) == _varying.Contains(slice.Name));
                    return _varying.Contains(slice.Name) ? Each(slice) : [slice];
                case Store store:
                    bool isOwn = _varying.Contains(store.Array), isUniform = !IsVarying(store.Index) && !IsVarying(store.Value);
                    Require(isOwn || (_made.Contains(store.Array) ? isUniform : IsVarying(store.Index)));
                    return isOwn || !_made.Contains(store.Array) ? Each(store) : [store];
                case Add add when !_made.Contains(add.Array) && _lanes.Arrays.Contains(add.Array):
                    Require(!IsVarying(add.Index));
                    return [Total(add)];
                case Add add:
                    bool isItsOwn = _varying.Contains(add.Array);
                    Require(isItsOwn || (_made.Contains(add.Array) ? !IsVarying(add.Index) && !IsVarying(add.Value) : IsVarying(add.Index)));
                    return isItsOwn || !_made.Contains(add.Array) ? Each(add) : [add];
                case Call { Function: LaneOperations.LoadColumns } call:
                    return Each(call);
                case If branch:
                    Require(!IsVarying(branch.Condition));
                    return
                    [
                        branch with
                        {
                            Then = Rewrite(branch.Then),
                            Else = Rewrite(branch.Else),
                            Merges = branch.Merges.SelectMany(m => _varying.Contains(m.Name) ? Enumerable.Range(0, _blocks).Select(k => m with { Name = Of(m.Name, k), Then = Of(m.Then, k), Else = Of(m.Else, k) }) : [m]).ToEquatableArray(),
                        },
                    ];
                case For loop:
                    Require(!IsVarying(loop.From) && !IsVarying(loop.To) && (loop.Until is null || !IsVarying(loop.Until)));
                    return [loop with { Body = Rewrite(loop.Body), Carried = Carried(loop.Carried) }];
                default:
                    Require(false);
                    return [statement];
            }
        }

        private void Require(bool condition) => _hasFailed |= !condition;

        /// <summary>The array of each block as a part of one.</summary>
        private IEnumerable<Statement> Apart(NewArray array)
        {
            string all = _names.Fresh(array.Name + "Blocks");
            _lanes.Arrays.Add(all);
            return Enumerable.Range(0, _blocks).Select(k => new Slice(Of(array.Name, k), array.Type, all, IndexTimes(Int(k), array.Length), array.Length, array.NeedsZeros)).Cast<Statement>()
                .Prepend(new NewArray(all, array.Type, IndexTimes(Int(_blocks), array.Length)) { NeedsZeros = false });
        }

        /// <summary>The terms of all blocks, added to a sum that is read and written once.</summary>
        private Store Total(Add add)
        {
            Expression sum = new Element(add.Value.Type, add.Array, add.Index);
            for (int k = 0; k < _blocks; k++)
            {
                sum = (add with { Value = Of(add.Value, k) }).Sum(sum);
            }
            return new(add.Array, add.Index, sum) { Source = add.Source, Origin = add.Origin };
        }
    }
}
