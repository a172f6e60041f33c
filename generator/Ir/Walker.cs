using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>Enumerates what expressions, statements and blocks mention.</summary>
internal static class Walker
{
    /// <summary>The expression and everything below it, parents first.</summary>
    public static IEnumerable<Expression> All(Expression expression)
    {
        yield return expression;
        switch (expression)
        {
            case Element element:
                foreach (Expression inner in All(element.Index))
                {
                    yield return inner;
                }
                break;
            case External external:
                foreach (Expression argument in external.Arguments)
                {
                    foreach (Expression inner in All(argument))
                    {
                        yield return inner;
                    }
                }
                break;
            case Apply apply:
                foreach (Expression argument in apply.Arguments)
                {
                    foreach (Expression inner in All(argument))
                    {
                        yield return inner;
                    }
                }
                break;
        }
    }

    /// <summary>The expressions a statement evaluates itself, not those of the blocks inside it.</summary>
    public static IEnumerable<Expression> Own(Statement statement)
    {
        switch (statement)
        {
            case Let let: return [let.Value];
            case Variable variable: return [variable.Initial];
            case Assign assign: return [assign.Value];
            case NewArray array: return [array.Length];
            case Slice slice: return [slice.Offset, slice.Length];
            case Store store: return [store.Index, store.Value];
            case Add add: return [add.Index, add.Value];
            case Call call: return call.Arguments;
            case Throw thrown: return thrown.Arguments;
            case Push push: return [push.Value];
            case Contract contract: return contract.Own();
            case If branch:
                List<Expression> merged = [branch.Condition];
                foreach (Merge merge in branch.Merges)
                {
                    merged.Add(merge.Then);
                    merged.Add(merge.Else);
                }
                return merged;
            case For loop:
                List<Expression> counted = [loop.From, loop.To];
                if (loop.Until is not null)
                {
                    counted.Add(loop.Until);
                }
                AddCarried(loop.Carried, counted);
                return counted;
            case While loop:
                List<Expression> repeated = [loop.Condition];
                AddCarried(loop.Carried, repeated);
                return repeated;
            default: return [];
        }
    }

    /// <summary>The blocks directly inside a statement.</summary>
    public static IEnumerable<Block> Blocks(Statement statement) => statement switch
    {
        If branch => [branch.Then, branch.Else],
        For loop => [loop.Body],
        While loop => [loop.Body],
        Scope scope => [scope.Body],
        _ => [],
    };

    /// <summary>Every statement of a block, outer ones first.</summary>
    public static IEnumerable<Statement> Statements(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            yield return statement;
            foreach (Block inner in Blocks(statement))
            {
                foreach (Statement nested in Statements(inner))
                {
                    yield return nested;
                }
            }
        }
    }

    /// <summary>Every expression that is evaluated somewhere in a statement, at any depth of statements and expressions.</summary>
    public static IEnumerable<Expression> Expressions(Statement statement)
    {
        foreach (Expression own in Own(statement))
        {
            foreach (Expression inner in All(own))
            {
                yield return inner;
            }
        }
        foreach (Block block in Blocks(statement))
        {
            foreach (Expression inner in Expressions(block))
            {
                yield return inner;
            }
        }
    }

    public static IEnumerable<Expression> Expressions(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Expression inner in Expressions(statement))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The names a statement defines for the statements after it (not what its blocks define inside).</summary>
    public static IEnumerable<Result> Defines(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                yield return new(let.Name, let.Value.Type);
                break;
            case Variable variable:
                yield return new(variable.Name, variable.Initial.Type);
                break;
            case Pop pop:
                yield return new(pop.Name, pop.Type);
                break;
            case Call call:
                foreach (Result result in call.Results)
                {
                    yield return result;
                }
                break;
            case If branch:
                foreach (Merge merge in branch.Merges)
                {
                    yield return new(merge.Name, merge.Type);
                }
                break;
            case For or While:
                foreach (Carried carried in CarriedBy(statement))
                {
                    yield return new(carried.Final, carried.Type);
                }
                break;
        }
    }

    public static EquatableArray<Carried> CarriedBy(Statement statement) => statement switch
    {
        For loop => loop.Carried,
        While loop => loop.Carried,
        _ => [],
    };

    /// <summary>The arrays a statement writes, at any depth.</summary>
    public static IEnumerable<string> Written(Statement statement)
    {
        string? written = statement switch { Store store => store.Array, Add add => add.Array, Contract contract => contract.Target.Array, _ => null };
        if (written is not null)
        {
            yield return written;
        }
        foreach (Block block in Blocks(statement))
        {
            foreach (Statement inner in block.Statements)
            {
                foreach (string array in Written(inner))
                {
                    yield return array;
                }
            }
        }
    }

    /// <summary>True where a statement reads, writes, measures, slices, makes or passes on an array, at any depth.</summary>
    public static bool Mentions(Statement statement, string array) =>
        Expressions(statement).Any(e => (e is Element element && element.Array == array) || (e is Length length && length.Array == array))
        || Written(statement).Contains(array)
        || Blocks(statement).SelectMany(Statements).Prepend(statement).Any(s => s switch
        {
            Slice slice => slice.Array == array || slice.Name == array,
            Call call => call.Arrays.Contains(array),
            NewArray made => made.Name == array,
            _ => false,
        });

    private static void AddCarried(EquatableArray<Carried> carried, List<Expression> list)
    {
        foreach (Carried cell in carried)
        {
            list.Add(cell.Initial);
            list.Add(cell.Next);
        }
    }
}
