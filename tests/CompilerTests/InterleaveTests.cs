using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>Several vectors of lanes side by side.</summary>
public sealed class InterleaveTests
{
    [Fact]
    public void What_differs_between_vectors_is_there_once_per_vector()
    {
        Lanes lanes = Vectorise.Run(Oscillator, out _)!;
        Assert.Equal(4, Interleave.Vectors(lanes));
        InterleavedLanes two = Interleave.Run(lanes, 2);
        Verifier.Verify(two.Lanes.Function, Form.Normal);
        For loop = two.Lanes.Function.Body.Statements.OfType<For>().Single();
        Assert.Equal(["x", "xB", "v", "vB"], loop.Carried.Select(static c => c.Name));
        Assert.Equal(["h", "a", "aB"], Walker.Statements(two.Lanes.Function.Body).OfType<Let>().Select(static l => l.Name));
        Assert.Equal(["xLast", "xLastB"], two.Lanes.Function.Results.Cast<Read>().Select(static r => r.Name));
    }

    [Fact]
    public void A_sum_and_a_straight_line_take_one_vector_at_a_time()
    {
        Read x = Name("x", ScalarType.Double), sum = Name("sum", ScalarType.Double);
        Function function = new(
            "Sum", [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("n", ScalarType.Int, ParameterKind.Scalar, false)], [],
            new(new EquatableArray<Statement>([new For("i", Int(0), Name("n", ScalarType.Int), 1, null, [new("sum", ScalarType.Double, Double(0), Plus(sum, Multiply(x, x)), "total")], Block.Empty)])),
            [Name("total", ScalarType.Double)]);
        Assert.Equal(1, Interleave.Vectors(Vectorise.Run(function, out _)!));
        Function straight = function with { Body = Block.Empty, Results = [Multiply(x, x)] };
        Assert.Equal(1, Interleave.Vectors(Vectorise.Run(straight, out _)!));
    }

    /// <summary>Where lanes never decide together, each copy computes what the function computes at its own arguments, bit for bit.</summary>
    [Fact]
    public void Each_vector_of_a_random_program_computes_what_it_computes_alone()
    {
        int interleaved = 0;
        RandomLaw.Holds(program =>
        {
            Function function = PassList.Tidy(PassList.Normalise(program.Module)).Main;
            Function rows = function with { Parameters = function.Parameters.Map(static p => p with { IsVariable = p.Name is "x" or "y" or "z" }) };
            if (program.Module.Callees.Count > 0 || Vectorise.Run(rows, out _) is not { } lanes || !Interleave.IsStraight(lanes))
            {
                return;
            }
            interleaved++;
            InterleavedLanes three = Interleave.Run(lanes, 3);
            Verifier.Verify(three.Lanes.Function, Form.Normal);
            double[] shifts = [0, 0.25, -0.75];
            double[] expected = [.. shifts.Select(shift => Evaluator.Evaluate(lanes.Function, [.. program.Arguments.Select((a, i) => i < 3 ? At(a, shift) : a)]).Real)];
            IEnumerable<Argument> others = shifts.Skip(1).SelectMany(shift => program.Arguments.Take(3).Select(a => At(a, shift)));
            Evaluation actual = Evaluator.Evaluate(three.Lanes.Function, [.. program.Arguments, .. others]);
            Assert.Equal(expected, actual.Results.Select(static r => r.Real.Hi));
        }, programs: 500);
        Assert.True(interleaved > 50, $"{interleaved} programs");
    }

    private static Argument At(Argument argument, double shift) => argument.Scalar!.Value.Real.Hi + shift;

    private static Function Oscillator
    {
        get
        {
            Read x = Name("x", ScalarType.Double), v = Name("v", ScalarType.Double), a = Name("a", ScalarType.Double), h = Name("h", ScalarType.Double);
            Block body = new(new EquatableArray<Statement>([new Let("a", Minus(Multiply(Minus(Double(1), Multiply(x, x)), v), x))]));
            Expression faster = Plus(v, Multiply(h, a));
            return new(
                "Oscillator",
                [new("x0", ScalarType.Double, ParameterKind.Scalar, true), new("v0", ScalarType.Double, ParameterKind.Scalar, true), new("n", ScalarType.Int, ParameterKind.Scalar, false)],
                [],
                new(new EquatableArray<Statement>(
                [
                    new Let("h", Divide(Double(1), Call(Proxima.Generator.Primitives.Arithmetic.Plus, Double(2), Double(3)))),
                    new For(
                        "t", Int(0), Name("n", ScalarType.Int), 1, null,
                        [
                            new("x", ScalarType.Double, Name("x0", ScalarType.Double), Plus(x, Multiply(h, faster)), "xLast"),
                            new("v", ScalarType.Double, Name("v0", ScalarType.Double), faster, "vLast"),
                        ],
                        body),
                ])),
                [Name("xLast", ScalarType.Double)]);
        }
    }
}
