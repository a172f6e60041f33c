using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass an innermost loop over lanes walks along parts of its arrays, all as long as the loop, reads what does not change before it, and keeps in a
/// register what it adds to one element. RyuJIT then drops the checks of indices and keeps addresses in registers; through memory each addition
/// would wait for the store before it. Sums are reassociated.
/// </summary>
/// <remarks>
/// <code>
/// for (i = m to n) { a[k] += q[o + i] * v[i]; b[o + i] += c[k] * v[i] }
/// → if (m &lt; n)
///   {
///     count = n - m; qPart = q[o + m, count]; vPart = v[m, count]; bPart = b[o + m, count]; ck = c[k]
///     for (p = 0 to length qPart) carrying s = 0 { s1 = s + qPart[p] * vPart[p]; bPart[p] += ck * vPart[p] } next s1
///     a[k] += s
///   }
/// </code>
/// </remarks>
internal sealed class WalkParts
{
    private readonly Names _names;
    private readonly LaneSet _lanes;

    private WalkParts(Names names, LaneSet lanes) => (_names, _lanes) = (names, lanes);

    public static Function Run(Function function)
    {
        if (function.Lanes is null)
        {
            return function;
        }
        LaneSet lanes = LaneSet.Of(function);
        Block body = new WalkParts(Names.Of(function), lanes).Rewrite(function.Body);
        return lanes.Applied(function with { Body = body });
    }

    private Block Rewrite(Block block) => block.Statements.SelectMany(statement => statement switch
    {
        If branch => [branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) }],
        While loop => [loop with { Body = Rewrite(loop.Body) }],
        For loop when Walker.Statements(loop.Body).Any(static s => s is For or While) => [loop with { Body = Rewrite(loop.Body) }],
        For loop => new WalkedLoop(loop, _names, _lanes).Run() ?? [loop],
        _ => (IEnumerable<Statement>)[statement],
    }).ToBlock();
}
