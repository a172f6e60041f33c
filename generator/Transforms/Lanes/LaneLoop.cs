using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>One loop in lanes by its plan: the blocks, what is combined after them, and the remainder.</summary>
internal sealed class LaneLoop
{
    private readonly For _loop;
    private readonly LanePlan _plan;
    private readonly Names _names;
    private readonly ScalarType _real;
    private readonly bool _isMasked;
    private readonly LaneBody _rewriting;
    private readonly Dictionary<string, string> _sums = [];
    private readonly List<Statement> _totals = [];
    private readonly Dictionary<string, Expression> _afterBlocks = [];

    public LaneLoop(For loop, LanePlan plan, Names names, ScalarType real, bool isInLoop)
    {
        _loop = loop;
        _plan = plan;
        _names = names;
        _real = real;
        _rewriting = new(loop, plan, names, real);
        bool isDear = Walker.Expressions(loop.Body).Any(static e => e is Apply { Primitive.Cost: Cost.Expensive });
        _isMasked = plan.Columns.Count == 0 && plan.Delayed.Count == 0 && plan.Moved.Count == 0 && (isInLoop || isDear);
    }

    public HashSet<string> LaneNames { get; } = [];

    public HashSet<string> LaneArrays { get; } = [];

    private int Lanes => LoopLanes.LanesOf(_real);

    private bool IsUp => _loop.Step > 0;

    /// <summary>The lowest index and the one after the highest: the order of iterations does not matter.</summary>
    private Expression Low => IsUp ? _loop.From : Offset(_loop.To, 1);

    private Expression High => IsUp ? _loop.To : Offset(_loop.From, 1);

    /// <summary>The statements instead of the loop; null where something in its body has no form in lanes.</summary>
    public IReadOnlyList<Statement>? Run()
    {
        if (_rewriting.Run() is not { } body)
        {
            return null;
        }
        List<Carried> cells = [.. _loop.Carried.Select(Cell)];
        if (_rewriting.HasFailed)
        {
            return null;
        }
        Read end = Name(_names.Fresh(_loop.Index + "End"), ScalarType.Int);
        Expression to = _isMasked ? High : end;
        foreach (string array in _plan.Summed)
        {
            _sums[array] = _names.Fresh(array.Replace("$", "") + "Lanes");
            LaneArrays.Add(_sums[array]);
        }
        LaneArrays.UnionWith(_rewriting.Columns);
        For lanes = new(_loop.Index, Low, to, Lanes, null, cells.ToEquatableArray(), OwnSums(_rewriting.Start.Concat(body)).ToBlock()) { Source = _loop.Source, Origin = _loop.Origin };
        if (Vectorised(Renamed(lanes)) is not { } vectorised)
        {
            return null;
        }
        List<Statement> output = [];
        if (!_isMasked)
        {
            Expression limit = _rewriting.Limits.Aggregate(High, static (limit, rows) => Call(Elementary.Min, limit, rows));
            output.Add(new Let(end.Name, new Apply(ScalarType.Int, LaneOperations.BlocksEnd, [Low, limit, Int(Lanes)])) { IsTemporary = true, Source = (_real == ScalarType.Double ? "Eight" : "Sixteen") + " iterations at a time, one per lane; the rest one by one." });
        }
        output.AddRange(_sums.Select(s => new NewArray(s.Value, _real, new Length(s.Key))));
        output.AddRange(vectorised.Select(s => s is For blocks && blocks.Step == Lanes && !_isMasked ? blocks with { IsInLanes = true } : s));
        output.AddRange(_totals);
        output.AddRange(_sums.Select(static s => new Call([], LaneOperations.AddSums, [], [s.Value, s.Key])));
        if (!_isMasked)
        {
            EquatableArray<Carried> carried = _loop.Carried.Map(c => c with { Initial = _afterBlocks[c.Name] });
            output.Add(IsUp ? _loop with { From = end, Carried = carried } : _loop with { To = Offset(end, -1), Carried = carried });
        }
        return output;
    }

    /// <summary>A carried value in lanes, and what it is after the blocks.</summary>
    private Carried Cell(Carried cell)
    {
        if (_plan.Moved.TryGetValue(cell.Name, out IndexPolynomial? by))
        {
            string moved = _names.Fresh(cell.Name);
            _afterBlocks[cell.Name] = Name(moved, cell.Type);
            return cell with { Next = IndexPlus(Name(cell.Name, cell.Type), (IndexPolynomial.Of(Lanes) * by).ToExpression()), Final = moved };
        }
        string final = _names.Fresh(cell.Name + "Lanes");
        LaneNames.Add(cell.Name);
        if (_plan.Delayed.Contains(cell.Name))
        {
            _afterBlocks[cell.Name] = Total(cell, new Apply(cell.Type, LaneOperations.Last, [Name(final, cell.Type)]));
            return cell with { Name = _rewriting.Before(cell.Name), Next = Name(_rewriting.Next(cell.Name), cell.Type), Final = final };
        }
        Accumulation kind = _plan.Accumulated[cell.Name];
        (Primitive combine, Expression start) = kind switch
        {
            Accumulation.Sum => (LaneOperations.Sum, Zero(cell.Type)),
            Accumulation.Product => (LaneOperations.Product, One(cell.Type)),
            Accumulation.Largest => (LaneOperations.Largest, cell.Initial),
            _ => (LaneOperations.Smallest, cell.Initial),
        };
        Expression all = new Apply(cell.Type, combine, [Name(final, cell.Type)]);
        _afterBlocks[cell.Name] = Total(cell, kind switch
        {
            Accumulation.Sum => IsConstant(cell.Initial, 0) ? all : Plus(cell.Initial, all),
            Accumulation.Product => Multiply(cell.Initial, all),
            _ => all,
        });
        return cell with { Initial = start, Next = _rewriting.On(cell.Next), Final = final };
    }

    private Expression Total(Carried cell, Expression value)
    {
        string name = _isMasked ? cell.Final : _names.Fresh(cell.Name);
        _totals.Add(new Let(name, value));
        return Name(name, cell.Type);
    }

    /// <summary>What iterations add at the same elements goes to the lanes' own sums.</summary>
    private IEnumerable<Statement> OwnSums(IEnumerable<Statement> statements) => statements.Select(s => s switch
    {
        Add add when _sums.TryGetValue(add.Array, out string? sums) && !Varying.IsRamp(add.Index) => add with { Array = sums },
        If branch => branch with { Then = OwnSums(branch.Then.Statements).ToBlock(), Else = OwnSums(branch.Else.Statements).ToBlock() },
        For loop => loop with { Body = OwnSums(loop.Body.Statements).ToBlock() },
        While loop => loop with { Body = OwnSums(loop.Body.Statements).ToBlock() },
        _ => s,
    });

    /// <summary>The loop with names of its own: the remainder keeps the old ones.</summary>
    private For Renamed(For lanes)
    {
        Block copy = Renaming.Copy(new([lanes]), _names, out Dictionary<string, string> names);
        Dictionary<string, string> accumulated = [];
        foreach ((string cell, string member) in _plan.Chains.SelectMany(static c => c.Value.Select(m => (c.Key, m))))
        {
            if (names.TryGetValue(member, out string? copied))
            {
                names[member] = accumulated[copied] = _names.Fresh(cell.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + "Lanes");
            }
        }
        copy = Renaming.Run(copy, n => accumulated.TryGetValue(n, out string? renamed) ? renamed : n);
        Rename(LaneNames, names);
        Rename(LaneArrays, names);
        for (int i = 0; i < _totals.Count; i++)
        {
            _totals[i] = Renaming.Run(_totals[i], n => names.TryGetValue(n, out string? renamed) ? renamed : n);
        }
        foreach (Carried cell in _loop.Carried.Where(c => _plan.Moved.ContainsKey(c.Name)))
        {
            _afterBlocks[cell.Name] = Renaming.Run(_afterBlocks[cell.Name], n => names.TryGetValue(n, out string? renamed) ? renamed : n);
        }
        return (For)copy.Statements[0];
    }

    private static void Rename(HashSet<string> set, Dictionary<string, string> names)
    {
        foreach (string name in set.Where(names.ContainsKey).ToArray())
        {
            set.Remove(name);
            set.Add(names[name]);
        }
    }

    private IReadOnlyList<Statement>? Vectorised(For lanes)
    {
        List<Parameter> varying = [.. LaneNames.Select(n => new Parameter(n, _real, ParameterKind.Scalar, true))];
        varying.AddRange(lanes.Carried.Where(static c => c.Type.IsReal()).Select(c => new Parameter(c.Name, c.Type, ParameterKind.Scalar, true)));
        varying.AddRange(LaneArrays.Select(a => new Parameter(a, _real, ParameterKind.Output, true)));
        Expression? active = !_isMasked ? null : new Apply(ScalarType.Bool, LaneOperations.FirstLanes, [IndexMinus(High, Name(lanes.Index, ScalarType.Int))]);
        Function whole = new("", varying.ToEquatableArray(), [], new([lanes]), []);
        if (Vectorise.Run(whole, _real, varying.Select(static p => p.Name), _names, active) is not { } vectorised)
        {
            return null;
        }
        LaneNames.UnionWith(vectorised.Names);
        LaneArrays.UnionWith(vectorised.Arrays);
        return vectorised.Function.Body.Statements;
    }
}
