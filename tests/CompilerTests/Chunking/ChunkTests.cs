using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>A function in parts computes what the whole computes, and no part is longer than asked.</summary>
public sealed class ChunkTests
{
    private static readonly ChunkLimits s_tiny = new(5, 5);

    [Fact]
    public void A_long_block_becomes_calls_of_its_parts()
    {
        Function chain = new(
            "F",
            [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("y", ScalarType.Double, ParameterKind.Scalar, true)],
            [],
            new(new EquatableArray<Statement>(
            [
                new Let("a", Multiply(Name("x", ScalarType.Double), Name("y", ScalarType.Double))),
                new Let("b", Plus(Name("a", ScalarType.Double), Name("x", ScalarType.Double))),
                new Let("c", Multiply(Name("b", ScalarType.Double), Name("b", ScalarType.Double))),
                new Let("d", Minus(Name("c", ScalarType.Double), Name("a", ScalarType.Double))),
                new Let("e", Multiply(Name("d", ScalarType.Double), Name("y", ScalarType.Double))),
                new Let("f", Plus(Name("e", ScalarType.Double), Name("d", ScalarType.Double))),
            ])),
            [Name("f", ScalarType.Double)]);
        Chunked chunked = Split(chain, new(2, 2));
        Assert.Equal(
            """
            double F(double variable x, double variable y)
              double[] slots = storage(3)
              part$(x, y; slots)
              part$1(; slots)
              part$2(y; slots)
              return slots[0]

            void part$(double x, double y, double[] accumulator slots)
              double a = x * y
              slots[0] := a
              double b = a + x
              slots[1] := b
              return

            void part$1(double[] accumulator slots)
              double b = slots[1]
              double c = b * b
              double a = slots[0]
              double d = c - a
              slots[2] := d
              return

            void part$2(double y, double[] accumulator slots)
              double d = slots[2]
              double e = d * y
              double f = e + d
              slots[0] := f
              return

            """,
            Printer.Print(chunked.Module),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_short_function_stays_whole()
    {
        Function function = PassList.Normalise(RandomPrograms.Generate(7).Module).Main;
        Chunked whole = Chunks.Run(function, ChunkLimits.Default, static _ => false, static _ => false);
        Assert.Empty(whole.Parts);
        Assert.Same(function, whole.Main);
    }

    [Fact]
    public void Parts_compute_the_bits_of_the_whole() => RandomLaw.Holds(static program => Same(PassList.Tidy(PassList.Normalise(program.Module)), program.Arguments), programs: 2000);

    [Fact]
    public void Parts_of_a_gradient_compute_its_bits() => RandomLaw.Holds(
        static program => Same(PassList.Tidy(Reverse.Run(PassList.Normalise(program.Module), new Dictionary<string, string> { ["a"] = "dA" }).Module), [.. program.Arguments, Cells.Of(new double[4])]), programs: 1500);

    [Fact]
    public void Parts_of_a_gradient_with_calls_compute_its_bits() => RandomLaw.Holds(
        static program =>
        {
            RandomProgram calling = RandomCalls.In(program);
            Same(PassList.Tidy(Reverse.Run(PassList.Normalise(calling.Module), new Dictionary<string, string> { ["a"] = "dA" }).Module), [.. calling.Arguments, Cells.Of(new double[4])]);
        },
        programs: 300);

    [Fact]
    public void What_stays_is_in_no_part() => RandomLaw.Holds(static program =>
    {
        Module module = PassList.Tidy(PassList.Normalise(program.Module));
        Chunked chunked = Chunks.Run(module.Main, s_tiny, static _ => false, static s => s is Let { Value: Apply { Primitive.Name: "sin" } });
        Assert.DoesNotContain(chunked.Parts.SelectMany(static p => p.Body.Statements), static s => s is Let { Value: Apply { Primitive.Name: "sin" } });
    }, programs: 300);

    private static void Same(Module module, IReadOnlyList<Argument> arguments)
    {
        Evaluation expected = Evaluator.Evaluate(module, arguments);
        double[] cells = Outputs(arguments);
        foreach (ChunkLimits limits in new[] { s_tiny, new ChunkLimits(5, 1), new ChunkLimits(20, 10) })
        {
            Chunked chunked = Split(module.Main, limits);
            Module parts = chunked.Module with { Callees = chunked.Parts.Concat(module.Callees).ToEquatableArray() };
            Verifier.Verify(parts, Form.Normal);
            foreach (Argument argument in arguments.Skip(5))
            {
                argument.Array!.Clear();
            }
            Evaluation actual = Evaluator.Evaluate(parts, arguments);
            Assert.Equal(expected.Results, actual.Results);
            Assert.Equal(cells, Outputs(arguments));
            foreach (Function part in chunked.Parts)
            {
                // One statement alone may be longer than a part; what must stay together is at most one.
                Assert.True(part.Body.Statements.Count(static s => s is not (Store or Let { Value: Element })) <= 1 || MethodSize.Of(part, static _ => false).Operations <= 8 * limits.Part, "a part is too long");
            }
        }
    }

    private static double[] Outputs(IReadOnlyList<Argument> arguments) => [.. arguments.Skip(5).SelectMany(static a => a.Array!.ToDoubles())];

    private static Chunked Split(Function function, ChunkLimits limits) => Chunks.Run(function, limits, static _ => false, static _ => false);
}
