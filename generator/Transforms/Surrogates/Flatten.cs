using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>After this transform a function without loops has no branches either: both arms are computed, and a merge selects between them.</summary>
/// <remarks><code>if (u &gt; 0.0) { let p = 2.0 * u } merging r = p | u   →   let p = 2.0 * u; let r = select(u &gt; 0.0, p, u)</code></remarks>
internal static class Flatten
{
    public static Function Run(Function function)
    {
        List<Statement> output = [];
        Write(function.Body, output);
        return function with { Body = output.ToBlock() };
    }

    /// <summary>True where nothing dear is computed in vain: the arms hold comparisons and arithmetic.</summary>
    public static bool IsCheap(Function function) =>
        Walker.Statements(function.Body).OfType<If>().All(static branch => Walker.Expressions(branch.Then).Concat(Walker.Expressions(branch.Else)).All(static e => e is not Apply { Primitive.Cost: Cost.Moderate or Cost.Expensive }));

    private static void Write(Block block, List<Statement> output)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is not If branch)
            {
                output.Add(statement);
                continue;
            }
            Write(branch.Then, output);
            Write(branch.Else, output);
            foreach (Merge merge in branch.Merges)
            {
                output.Add(new Let(merge.Name, Select(branch.Condition, merge.Then, merge.Else)) { Source = branch.Source, Origin = branch.Origin, IsTemporary = true });
            }
        }
    }
}
