using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass an element of a derivative that is cleared and added to next is stored once: through memory the sum would wait for the zero. Only
/// derivatives, because 0 + (−0) is 0.
/// </summary>
/// <remarks><code>let u = aAdjoint[i]; aAdjoint[i] = 0; … aAdjoint[i] += f(u)   →   let u = aAdjoint[i]; … aAdjoint[i] = f(u)</code></remarks>
internal static class MergeStores
{
    public static Function Run(Function function, Primal primal) => function with { Body = Rewrite(function.Body, PrimalNeeds.Of(function, primal)) };

    private static Block Rewrite(Block block, PrimalNeeds needs)
    {
        List<Statement> statements = [.. block.Statements.Select(s => s switch
        {
            If branch => branch with { Then = Rewrite(branch.Then, needs), Else = Rewrite(branch.Else, needs) },
            For loop => loop with { Body = Rewrite(loop.Body, needs) },
            While loop => loop with { Body = Rewrite(loop.Body, needs) },
            _ => s,
        })];
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is not Store store || !IsConstant(store.Value, 0) || needs.HasArray(store.Array) || Walker.All(store.Index).Any(static e => e is Element or External))
            {
                continue;
            }
            int next = statements.FindIndex(i + 1, s => Ends(s, store.Array));
            if (next > i && statements[next] is Add add && add.Array == store.Array && add.Index.Equals(store.Index) && !Reads(add.Value, store.Array))
            {
                statements[next] = new Store(add.Array, add.Index, add.Value) { Source = add.Source, Origin = add.Origin };
                statements.RemoveAt(i--);
            }
        }
        return statements.ToBlock();
    }

    private static bool Reads(Expression expression, string array) => Walker.All(expression).Any(e => e is Element element && element.Array == array);

    /// <summary>True where a statement may touch an element of the array, at any depth, or be the last one of this iteration.</summary>
    private static bool Ends(Statement statement, string array) =>
        Walker.Mentions(statement, array) || Walker.Blocks(statement).SelectMany(Walker.Statements).Prepend(statement).Any(static s => s is Contract or Throw);
}
