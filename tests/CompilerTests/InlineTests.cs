using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>Functions written out where they are called.</summary>
public sealed class InlineTests
{
    [Fact]
    public void A_random_program_called_twice_computes_what_it_computes_alone() => RandomLaw.Holds(static program =>
    {
        Module inner = PassList.Prepare(Reverse.Run(PassList.Normalise(program.Module), new Dictionary<string, string> { ["a"] = "dA" }).Module);
        if (Walker.Statements(inner.Main.Body).Any(static s => s is NewTape or Slice))
        {
            return;
        }
        Module outer = PassList.Normalise(new Module(Caller, []), new Dictionary<string, Function> { ["Program"] = inner.Main });
        Verifier.Verify(outer, Form.Normal);
        Cells direct = Cells.Of(new double[4]), called = Cells.Of(new double[4]);
        Evaluation expected = Evaluator.Evaluate(inner, [.. program.Arguments, direct]), actual = Evaluator.Evaluate(outer, [.. program.Arguments, called]);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected.Results[i].Real.Hi, actual.Results[i].Real.Hi);
            Assert.Equal(direct[i].Real.Hi, called[i].Real.Hi);
        }
    }, programs: 500);

    /// <summary>Calls the gradient of a program at another point first, under the names that the program uses itself.</summary>
    private static Function Caller
    {
        get
        {
            Result[] Results(string suffix) => [.. new[] { "r", "x1", "y1", "z1" }.Select(n => new Result(n + suffix, ScalarType.Double))];
            Expression[] At(Expression x) => [x, Name("y", ScalarType.Double), Name("z", ScalarType.Double), Name("n", ScalarType.Int)];
            Read shifted = Name("x", ScalarType.Double);
            return new(
                "Caller",
                [
                    new("x", ScalarType.Double, ParameterKind.Scalar, true), new("y", ScalarType.Double, ParameterKind.Scalar, true),
                    new("z", ScalarType.Double, ParameterKind.Scalar, true), new("a", ScalarType.Double, ParameterKind.Array, true),
                    new("n", ScalarType.Int, ParameterKind.Scalar, false), new("dA", ScalarType.Double, ParameterKind.Output, false),
                ],
                [],
                new(new EquatableArray<Statement>(
                [
                    new NewArray("unused", ScalarType.Double, new Length("a")),
                    new Call(new(Results("First")), "Program", new(At(Plus(shifted, Double(1)))), ["a", "unused"]),
                    new Call(new(Results("Second")), "Program", new(At(shifted)), ["a", "dA"]),
                ])),
                [.. Results("Second").Select(static r => (Expression)Name(r.Name, r.Type))]);
        }
    }
}
