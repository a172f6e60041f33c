using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

internal sealed partial class ContractLoops
{
    /// <summary>One outer loop and the loops directly inside it.</summary>
    private sealed class Nest
    {
        /// <summary>In the place of an array that is not made yet.</summary>
        public const string KeptNumber = "one number for each iteration", KeptLanes = "one vector for each iteration";

        private readonly ContractLoops _pass;
        private readonly For _outer;
        private readonly LoopRange _range;

        /// <summary>What an iteration of the outer loop defines: nothing outside it can mention that.</summary>
        private readonly HashSet<string> _inside = [];

        private readonly HashSet<string> _written = [], _read = [], _stored = [];
        private readonly Dictionary<string, Expression> _values = [];
        private readonly Dictionary<string, int> _uses = [];
        private readonly List<Statement> _before = [], _after = [];
        private readonly List<Statement> _body = [];

        /// <summary>Sums that stand before the loop: their final names and the arrays that hold them.</summary>
        private readonly Dictionary<string, string> _sums = [];

        /// <summary>Sums that are read once: their element stands there.</summary>
        private readonly Dictionary<string, Expression> _single = [];

        private readonly List<(Expression Value, string Array)> _kept = [];

        public Nest(ContractLoops pass, For outer, LoopRange range)
        {
            (_pass, _outer, _range) = (pass, outer, range);
            _inside.Add(outer.Index);
            _inside.UnionWith(outer.Carried.Select(static c => c.Name));
            foreach (Statement statement in Walker.Statements(outer.Body))
            {
                Note(statement);
            }
            foreach (Expression expression in Walker.Expressions(outer))
            {
                if (expression is Element element)
                {
                    _read.Add(element.Array);
                }
                else if (expression is Read read)
                {
                    _uses[read.Name] = _uses.TryGetValue(read.Name, out int count) ? count + 1 : 1;
                }
            }
            foreach (Let let in outer.Body.Statements.OfType<Let>())
            {
                _values[let.Name] = let.Value;
            }
        }

        private void Note(Statement statement)
        {
            _inside.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
            _inside.UnionWith(Walker.CarriedBy(statement).Select(static c => c.Name));
            _written.UnionWith(Walker.Written(statement));
            switch (statement)
            {
                case For loop:
                    _inside.Add(loop.Index);
                    break;
                case NewArray array:
                    _inside.Add(array.Name);
                    break;
                case Slice slice:
                    _inside.Add(slice.Name);
                    _written.UnionWith([slice.Name, slice.Array]);
                    _stored.UnionWith([slice.Name, slice.Array]);
                    break;
                case Store store:
                    _stored.Add(store.Array);
                    break;
                case Call call:
                    _written.UnionWith(call.Arrays);
                    _stored.UnionWith(call.Arrays);
                    break;
                case Ir.Contract contract:
                    _read.UnionWith([contract.Left.Array, contract.Right.Array]);
                    break;
            }
        }

        /// <summary>The loop, what stands before it and what after it; null where nothing is contracted.</summary>
        public IReadOnlyList<Statement>? Contract()
        {
            foreach (Statement statement in _outer.Body.Statements)
            {
                if (statement is For inner && LoopRange.Of(inner) is { } range && inner.Body.Statements.All(static s => s is Let or Add) && !MentionsInside(inner.From) && !MentionsInside(inner.To))
                {
                    ContractInner(inner, range);
                }
                else
                {
                    _body.Add(statement);
                }
            }
            if (_before.Count + _after.Count == 0)
            {
                return null;
            }
            Block body = Rewriter.Substitute(WithoutUnused(_body, _outer.Carried), _single);
            IEnumerable<Statement> loop = body.IsEmpty && _outer.Carried.Count == 0 ? [] : [_outer with { Body = body, Carried = _outer.Carried.Map(c => c with { Next = Rewriter.Substitute(c.Next, _single) }) }];
            return [.. _before, .. loop, .. _after];
        }

        private void ContractInner(For inner, LoopRange range)
        {
            Dictionary<string, Expression> values = inner.Body.Statements.OfType<Let>().ToDictionary(static l => l.Name, static l => l.Value);
            List<Carried> carried = [];
            foreach (Carried cell in inner.Carried)
            {
                if (!Hoist(inner, range, cell, values))
                {
                    carried.Add(cell);
                }
            }
            List<Statement> rest = [];
            foreach (Statement statement in inner.Body.Statements)
            {
                if (statement is not Add add || !Sink(inner, range, add, values))
                {
                    rest.Add(statement);
                }
            }
            if (carried.Count > 0 || rest.Any(static s => s is Add))
            {
                _body.Add(inner with { Carried = carried.ToEquatableArray(), Body = WithoutUnused(rest, carried) });
            }
        }

        /// <summary>Moves a sum in front of the outer loop; false where it may depend on an earlier iteration.</summary>
        private bool Hoist(For inner, LoopRange range, Carried cell, Dictionary<string, Expression> values)
        {
            Expression next = Resolve(cell.Next, values);
            if (Summand(next, IsCell, out bool isFused) is not { } factors)
            {
                return false;
            }
            // Whatever else reads the running sum needs every one of its values.
            int own = Walker.All(next).Count(IsCell);
            int all = inner.Carried.Sum(c => Walker.All(Resolve(c.Next, values)).Count(IsCell))
                + inner.Body.Statements.OfType<Add>().Sum(s => Walker.Own(s).Sum(e => Walker.All(Resolve(e, values)).Count(IsCell)));
            if (own != 1 || all != 1 || Operand(factors.Left, inner, range, false) is not { } left || Operand(factors.Right, inner, range, false) is not { } right)
            {
                return false;
            }
            bool isContinued = cell.Initial is Read earlier && _sums.ContainsKey(earlier.Name) && _uses[earlier.Name] == 1;
            Expression initial = Resolve(cell.Initial, _values);
            if (!isContinued && (MentionsInside(initial, except: _outer.Index) || ReadsWritten(initial)))
            {
                return false;
            }
            string sums = isContinued ? _sums[((Read)cell.Initial).Name] : _pass._names.Fresh(Stem(cell.Name) + "At");
            Statement? source = inner.Body.Statements.OfType<Let>().FirstOrDefault(l => cell.Next is Read read && read.Name == l.Name);
            Contract contract = new([_range.Extent, range.Extent], new(cell.Type, sums, Int(0), [Int(1), Int(0)]), left, right) { Source = source?.Source ?? "", Origin = source?.Origin ?? -1, IsFused = isFused };
            bool isLanes = _pass._lanes.Arrays.Contains(left.Array) || _pass._lanes.Arrays.Contains(right.Array);
            if (!_pass.IsComputable(contract, isLanes) || (_pass._lanes.IsLanes(initial) && !isLanes))
            {
                return false;
            }
            if (isLanes)
            {
                _pass._lanes.Arrays.Add(sums);
            }
            if (isContinued)
            {
                _single.Remove(((Read)cell.Initial).Name);
            }
            else
            {
                Start(sums, initial, inner);
            }
            _before.Add(contract);
            _sums[cell.Final] = sums;
            Element sum = new(cell.Type, sums, _range.Position);
            if (_uses.TryGetValue(cell.Final, out int uses) && uses == 1)
            {
                _single[cell.Final] = sum;
            }
            else
            {
                _body.Add(new Let(cell.Final, sum));
            }
            return true;

            bool IsCell(Expression e) => e is Read read && read.Name == cell.Name;
        }

        /// <summary>Makes the array of the sums' first values.</summary>
        private void Start(string sums, Expression initial, For inner)
        {
            _before.Add(new NewArray(sums, initial.Type, _range.Extent) { NeedsZeros = false });
            string index = _pass._names.Fresh(Stem(_outer.Index));
            Store store = new(sums, Name(index, ScalarType.Int), _range.At(initial, index)) { Source = inner.Source, Origin = inner.Origin };
            _before.Add(new For(index, Int(0), _range.Extent, 1, new Block([store])));
        }

        /// <summary>Moves what the inner loop adds behind the outer loop; false where the outer loop reads it, or changes what it is made of.</summary>
        private bool Sink(For inner, LoopRange range, Add add, Dictionary<string, Expression> values)
        {
            if (_inside.Contains(add.Array) || _read.Contains(add.Array) || _stored.Contains(add.Array) || Factors(Resolve(add.Value, values)) is not { } factors)
            {
                return false;
            }
            if (Place(new Element(add.Value.Type, add.Array, Resolve(add.Index, values)), range) is not { } target)
            {
                return false;
            }
            Strided? left = Operand(factors.Left, inner, range, true), right = Operand(factors.Right, inner, range, true);
            if (left is null || right is null)
            {
                return false;
            }
            Contract contract = new([_range.Extent, range.Extent], target, left, right) { Source = add.Source, Origin = add.Origin, IsFused = add.IsFused };
            if (!_pass.IsComputable(contract, _pass._lanes.Arrays.Contains(add.Array)))
            {
                return false;
            }
            _after.Add(contract with { Left = Keep(left, factors.Left), Right = Keep(right, factors.Right) });
            return true;
        }

        /// <summary>A factor as elements; with <paramref name="mayKeep"/> also a value of the outer iteration, as an array without a name yet.</summary>
        private Strided? Operand(Expression factor, For inner, LoopRange range, bool mayKeep)
        {
            if (factor is Element element && !_written.Contains(element.Array) && !_inside.Contains(element.Array) && Place(element, range) is { } place)
            {
                return place;
            }
            return mayKeep && !ChangesIn(inner, factor) ? new(factor.Type, _pass._lanes.IsLanes(factor) ? KeptLanes : KeptNumber, Int(0), [Int(1), Int(0)]) : null;
        }

        /// <summary>True when iterations of the inner loop may see different values.</summary>
        private static bool ChangesIn(For inner, Expression expression)
        {
            HashSet<string> changed = [inner.Index, .. inner.Carried.Select(static c => c.Name)], written = [.. Walker.Written(inner)];
            return Walker.All(expression).Any(e => (e is Read read && changed.Contains(read.Name)) || (e is Element element && written.Contains(element.Array)));
        }

        /// <summary>Stores the values of the outer iterations that a factor is made of, once for all products.</summary>
        private Strided Keep(Strided operand, Expression factor)
        {
            if (operand.Array is not (KeptNumber or KeptLanes))
            {
                return operand;
            }
            int known = _kept.FindIndex(k => k.Value.Equals(factor));
            if (known < 0)
            {
                string array = _pass._names.Fresh((factor is Read read ? Stem(read.Name) : "factor") + "At");
                _before.Add(new NewArray(array, factor.Type, _range.Extent) { NeedsZeros = false });
                if (_pass._lanes.IsLanes(factor))
                {
                    _pass._lanes.Arrays.Add(array);
                }
                _body.Add(new Store(array, _range.Position, factor));
                known = _kept.Count;
                _kept.Add((factor, array));
            }
            return operand with { Array = _kept[known].Array };
        }

        private Strided? Place(Element element, LoopRange inner)
        {
            IndexPolynomial index = IndexPolynomial.Of(Resolve(element.Index, _values));
            if (_range.Split(index) is not { } outer || inner.Split(outer.Offset) is not { } split)
            {
                return null;
            }
            Strided place = new(element.Type, element.Array, split.Offset.ToExpression(), [outer.Step, split.Step]);
            return place.Own().Any(e => MentionsInside(e) || ReadsWritten(e)) ? null : place;
        }

        private bool MentionsInside(Expression expression, string? except = null) =>
            Walker.All(expression).Any(e => (e is Read read && read.Name != except && _inside.Contains(read.Name)) || (e is Element element && _inside.Contains(element.Array)));

        private bool ReadsWritten(Expression expression) => Walker.All(expression).Any(e => (e is Element element && _written.Contains(element.Array)) || e is External { IsCall: true });

        /// <summary>The expression with values of the same iteration written out, as far as they are pure numbers.</summary>
        private static Expression Resolve(Expression expression, Dictionary<string, Expression> values) =>
            Rewriter.Map(expression, e => e is Read read && values.TryGetValue(read.Name, out Expression? value) ? Resolve(value, values) : e);

        private static Block WithoutUnused(List<Statement> statements, IEnumerable<Carried> carried)
        {
            List<Statement> kept = [];
            HashSet<string> used = [.. carried.SelectMany(static c => Walker.All(c.Next)).OfType<Read>().Select(static r => r.Name)];
            foreach (Statement statement in Enumerable.Reverse(statements))
            {
                if (statement is not Let let || used.Contains(let.Name))
                {
                    kept.Insert(0, statement);
                    used.UnionWith(Walker.Expressions(statement).OfType<Read>().Select(static r => r.Name));
                }
            }
            return kept.ToBlock();
        }

        private static string Stem(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } stem ? stem : name;
    }
}
