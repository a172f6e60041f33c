using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass the first of the outer products that a loop adds up defines an output that nothing else touches: zeros that are only written to be read
/// again cost as much as the product itself. What remains to clear is the output of a loop that does not run.
/// </summary>
/// <remarks>
/// <code>
/// g = zeros; end = blocks of 8 in 0 to n; for (i = 0 to end by 128) { contract g[…] += … } for (i = end to n) { contract g[…] += … }
/// → if (n &lt;= 0) g = zeros; for (i = 0 to end by 128) { contract, defining where i = 0, g[…] += … } for (i = end to n) { contract, defining where i = 0, g[…] += … }
/// </code>
/// </remarks>
internal static class FirstProducts
{
    /// <param name="function">A function that is ready to be written.</param>
    /// <param name="outputs">Arrays of it that hold zeros at first.</param>
    /// <param name="empty">Those that need not, and when nothing defines them: a condition of parameters.</param>
    public static Function Run(Function function, IEnumerable<string> outputs, out Dictionary<string, Expression> empty)
    {
        empty = [];
        List<Statement> body = [.. function.Body.Statements];
        foreach (string output in outputs)
        {
            int[] loops = [.. Enumerable.Range(0, body.Count).Where(i => Walker.Mentions(body[i], output))];
            if (loops.Length is 0 or > 2 || !loops.All(i => body[i] is For { Step: > 0, Until: null } loop && OnlyAdds(loop, output)))
            {
                continue;
            }
            For first = (For)body[loops[0]], last = (For)body[loops[loops.Length - 1]];
            if ((loops.Length == 2 && !Continues(first, last, body)) || !IsKnown(first.From, function) || !IsKnown(last.To, function))
            {
                continue;
            }
            empty[output] = Compare(Arithmetic.LessOrEqual, last.To, first.From);
            foreach (int i in loops)
            {
                body[i] = Defining((For)body[i], output, first.From);
            }
        }
        return empty.Count == 0 ? function : function with { Body = body.ToBlock() };
    }

    /// <summary>True where every iteration adds an outer product and nothing else happens to the array.</summary>
    private static bool OnlyAdds(For loop, string output)
    {
        List<Statement> touching = [.. loop.Body.Statements.Where(s => Walker.Mentions(s, output))];
        return touching.Count > 0 && touching.All(s => s is Contract contract && contract.Target.Array == output && ProductShape.Of(contract) is { IsOuter: true });
    }

    /// <summary>True for whole blocks and their remainder.</summary>
    private static bool Continues(For blocks, For remainder, List<Statement> body) =>
        blocks.To is Read end && remainder.From.Equals(end)
        && body.OfType<Let>().Any(l => l.Name == end.Name && l.Value is Apply { Primitive: var p, Arguments: [var from, _, _] } && p == LaneOperations.BlocksEnd && from.Equals(blocks.From));

    private static bool IsKnown(Expression bound, Function function) =>
        Walker.All(bound).All(e => e is Constant or Length or Apply || (e is Read read && function.Parameters.Any(p => p.Name == read.Name)));

    private static For Defining(For loop, string output, Expression from)
    {
        bool isDone = false;
        return loop with
        {
            Body = loop.Body.Statements.Select(s =>
            {
                if (isDone || s is not Contract contract || contract.Target.Array != output)
                {
                    return s;
                }
                isDone = true;
                return contract with { Defines = Compare(Arithmetic.Equal, Name(loop.Index, ScalarType.Int), from) };
            }).ToBlock(),
        };
    }
}
