using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
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
        For loop => TryLoop(loop, isInLoop) ?? [loop with { Body = Rewrite(loop.Body, true) }],
        While loop => [loop with { Body = Rewrite(loop.Body, true) }],
        If branch => [branch with { Then = Rewrite(branch.Then, isInLoop), Else = Rewrite(branch.Else, isInLoop) }],
        _ => (IEnumerable<Statement>)[statement],
    }).ToBlock();

    private IEnumerable<Statement>? TryLoop(For loop, bool isInLoop)
    {
        if (LanePlan.Of(loop, _integers, _real) is not { } plan || PrefersInner(loop, plan))
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
        return statements;
    }

    /// <summary>True when this loop would reach across memory and a loop inside it walks along it.</summary>
    private bool PrefersInner(For loop, LanePlan plan) =>
        plan.Strided > 0 && Walker.Statements(loop.Body).OfType<For>().Any(inner => LanePlan.Of(inner, _integers, _real) is { Strided: 0 });
}
