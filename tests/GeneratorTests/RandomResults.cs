using System;
using System.Collections.Generic;
using System.Linq;
using CompilerTests;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace GeneratorTests;

/// <summary>
/// A random program with results of its own: after statements that give a real value, inside whatever loop or branch they stand, the value is stored or
/// added to an element of a span, sometimes together with what the span holds; what the program returned goes to the last element.
/// </summary>
internal sealed class RandomResults
{
    public const string Span = "results";
    public const int Length = 5;

    private readonly Random _random;

    private RandomResults(int seed) => _random = new(seed);

    public static Function Of(RandomProgram program, int seed)
    {
        RandomResults results = new(seed);
        Function function = program.Function;
        IEnumerable<Statement> cleared = Enumerable.Range(0, Length).Select(static i => new Store(Span, Int(i), Double(0)));
        Block body = results.Stored(function.Body, "n");
        return function with
        {
            Parameters = function.Parameters.Append(new(Span, ScalarType.Double, ParameterKind.Output, false)).ToEquatableArray(),
            Body = cleared.Concat(body.Statements).Append(new Store(Span, Int(Length - 1), function.Results[0])).ToBlock(),
            Results = [],
        };
    }

    private Block Stored(Block block, string index)
    {
        List<Statement> statements = [];
        foreach (Statement statement in block.Statements)
        {
            statements.Add(statement switch
            {
                If branch => branch with { Then = Stored(branch.Then, index), Else = Stored(branch.Else, index) },
                For loop => loop with { Body = Stored(loop.Body, loop.Index) },
                While loop => loop with { Body = Stored(loop.Body, index) },
                Scope scope => scope with { Body = Stored(scope.Body, index) },
                _ => statement,
            });
            string? value = statement switch
            {
                Let { Value.Type: ScalarType.Double } let => let.Name,
                Assign { Value.Type: ScalarType.Double } assign => assign.Name,
                _ => null,
            };
            if (value is not null && _random.Next(2) == 0)
            {
                statements.Add(Result(Name(value, ScalarType.Double), index));
            }
        }
        return statements.ToBlock();
    }

    private Statement Result(Expression value, string index) => _random.Next(4) switch
    {
        0 => new Add(Span, Place(index), value),
        1 => new Store(Span, Place(index), Multiply(value, Plus(Double(0.5), Call(Proxima.Generator.Primitives.Elementary.Tanh, new Element(ScalarType.Double, Span, Place(index)))))),
        _ => new Store(Span, Place(index), value),
    };

    /// <summary>A known element, or one that the loop or the caller's integer chooses.</summary>
    private Expression Place(string index)
    {
        if (_random.Next(2) == 0)
        {
            return Int(_random.Next(Length));
        }
        Expression length = Int(Length);
        Expression remainder = Call(Proxima.Generator.Primitives.Arithmetic.Remainder, IndexPlus(Name(index, ScalarType.Int), Int(_random.Next(3))), length);
        return Call(Proxima.Generator.Primitives.Arithmetic.Remainder, Call(Proxima.Generator.Primitives.Arithmetic.Plus, remainder, length), length);
    }
}
