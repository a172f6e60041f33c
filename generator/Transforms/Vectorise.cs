using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Lanes: after this transform one evaluation of the function serves one row per lane. Values that depend on a row's variables hold a vector, the others
/// stay scalar; a branch whose condition differs between lanes runs both arms and selects, a loop runs until its last lane is done. Masks are
/// joined by AND and select, never by multiplication: 0 · NaN is NaN.
/// </summary>
/// <remarks>
/// <code>
/// if (p &gt; c) { let q = p * p } merging r = q | p      →   let q = p * p; let r = select(p &gt; c, q, p)
/// while (e &gt; t) carrying e { … } next f               →   while (any(active)) carrying active = e &gt; t, e { … } next (active and f &gt; t), select(active, f, e)
/// </code>
/// </remarks>
internal sealed partial class Vectorise
{
    private readonly Names _names;
    private readonly Varying _varying;
    private Expression? _mask;
    private List<Statement> _output = [];

    private Vectorise(Names names, Varying varying)
    {
        _names = names;
        _varying = varying;
    }

    /// <summary>The function in lanes; null with a reason where some operation has no form in lanes.</summary>
    public static Lanes? Run(Function function, out string reason) => Run(function, Varying.Of(function), out reason);

    /// <summary>The same where lanes are the directions of a derivative: <paramref name="outputs"/> hold one value per lane, the function's own parameters do not.</summary>
    public static Lanes? Run(Function function, ScalarType real, IEnumerable<string> outputs, out string reason) => Run(function, Varying.Of(function, real, outputs), out reason);

    /// <summary>
    /// The same for one loop in lanes, whose names come from the function around it: <paramref name="lanes"/> hold one value per lane, and only the lanes of
    /// <paramref name="active"/> take part. Null where some operation has no form in lanes.
    /// </summary>
    public static Lanes? Run(Function loop, ScalarType real, IEnumerable<string> lanes, Names names, Expression? active)
    {
        Varying varying = Varying.Of(loop, real, lanes);
        if (varying.Obstacle.Length > 0)
        {
            return null;
        }
        Vectorise transform = new(names, varying);
        For whole = (For)loop.Body.Statements[0];
        if (active is null)
        {
            transform.Rewrite(whole);
        }
        else
        {
            List<Statement> body = transform._output;
            List<Statement> inner = transform._output = [];
            EquatableArray<Carried> carried = transform.RewriteBody(whole.Body, whole.Carried, transform.Define(active, "active"));
            body.Add(whole with { Carried = carried, Body = inner.ToBlock() });
            transform._output = body;
        }
        return new(loop with { Body = transform._output.ToBlock() }, varying.Names, varying.Arrays);
    }

    private static Lanes? Run(Function function, Varying varying, out string reason)
    {
        reason = varying.Obstacle;
        if (reason.Length > 0)
        {
            return null;
        }
        Vectorise transform = new(Names.Of(function), varying);
        List<Statement> body = transform._output;
        transform.Rewrite(function.Body);
        Function lanes = function with { Body = body.ToBlock() };
        return new(lanes, varying.Names, varying.Arrays);
    }

    private void Rewrite(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Rewrite(statement);
        }
    }

    private Block RewriteApart(Block block)
    {
        List<Statement> outer = _output;
        List<Statement> own = _output = [];
        Rewrite(block);
        _output = outer;
        return own.ToBlock();
    }

    private void Rewrite(Statement statement)
    {
        statement = Masked(statement);
        switch (statement)
        {
            case Store { Index: Apply { Primitive: var each } ramp } store when _mask is not null && each == LaneOperations.Ramp:
                _output.Add(store with { Index = Active(ramp) });
                break;
            case Add { Index: Apply { Primitive: var each } ramp } add when _mask is not null && each == LaneOperations.Ramp:
                _output.Add(add with { Index = Active(ramp) });
                break;
            case Store store when _mask is not null && _varying.Arrays.Contains(store.Array):
                _output.Add(store with { Value = Build.Select(_mask, store.Value, new Element(store.Value.Type, store.Array, store.Index)) });
                break;
            case Add add when _mask is not null && _varying.Arrays.Contains(add.Array):
                Element old = new(add.Value.Type, add.Array, add.Index);
                _output.Add(new Store(add.Array, add.Index, Build.Select(_mask, add.Sum(old), old)) { Source = add.Source, Origin = add.Origin });
                break;
            case If branch when IsVarying(branch.Condition):
                RewriteBranch(branch);
                break;
            case If branch:
                _output.Add(branch with { Then = RewriteApart(branch.Then), Else = RewriteApart(branch.Else) });
                break;
            case For loop when IsVarying(loop.From) || IsVarying(loop.To) || (loop.Until is not null && IsVarying(loop.Until)):
                RewriteRagged(loop);
                break;
            case For loop:
                _output.Add(loop with { Body = RewriteApart(loop.Body), Carried = MaskedNext(loop.Carried) });
                break;
            case While loop when IsVarying(loop.Condition):
                RewriteRagged(loop);
                break;
            case While loop:
                _output.Add(loop with { Body = RewriteApart(loop.Body), Carried = MaskedNext(loop.Carried) });
                break;
            default:
                _output.Add(statement);
                break;
        }
    }

    /// <summary>In lanes that are not active no element is touched: it need not exist.</summary>
    private Statement Masked(Statement statement)
    {
        if (_mask is null)
        {
            return statement;
        }
        return statement switch
        {
            If branch => branch with { Condition = Masked(branch.Condition) },
            For loop => loop with { From = Masked(loop.From), To = Masked(loop.To), Carried = loop.Carried.Map(c => c with { Initial = Masked(c.Initial) }) },
            While loop => loop with { Carried = loop.Carried.Map(c => c with { Initial = Masked(c.Initial) }) },
            _ => Rewriter.Map(statement, MaskedRamp, nested: false),
        };
    }

    private Expression Masked(Expression expression) => _mask is null ? expression : Rewriter.Map(expression, MaskedRamp);

    /// <summary>The next values are taken at the end of the body, in the lanes that are active around the loop.</summary>
    private EquatableArray<Carried> MaskedNext(EquatableArray<Carried> carried) => carried.Map(c => c with { Next = Masked(c.Next) });

    private Expression MaskedRamp(Expression expression) => expression switch
    {
        Element { Index: Apply { Primitive: var p } ramp } element when p == LaneOperations.Ramp => element with { Index = Active(ramp) },
        _ => expression,
    };

    private Expression Active(Apply ramp) => new Apply(ScalarType.Int, LaneOperations.ActiveRamp, [ramp.Arguments[0], ramp.Arguments[1], _mask!]);

    private void RewriteBranch(If branch)
    {
        Expression condition = Define(branch.Condition, "taken");
        Dictionary<string, Expression> thens = RewriteArm(branch.Then, condition, branch.Merges.Select(static m => (m.Name, m.Then)));
        Dictionary<string, Expression> elses = RewriteArm(branch.Else, Not(condition), branch.Merges.Select(static m => (m.Name, m.Else)));
        foreach (Merge merge in branch.Merges)
        {
            _output.Add(new Let(merge.Name, Build.Select(condition, thens[merge.Name], elses[merge.Name])) { Source = branch.Source, Origin = branch.Origin });
        }
    }

    /// <summary>Runs an arm for all lanes; one that could throw, loop or call a function only when some lane takes it.</summary>
    private Dictionary<string, Expression> RewriteArm(Block arm, Expression condition, IEnumerable<(string Name, Expression Value)> merged)
    {
        Expression? outer = _mask;
        List<(string Name, Expression Value)> values = [.. merged];
        bool isGuarded = Walker.Statements(arm).Any(static s => s is For or While or If or Throw or Push or Pop or Store or Add)
            || Walker.Expressions(arm).Concat(values.SelectMany(static v => Walker.All(v.Value))).Any(static e => e is Element or External || e is Apply { Primitive.Cost: Cost.Expensive } || (e is Apply { Type: ScalarType.Int or ScalarType.Long } integer && (integer.Primitive == Arithmetic.Over || integer.Primitive == Arithmetic.Remainder || integer.Primitive.Name.EndsWith(".checked", System.StringComparison.Ordinal))));
        Expression mask = outer is null ? condition : And(outer, condition);
        bool needsMask = arm.Statements.Count > 0;
        _mask = needsMask ? Define(mask, "active") : mask;
        Dictionary<string, Expression> results = [];
        if (!isGuarded)
        {
            Rewrite(arm);
            foreach ((string name, Expression value) in values)
            {
                results[name] = Masked(value);
            }
        }
        else
        {
            Expression any = new Apply(ScalarType.Bool, Arithmetic.AnyLane, [_mask]);
            Block body = RewriteApart(arm);
            List<Merge> merges = [];
            foreach ((string name, Expression unmasked) in values)
            {
                Expression value = Masked(unmasked);
                if (value is Constant || (value is Read && !IsDefinedIn(arm, value)))
                {
                    results[name] = value;
                    continue;
                }
                string guarded = _names.Fresh(name);
                if (IsVarying(value))
                {
                    _varying.Names.Add(guarded);
                }
                merges.Add(new(guarded, value.Type, value, Zero(value.Type)));
                results[name] = Name(guarded, value.Type);
            }
            if (!body.IsEmpty || merges.Count > 0)
            {
                _output.Add(new If(any, body, Block.Empty, merges.ToEquatableArray()));
            }
        }
        _mask = outer;
        return results;
    }

    private static bool IsDefinedIn(Block block, Expression value) =>
        value is Read read && block.Statements.SelectMany(Walker.Defines).Any(d => d.Name == read.Name);

    /// <summary>A counted loop whose ends or early exit differ between lanes: runs over all their iterations, each lane active in its own.</summary>
    private void RewriteRagged(For loop)
    {
        Expression? outer = _mask;
        Read index = Name(loop.Index, ScalarType.Int);
        bool isUp = loop.Step > 0;
        Expression from = Widest(loop.From, isUp ? Arithmetic.SmallestLane : Arithmetic.LargestLane, isUp ? int.MaxValue : int.MinValue);
        Expression to = Widest(loop.To, isUp ? Arithmetic.LargestLane : Arithmetic.SmallestLane, isUp ? int.MinValue : int.MaxValue);
        List<Expression> conditions = [];
        if (IsVarying(loop.From))
        {
            conditions.Add(Compare(isUp ? Arithmetic.GreaterOrEqual : Arithmetic.LessOrEqual, index, loop.From));
        }
        if (IsVarying(loop.To))
        {
            conditions.Add(Compare(isUp ? Arithmetic.Less : Arithmetic.Greater, index, loop.To));
        }
        Carried? running = null;
        Expression? until = loop.Until;
        if (loop.Until is not null && IsVarying(loop.Until))
        {
            Expression starts = Not(Masked(Initially(loop.Until, loop.Carried)));
            running = Running(outer is null ? starts : And(outer, starts));
            conditions.Add(Name(running.Name, ScalarType.Bool));
            until = Not(Any(Name(running.Name, ScalarType.Bool)));
        }
        else if (outer is not null)
        {
            conditions.Add(outer);
        }
        List<Statement> saved = _output;
        List<Statement> body = _output = [];
        Expression active = Define(conditions.Aggregate(And), "active");
        EquatableArray<Carried> carried = RewriteBody(loop.Body, loop.Carried, active);
        if (running is not null)
        {
            Expression goesOn = And(Name(running.Name, ScalarType.Bool), Not(Masked(Next(loop.Until!, carried))));
            carried = [.. carried, running with { Next = Define(goesOn, "running") }];
        }
        _output = saved;
        _mask = outer;
        _output.Add(loop with { From = from, To = to, Until = until, Carried = carried, Body = body.ToBlock() });
    }

    private void RewriteRagged(While loop)
    {
        Expression? outer = _mask;
        Expression starts = Masked(Initially(loop.Condition, loop.Carried));
        Carried running = Running(outer is null ? starts : And(outer, starts));
        Read active = Name(running.Name, ScalarType.Bool);
        List<Statement> saved = _output;
        List<Statement> body = _output = [];
        EquatableArray<Carried> carried = RewriteBody(loop.Body, loop.Carried, active);
        Expression goesOn = Define(And(active, Masked(Next(loop.Condition, carried))), "running");
        _output = saved;
        _mask = outer;
        _output.Add(loop with { Condition = Any(active), Carried = [.. carried, running with { Next = goesOn }], Body = body.ToBlock() });
    }

    /// <summary>A loop's body in the lanes that are active; the others keep what they carry.</summary>
    private EquatableArray<Carried> RewriteBody(Block block, EquatableArray<Carried> carried, Expression active)
    {
        _mask = active;
        Rewrite(block);
        List<Carried> kept = [];
        foreach (Carried cell in carried)
        {
            Expression next = Build.Select(active, Masked(cell.Next), Name(cell.Name, cell.Type));
            kept.Add(cell with { Next = next is Read or Constant ? next : Define(next, cell.Name) });
        }
        return kept.ToEquatableArray();
    }

    private Carried Running(Expression initial)
    {
        string cell = _names.Fresh("running"), final = _names.Fresh("running");
        _varying.Names.Add(cell);
        _varying.Names.Add(final);
        return new(cell, ScalarType.Bool, initial, initial, final);
    }

    private Expression Widest(Expression bound, Primitive choose, int neutral)
    {
        if (!IsVarying(bound))
        {
            return bound;
        }
        Expression masked = _mask is null ? bound : Build.Select(_mask, bound, Int(neutral));
        return Call(choose, masked);
    }

    private static Expression Initially(Expression condition, EquatableArray<Carried> carried) =>
        Rewriter.Substitute(condition, carried.ToDictionary(static c => c.Name, static c => c.Initial));

    private static Expression Next(Expression condition, EquatableArray<Carried> carried) =>
        Rewriter.Substitute(condition, carried.ToDictionary(static c => c.Name, static c => c.Next));

    private static Expression Any(Expression mask) => new Apply(ScalarType.Bool, Arithmetic.AnyLane, [mask]);

    private bool IsVarying(Expression expression) => _varying.IsVarying(expression);

    private Expression Define(Expression value, string wanted)
    {
        if (value is Read or Constant)
        {
            return value;
        }
        string name = _names.Fresh(wanted);
        if (IsVarying(value))
        {
            _varying.Names.Add(name);
        }
        _output.Add(new Let(name, value) { IsTemporary = true });
        return Name(name, value.Type);
    }
}

/// <summary>A function in lanes: <paramref name="Names"/> and <paramref name="Arrays"/> hold one value per lane.</summary>
internal sealed record Lanes(Function Function, HashSet<string> Names, HashSet<string> Arrays);
