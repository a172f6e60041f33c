using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass scratch memory that a loop fills anew in each iteration belongs to the iteration: iterations then share nothing through it.
/// </summary>
/// <remarks><code>new a[n]; for (p …) { for (j = 0 to n) { a[j] = … } … }   →   for (p …) { new a[n]; for (j = 0 to n) { a[j] = … } … }</code></remarks>
internal static class SinkArrays
{
    public static Function Run(Function function) => function with { Body = Rewrite(function.Body) };

    private static Block Rewrite(Block block)
    {
        List<Statement> output = [.. block.Statements];
        foreach (NewArray array in block.Statements.OfType<NewArray>())
        {
            Statement[] users = [.. output.Where(s => s != array && Walker.Mentions(s, array.Name))];
            if (users.Length == 1 && SinkInto(users[0], array) is { } sunk)
            {
                output[output.IndexOf(users[0])] = sunk;
                output.Remove(array);
            }
        }
        return output.Select(static s => Rewriter.Inside(s, Rewrite)).ToBlock();
    }

    /// <summary>The loop with the array made in its body; null when an iteration may read what another one wrote.</summary>
    private static Statement? SinkInto(Statement statement, NewArray array)
    {
        if (statement is not (For or While) || Walker.Own(statement).SelectMany(Walker.All).Any(e => IsMention(e, array.Name)))
        {
            return null;
        }
        List<Statement> body = [.. Walker.Blocks(statement).First().Statements];
        int first = body.FindIndex(s => Walker.Mentions(s, array.Name));
        if (Fills(body[first], array))
        {
            body.Insert(first, array with { NeedsZeros = false });
        }
        else if (body.Count(s => Walker.Mentions(s, array.Name)) == 1 && SinkInto(body[first], array) is { } inner)
        {
            body[first] = inner;
        }
        else
        {
            return null;
        }
        return statement is For loop ? loop with { Body = body.ToBlock() } : ((While)statement) with { Body = body.ToBlock() };
    }

    /// <summary>True for a loop over all elements that stores each one before anything reads it.</summary>
    private static bool Fills(Statement statement, NewArray array)
    {
        if (statement is not For { Step: 1, Until: null, From: Constant { Bits: 0 } } loop || !loop.To.Equals(array.Length))
        {
            return false;
        }
        bool isStored = false;
        foreach (Statement inner in loop.Body.Statements)
        {
            if (!isStored && inner is Store store && store.Array == array.Name && IsIndex(store.Index, loop) && !Walker.All(store.Value).Any(e => IsMention(e, array.Name)))
            {
                isStored = true;
            }
            else if (Walker.Mentions(inner, array.Name) && !(isStored && MentionsOnlyOwn(inner, array.Name, loop)))
            {
                return false;
            }
        }
        return isStored;
    }

    /// <summary>True when everything the statement does with the array concerns the element of this iteration.</summary>
    private static bool MentionsOnlyOwn(Statement statement, string array, For loop) =>
        Walker.Expressions(statement).OfType<Element>().Where(e => e.Array == array).All(e => IsIndex(e.Index, loop))
        && new[] { statement }.Concat(Walker.Blocks(statement).SelectMany(Walker.Statements)).All(s => s switch
        {
            Store store => store.Array != array || IsIndex(store.Index, loop),
            Add add => add.Array != array || IsIndex(add.Index, loop),
            Call call => !call.Arrays.Contains(array),
            _ => true,
        });

    private static bool IsIndex(Expression expression, For loop) => expression is Read read && read.Name == loop.Index;

    private static bool IsMention(Expression expression, string array) =>
        (expression is Element element && element.Array == array) || (expression is Length length && length.Array == array);
}
