using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a value that is the same in every iteration of a loop is computed once before it, out of as many loops as it does not change in, where
/// that saves more than a name costs. Bits stay the same, and nothing throws that did not: arithmetic may be computed for a loop that does not run, an
/// element is only read for one that does.
/// </summary>
/// <remarks>
/// <code>
/// for (i = 0 to n) { let x = x[0]; let e = exp(x * h); y[i] = e * i }
/// → let x = 0 &lt; n ? x[0] : 0; let e = exp(x * h); for (i = 0 to n) { y[i] = e * i }
/// </code>
/// </remarks>
internal static class LoopInvariants
{
    public static Function Run(Function function)
    {
        Dictionary<string, string> storage = [];
        foreach (Slice slice in Walker.Statements(function.Body).OfType<Slice>())
        {
            storage[slice.Name] = storage.TryGetValue(slice.Array, out string? whole) ? whole : slice.Array;
        }
        return function with { Body = Rewrite(function.Body, storage) };
    }

    private static Block Rewrite(Block block, Dictionary<string, string> storage)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case If branch:
                    output.Add(branch with { Then = Rewrite(branch.Then, storage), Else = Rewrite(branch.Else, storage) });
                    break;
                case For or While:
                    // The outermost loop first: what it does not change leaves all loops at once.
                    HashSet<Statement> moved = Invariants.Of(statement, storage).Move(output);
                    output.Add(Without(statement, moved, storage));
                    break;
                default:
                    output.Add(statement);
                    break;
            }
        }
        return output.ToBlock();
    }

    private static Statement Without(Statement loop, HashSet<Statement> moved, Dictionary<string, string> storage) => loop switch
    {
        For counted => counted with { Body = Rewrite(Without(counted.Body, moved), storage) },
        While repeated => repeated with { Body = Rewrite(Without(repeated.Body, moved), storage) },
        _ => throw new UnreachableException(loop.GetType().Name),
    };

    private static Block Without(Block block, HashSet<Statement> moved) => moved.Count == 0 ? block : block.Statements.Where(s => s is not (Let or If) || !moved.Contains(s)).Select(s => s switch
    {
        If branch => branch with { Then = Without(branch.Then, moved), Else = Without(branch.Else, moved) },
        For loop => loop with { Body = Without(loop.Body, moved) },
        While loop => loop with { Body = Without(loop.Body, moved) },
        _ => s,
    }).ToBlock();
}
