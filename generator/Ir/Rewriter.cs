using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>Rewrites expressions bottom-up; what does not change is returned as the same object.</summary>
internal static class Rewriter
{
    public static Expression Map(Expression expression, Func<Expression, Expression> map)
    {
        Expression mapped = expression switch
        {
            Element element => Keep(element, element.Index, Map(element.Index, map), static (e, index) => e with { Index = index }),
            External external => Keep(external, external.Arguments, external.Arguments.Map(a => Map(a, map)), static (e, a) => e with { Arguments = a }),
            Apply apply => Keep(apply, apply.Arguments, apply.Arguments.Map(a => Map(a, map)), static (e, a) => e with { Arguments = a }),
            _ => expression,
        };
        return map(mapped);
    }

    /// <summary>Rewrites every expression evaluated in a statement; with <paramref name="nested"/>, also those in the blocks inside it.</summary>
    public static Statement Map(Statement statement, Func<Expression, Expression> map, bool nested = true)
    {
        Expression On(Expression e) => Map(e, map);
        Block In(Block b) => nested ? Map(b, map) : b;
        return statement switch
        {
            Let let => Keep(let, let.Value, On(let.Value), static (s, v) => s with { Value = v }),
            Variable variable => Keep(variable, variable.Initial, On(variable.Initial), static (s, v) => s with { Initial = v }),
            Assign assign => Keep(assign, assign.Value, On(assign.Value), static (s, v) => s with { Value = v }),
            NewArray array => Keep(array, array.Length, On(array.Length), static (s, v) => s with { Length = v }),
            Slice slice => slice with { Offset = On(slice.Offset), Length = On(slice.Length) },
            Store store => store with { Index = On(store.Index), Value = On(store.Value) },
            Add add => add with { Index = On(add.Index), Value = On(add.Value) },
            Push push => push with { Value = On(push.Value) },
            Contract contract => contract.Map(On),
            Call call => call with { Arguments = call.Arguments.Map(On) },
            Throw thrown => thrown with { Arguments = thrown.Arguments.Map(On) },
            If branch => branch with
            {
                Condition = On(branch.Condition),
                Then = In(branch.Then),
                Else = In(branch.Else),
                Merges = branch.Merges.Map(m => m with { Then = On(m.Then), Else = On(m.Else) }),
            },
            For loop => loop with
            {
                From = On(loop.From),
                To = On(loop.To),
                Until = loop.Until is null ? null : On(loop.Until),
                Carried = loop.Carried.Map(c => c with { Initial = On(c.Initial), Next = On(c.Next) }),
                Body = In(loop.Body),
            },
            While loop => loop with
            {
                Condition = On(loop.Condition),
                Carried = loop.Carried.Map(c => c with { Initial = On(c.Initial), Next = On(c.Next) }),
                Body = In(loop.Body),
            },
            Scope scope => scope with { Body = In(scope.Body) },
            _ => statement,
        };
    }

    public static Block Map(Block block, Func<Expression, Expression> map)
    {
        EquatableArray<Statement> statements = block.Statements.Map(s => Map(s, map));
        return statements == block.Statements ? block : new(statements);
    }

    /// <summary>A branch or a loop with each of its blocks rewritten; any other statement as it is.</summary>
    public static Statement Inside(Statement statement, Func<Block, Block> rewrite) => statement switch
    {
        If branch => branch with { Then = rewrite(branch.Then), Else = rewrite(branch.Else) },
        For loop => loop with { Body = rewrite(loop.Body) },
        While loop => loop with { Body = rewrite(loop.Body) },
        _ => statement,
    };

    /// <summary>Replaces reads of names by expressions.</summary>
    public static Expression Substitute(Expression expression, IReadOnlyDictionary<string, Expression> values) =>
        values.Count == 0 ? expression : Map(expression, e => e is Read read && values.TryGetValue(read.Name, out Expression? value) ? value : e);

    public static Block Substitute(Block block, IReadOnlyDictionary<string, Expression> values) =>
        values.Count == 0 ? block : Map(block, e => e is Read read && values.TryGetValue(read.Name, out Expression? value) ? value : e);

    public static Block ToBlock(this IEnumerable<Statement> statements) => new(statements.ToEquatableArray());

    private static T Keep<T, TPart>(T whole, TPart before, TPart after, Func<T, TPart, T> with)
        where TPart : notnull => ReferenceEquals(before, after) || before.Equals(after) ? whole : with(whole, after);
}
