using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>
/// A random program that also calls a function which calls itself: after statements that give a real value, inside whatever loop or branch they stand,
/// with that value, an integer and an array, which the program may write before and after.
/// </summary>
internal sealed class RandomCalls
{
    private const string Descend = "Descend";

    private readonly Random _random;
    private int _calls;

    private RandomCalls(int seed) => _random = new(seed);

    public static RandomProgram In(RandomProgram program)
    {
        RandomCalls calls = new(program.N + (int)(program.Point[1] * 1000));
        Function function = program.Function;
        Block body = calls.Calling(function.Body, ["a"], "n", isInside: false);
        return program with { Function = function with { Body = body }, Callees = [calls.Callee()] };
    }

    private Block Calling(Block block, IEnumerable<string> around, string index, bool isInside)
    {
        List<string> arrays = [.. around];
        List<Statement> statements = [];
        foreach (Statement statement in block.Statements)
        {
            statements.Add(statement switch
            {
                If branch => branch with { Then = Calling(branch.Then, arrays, index, isInside), Else = Calling(branch.Else, arrays, index, isInside) },
                For loop => loop with { Body = Calling(loop.Body, arrays, loop.Index, isInside) },
                While loop => loop with { Body = Calling(loop.Body, arrays, index, isInside) },
                Scope scope => scope with { Body = Calling(scope.Body, arrays, index, isInside: true) },
                _ => statement,
            });
            if (statement is NewArray array)
            {
                arrays.Add(array.Name);
            }
            string? value = statement switch
            {
                Let { Value.Type: ScalarType.Double } let => let.Name,
                Assign { Value.Type: ScalarType.Double } assign => assign.Name,
                _ => null,
            };
            if (isInside && value is not null && _random.Next(3) == 0)
            {
                string result = "c" + ++_calls;
                Expression depth = Call(Arithmetic.Remainder, Name(index, ScalarType.Int), Int(3));
                statements.Add(new Call([new(result, ScalarType.Double)], Descend, [Name(value, ScalarType.Double), Name("y", ScalarType.Double), depth], [arrays[_random.Next(arrays.Count)]]));
                statements.Add(new Assign("r", Plus(Name("r", ScalarType.Double), Multiply(Double(0.25), Name(result, ScalarType.Double)))));
            }
        }
        return statements.ToBlock();
    }

    /// <summary><code>Descend(u, v, s, k): out = tanh(u·v) + s[…]; if (k > 0) out = out·v' + Descend(tanh(…), u, s, k − 1) [+ Descend(v, out, s, k − 2)]</code></summary>
    private Function Callee()
    {
        static Expression Real(string name) => Name(name, ScalarType.Double);
        Expression k = Name("k", ScalarType.Int), squashed = Call(Elementary.Tanh, Multiply(Real("u"), Real("v")));
        Expression place = Call(Arithmetic.Remainder, Call(Arithmetic.Plus, Call(Arithmetic.Remainder, k, Int(3)), Int(3)), Int(3));
        List<Statement> deeper =
        [
            new Call([new("first", ScalarType.Double)], Descend, [Call(Elementary.Tanh, Plus(Real("out"), Multiply(Double(0.7), Real("u")))), Real(_random.Next(2) == 0 ? "u" : "v"), Offset(k, -1)], ["s"]),
            new Assign("out", Plus(Multiply(Double(0.5), Multiply(Real("out"), Call(Elementary.Cos, Real("v")))), Real("first"))),
        ];
        if (_random.Next(2) == 0)
        {
            deeper.Add(new Call([new("second", ScalarType.Double)], Descend, [Real("v"), Call(Elementary.Tanh, Real("out")), Offset(k, -2)], ["s"]));
            deeper.Add(new Assign("out", Multiply(Real("out"), Call(Elementary.Sin, Real("second")))));
        }
        return new(
            Descend,
            [
                new("u", ScalarType.Double, ParameterKind.Scalar, true),
                new("v", ScalarType.Double, ParameterKind.Scalar, true),
                new("k", ScalarType.Int, ParameterKind.Scalar, false),
                new("s", ScalarType.Double, ParameterKind.Array, true),
            ],
            [],
            new(new EquatableArray<Statement>([
                new Variable("out", Plus(squashed, new Element(ScalarType.Double, "s", place))),
                new If(Compare(Arithmetic.Greater, k, Int(0)), deeper.ToBlock(), Block.Empty),
            ])),
            [Real("out")]);
    }
}
