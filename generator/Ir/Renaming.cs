using System.Collections.Generic;

namespace Proxima.Generator.Ir;

/// <summary>Gives arrays (and tapes) other names wherever they are mentioned.</summary>
internal static class Renaming
{
    public static Block Arrays(Block block, IReadOnlyDictionary<string, string> names) => block.Statements.Map(s => Arrays(s, names)).ToBlock();

    public static Expression Arrays(Expression expression, IReadOnlyDictionary<string, string> names) => Rewriter.Map(expression, e => e switch
    {
        Element element => element with { Array = Of(element.Array, names) },
        Length length => length with { Array = Of(length.Array, names) },
        _ => e,
    });

    private static Statement Arrays(Statement statement, IReadOnlyDictionary<string, string> names)
    {
        Statement mapped = Rewriter.Map(statement, e => e switch
        {
            Element element => element with { Array = Of(element.Array, names) },
            Length length => length with { Array = Of(length.Array, names) },
            _ => e,
        }, nested: false);
        return mapped switch
        {
            Store store => store with { Array = Of(store.Array, names) },
            Add add => add with { Array = Of(add.Array, names) },
            NewArray array => array with { Name = Of(array.Name, names) },
            Slice slice => slice with { Name = Of(slice.Name, names), Array = Of(slice.Array, names) },
            NewTape tape => tape with { Name = Of(tape.Name, names) },
            Push push => push with { Tape = Of(push.Tape, names) },
            Pop pop => pop with { Tape = Of(pop.Tape, names) },
            Call call => call with { Arrays = call.Arrays.Map(a => Of(a, names)) },
            If branch => branch with { Then = Arrays(branch.Then, names), Else = Arrays(branch.Else, names) },
            For loop => loop with { Body = Arrays(loop.Body, names) },
            While loop => loop with { Body = Arrays(loop.Body, names) },
            Scope scope => scope with { Body = Arrays(scope.Body, names) },
            _ => mapped,
        };
    }

    private static string Of(string name, IReadOnlyDictionary<string, string> names) => names.TryGetValue(name, out string? renamed) ? renamed : name;
}
