using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// After this transform the outermost loops whose iterations meet only in sums, products, maxima or disjoint elements run one iteration per lane; what
/// they accumulate is combined once at the end, always in the same order. The result is only written, not transformed again.
/// </summary>
/// <remarks>
/// <code>
/// for (i = 0 to n) carrying s = 0 { s1 = s + f(x[i]); dX[i] += f'(x[i]) } next s1
/// → end = blocks of 8 in 0 to n
///   for (i = 0 to end by 8) carrying lanes = 0 { lanes1 = lanes + f(x[i …]); dX[i …] += f'(x[i …]) } next lanes1
///   for (i = end to n) carrying s = 0 + sum(lanes) { s1 = s + f(x[i]); dX[i] += f'(x[i]) } next s1
/// </code>
/// </remarks>
internal sealed class LoopLanes
{
    private readonly Function _function;
    private readonly Names _names;
    private readonly KnownIntegers _integers;
    private readonly ScalarType _real;
    private readonly HashSet<string> _laneNames = [];
    private readonly HashSet<string> _laneArrays = [];

    private LoopLanes(Function function, ScalarType real)
    {
        _function = function;
        _names = Names.Of(function);
        _integers = new(function);
        _real = real;
    }

    /// <param name="function">A function that is ready to be written.</param>
    /// <param name="real">The type of its reals; loops that mix types stay as they are.</param>
    public static Function Run(Function function, ScalarType real)
    {
        LoopLanes transform = new(function, real);
        Block body = transform.Rewrite(function.Body, false);
        return transform._laneNames.Count + transform._laneArrays.Count == 0
            ? function
            : function with { Body = body, Lanes = new(real, [.. transform._laneNames.OrderBy(static n => n, System.StringComparer.Ordinal)], [.. transform._laneArrays.OrderBy(static n => n, System.StringComparer.Ordinal)]) };
    }

    public static int LanesOf(ScalarType real) => real == ScalarType.Double ? 8 : 16;

    private Block Rewrite(Block block, bool isInLoop) => block.Statements.SelectMany(statement => statement switch
    {
        For loop when ContractLoops.Run(loop, _names) is { } contracted => Rewrite(contracted.ToBlock(), isInLoop).Statements,
        For loop => TryLoop(loop, isInLoop) ?? [loop with { Body = Rewrite(loop.Body, true) }],
        While loop => [loop with { Body = Rewrite(loop.Body, true) }],
        If branch => [branch with { Then = Rewrite(branch.Then, isInLoop), Else = Rewrite(branch.Else, isInLoop) }],
        _ => (IEnumerable<Statement>)[statement],
    }).ToBlock();

    private IEnumerable<Statement>? TryLoop(For source, bool isInLoop)
    {
        For loop = OwnSums(source, out List<Statement> after);
        if (LanePlan.Of(loop, _integers, _real) is not { } plan || PrefersInner(loop, plan) || (isInLoop && plan.Summed.Count > 0))
        {
            return null;
        }
        LaneLoop written = new(loop, plan, _names, _real, isInLoop);
        if (written.Run() is not { } statements)
        {
            return null;
        }
        _laneNames.UnionWith(written.LaneNames);
        _laneArrays.UnionWith(written.LaneArrays);
        return statements.Select(Remainder).Concat(IfRun(source, after));
    }

    /// <summary>What follows a loop in place of its iterations: a loop that does not run touches no element, and must not fail at one.</summary>
    private static IEnumerable<Statement> IfRun(For loop, List<Statement> after) => (after.Count, LoopRange.Runs(loop)) switch
    {
        (0, _) or (_, Constant { IsTrue: true }) => after,
        (_, var runs) => [new If(runs, after.ToBlock(), Block.Empty)],
    };

    /// <summary>A remainder of a few iterations, or all there are: what is dense inside it is worth lanes of its own.</summary>
    private Statement Remainder(Statement statement) => statement is For { Step: 1 or -1 } rest && ContractLoops.Run(rest.Body, _names) is { } contracted
        ? rest with { Body = Rewrite(contracted, true) }
        : statement;

    /// <summary>
    /// <code>for (i …) { a[k] += v }   →   for (i …) carrying s = 0 { s1 = s + v } next s1; a[k] += s</code>
    /// where the loop does nothing else with the array than to add to it and the element does not change.
    /// </summary>
    private For OwnSums(For loop, out List<Statement> after)
    {
        after = [];
        HashSet<string> inner = [loop.Index, .. loop.Carried.Select(static c => c.Name), .. Walker.Statements(loop.Body).SelectMany(static s => Walker.Defines(s).Select(static d => d.Name))];
        HashSet<string> touched = [
            .. Walker.Expressions(loop.Body).OfType<Element>().Select(static e => e.Array),
            .. Walker.Statements(loop.Body).SelectMany(static s => s switch { Store store => [store.Array], Slice slice => [slice.Array, slice.Name], Call call => call.Arrays, NewArray array => [array.Name], _ => (IEnumerable<string>)[] }),
        ];
        List<Carried> carried = [.. loop.Carried];
        List<Statement> body = [];
        foreach (Statement statement in loop.Body.Statements)
        {
            bool isOwn = statement is Add { Value.Type: var type, Index: var index, Array: var array } && type == _real && !touched.Contains(array)
                && !Walker.All(index).Any(e => (e is Read read && inner.Contains(read.Name)) || e is Element);
            if (!isOwn)
            {
                body.Add(statement);
                continue;
            }
            Add add = (Add)statement;
            string name = _names.Fresh(Stem(add.Array)), next = _names.Fresh(Stem(add.Array)), final = _names.Fresh(Stem(add.Array));
            body.Add(new Let(next, add.Sum(Name(name, _real))) { Source = add.Source, Origin = add.Origin });
            carried.Add(new(name, _real, Zero(_real), Name(next, _real), final));
            after.Add(add with { Value = Name(final, _real), IsFused = false });
        }
        return after.Count == 0 ? loop : loop with { Body = body.ToBlock(), Carried = carried.ToEquatableArray() };
    }

    private static string Stem(string array) => array.Substring(array.IndexOf('$') + 1) + "Sum";

    /// <summary>True when this loop would reach across memory and a loop inside it walks along it.</summary>
    private bool PrefersInner(For loop, LanePlan plan) =>
        plan.Strided > 0 && Walker.Statements(loop.Body).OfType<For>().Any(inner => LanePlan.Of(inner, _integers, _real) is { Strided: 0 });
}
