using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>Renames values, cells, arrays and tapes, where they are defined and where they are mentioned. For functions in normal form.</summary>
internal static class Renaming
{
    /// <summary>A copy of a block in which everything it defines has a new name; <paramref name="names"/> maps the old names to the new ones.</summary>
    public static Block Copy(Block block, Names fresh, out Dictionary<string, string> names)
    {
        Dictionary<string, string> renamed = [];
        foreach (string name in Defined(block))
        {
            renamed[name] = fresh.Fresh(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } stem ? stem : name);
        }
        names = renamed;
        return Run(block, name => renamed.TryGetValue(name, out string? other) ? other : name);
    }

    public static Block Run(Block block, Func<string, string> rename) => new(block.Statements.Map(s => Run(s, rename)));

    public static Expression Run(Expression expression, Func<string, string> rename) => Rewriter.Map(expression, e => e switch
    {
        Read read => read with { Name = rename(read.Name) },
        Element element => element with { Array = rename(element.Array) },
        Length length => length with { Array = rename(length.Array) },
        _ => e,
    });

    public static Statement Run(Statement statement, Func<string, string> rename)
    {
        Expression On(Expression e) => Run(e, rename);
        return statement switch
        {
            Let let => let with { Name = rename(let.Name), Value = On(let.Value) },
            NewArray array => array with { Name = rename(array.Name), Length = On(array.Length) },
            Slice slice => slice with { Name = rename(slice.Name), Array = rename(slice.Array), Offset = On(slice.Offset), Length = On(slice.Length) },
            Store store => store with { Array = rename(store.Array), Index = On(store.Index), Value = On(store.Value) },
            Add add => add with { Array = rename(add.Array), Index = On(add.Index), Value = On(add.Value) },
            If branch => branch with
            {
                Condition = On(branch.Condition),
                Then = Run(branch.Then, rename),
                Else = Run(branch.Else, rename),
                Merges = branch.Merges.Map(m => m with { Name = rename(m.Name), Then = On(m.Then), Else = On(m.Else) }),
            },
            For loop => loop with
            {
                Index = rename(loop.Index),
                From = On(loop.From),
                To = On(loop.To),
                Until = loop.Until is null ? null : On(loop.Until),
                Carried = Cells(loop.Carried),
                Body = Run(loop.Body, rename),
            },
            While loop => loop with { Condition = On(loop.Condition), Carried = Cells(loop.Carried), Body = Run(loop.Body, rename) },
            Call call => call with
            {
                Results = call.Results.Map(r => r with { Name = rename(r.Name) }),
                Arguments = call.Arguments.Map(On),
                Arrays = call.Arrays.Map(rename),
            },
            Throw thrown => thrown with { Arguments = thrown.Arguments.Map(On) },
            NewTape tape => tape with { Name = rename(tape.Name) },
            Contract contract => contract.Map(On) with { Target = Operand(contract.Target), Left = Operand(contract.Left), Right = Operand(contract.Right) },
            Push push => push with { Tape = rename(push.Tape), Value = On(push.Value) },
            Pop pop => pop with { Name = rename(pop.Name), Tape = rename(pop.Tape) },
            _ => throw new InvalidOperationException(statement.GetType().Name + " has no place in normal form"),
        };

        Strided Operand(Strided operand) => operand.Map(On) with { Array = rename(operand.Array) };

        EquatableArray<Carried> Cells(EquatableArray<Carried> carried) =>
            carried.Map(c => c with { Name = rename(c.Name), Initial = On(c.Initial), Next = On(c.Next), Final = rename(c.Final) });
    }

    private static IEnumerable<string> Defined(Block block)
    {
        foreach (Statement statement in Walker.Statements(block))
        {
            foreach (string name in Walker.Defines(statement).Select(static d => d.Name).Concat(Walker.CarriedBy(statement).Select(static c => c.Name)))
            {
                yield return name;
            }
            string? other = statement switch { NewArray array => array.Name, Slice slice => slice.Name, NewTape tape => tape.Name, For loop => loop.Index, _ => null };
            if (other is not null)
            {
                yield return other;
            }
        }
    }
}
