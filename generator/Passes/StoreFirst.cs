using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass the loop that is the first to touch an array of zeros stores into it what it would add, where it adds once into elements of its own:
/// they are written once, not cleared, read and written. Of zeros a sum keeps every bit but the sign of a negative zero.
/// </summary>
/// <remarks>
/// <code>
/// new a[n] of zeros; for (i = 0 to n) { a[i] += u }   →   new a[n]; for (i = 0 to n) { a[i] = u }
/// </code>
/// </remarks>
internal static class StoreFirst
{
    public static Function Run(Function function, Primal primal)
    {
        HashSet<string> known = [.. function.Parameters.Select(static p => p.Name)];
        Statement[] statements = [.. function.Body.Statements];
        List<Filled> filled = [];
        foreach (Parameter output in function.Parameters.Where(p => p.Kind == ParameterKind.Output && !primal.Arrays.Contains(p.Name)))
        {
            int first = FirstMention(statements, 0, output.Name);
            if (first >= 0 && Stored(statements[first], output.Name, out Expression from, out Expression to) is { } loop && IsKnown(from, known) && IsKnown(to, known))
            {
                statements[first] = loop;
                filled.Add(new(output.Name, from, to));
            }
        }
        return function with { Body = Locals(statements), Filled = filled.ToEquatableArray() };
    }

    /// <summary>Local arrays: all of their elements, or none.</summary>
    private static Block Locals(Statement[] statements)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            if (statements[i] is not NewArray { NeedsZeros: true } array)
            {
                continue;
            }
            int first = FirstMention(statements, i + 1, array.Name);
            if (first >= 0 && Stored(statements[first], array.Name, out Expression from, out Expression to) is { } loop && IsConstant(from, 0) && to.Equals(array.Length))
            {
                statements[first] = loop;
                statements[i] = array with { NeedsZeros = false };
            }
        }
        return statements.Select(static statement => statement switch
        {
            If branch => branch with { Then = Locals([.. branch.Then.Statements]), Else = Locals([.. branch.Else.Statements]) },
            For loop => loop with { Body = Locals([.. loop.Body.Statements]) },
            While loop => loop with { Body = Locals([.. loop.Body.Statements]) },
            _ => statement,
        }).ToBlock();
    }

    private static int FirstMention(Statement[] statements, int start, string array)
    {
        for (int i = start; i < statements.Length; i++)
        {
            if (Mentions(statements[i], array) > 0)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The loop with a store, and the elements it stores; null where it does something else with the array.</summary>
    private static For? Stored(Statement statement, string array, out Expression from, out Expression to)
    {
        (from, to) = (Int(0), Int(0));
        if (statement is not For { Until: null, Step: 1 or -1, From.Type: ScalarType.Int } loop || Mentions(loop, array) != 1)
        {
            return null;
        }
        if (loop.Body.Statements.OfType<Add>().FirstOrDefault(a => a.Array == array) is not { } add || Neighbours.OffsetFrom(add.Index, loop.Index) is not { } offset)
        {
            return null;
        }
        from = Offset(loop.Step > 0 ? loop.From : loop.To, loop.Step > 0 ? offset : offset + 1);
        to = Offset(loop.Step > 0 ? loop.To : loop.From, loop.Step > 0 ? offset : offset + 1);
        Store store = new(array, add.Index, add.Value) { Source = add.Source, Origin = add.Origin };
        return loop with { Body = loop.Body.Statements.Select(s => ReferenceEquals(s, add) ? store : s).ToBlock() };
    }

    /// <summary>How often a statement and those inside it name the array.</summary>
    private static int Mentions(Statement statement, string array)
    {
        int count = 0;
        foreach (Statement inner in Walker.Blocks(statement).SelectMany(Walker.Statements).Prepend(statement))
        {
            count += Walker.Own(inner).SelectMany(Walker.All).Count(e => e is Element element && element.Array == array);
            count += inner switch
            {
                Store store => store.Array == array ? 1 : 0,
                Add add => add.Array == array ? 1 : 0,
                Slice slice => slice.Array == array || slice.Name == array ? 1 : 0,
                Call call => call.Arrays.Count(a => a == array),
                _ => 0,
            };
        }
        return count;
    }

    /// <summary>True for a number that is known before the function does anything.</summary>
    private static bool IsKnown(Expression expression, HashSet<string> parameters) => expression switch
    {
        Constant => true,
        Read read => parameters.Contains(read.Name),
        Length length => parameters.Contains(length.Array),
        Apply { Arguments: [var left, var right], Primitive: var p } => (p == Arithmetic.Plus || p == Arithmetic.Minus || p == Arithmetic.Times) && IsKnown(left, parameters) && IsKnown(right, parameters),
        _ => false,
    };
}
