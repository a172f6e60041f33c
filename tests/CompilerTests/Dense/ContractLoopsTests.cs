using System;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Dense;

/// <summary>Nested loops as products of matrices and vectors.</summary>
public sealed class ContractLoopsTests
{
    private static readonly Parameter[] s_parameters =
    [
        .. new[] { "w", "x", "b" }.Select(static a => new Parameter(a, ScalarType.Double, ParameterKind.Array, false)),
        .. new[] { "y", "z", "g" }.Select(static a => new Parameter(a, ScalarType.Double, ParameterKind.Output, false)),
        new("n", ScalarType.Int, ParameterKind.Scalar, false), new("m", ScalarType.Int, ParameterKind.Scalar, false),
    ];

    private static Expression Matrix => IndexPlus(IndexTimes(Integer("i"), Integer("m")), Integer("j"));

    private static Element At(string array, Expression index) => new(ScalarType.Double, array, index);

    private static Function Nest(params Statement[] body) => new("F", s_parameters.ToEquatableArray(), [], Block(new For("i", Int(0), Integer("n"), 1, Block(body))), [Double(0)]);

    private static For Sum(Expression initial, string final = "s2") => new(
        "j", Int(0), Integer("m"), 1, null, [new("s", ScalarType.Double, initial, Real("s1"), final)],
        Block(new Let("s1", Plus(Real("s"), Multiply(At("w", Matrix), At("x", Integer("j")))))));

    [Fact]
    public void A_sum_of_every_iteration_is_a_matrix_times_a_vector_before_the_loop() => Becomes(
        Nest(Sum(At("b", Integer("i"))), new Store("y", Integer("i"), Call(Proxima.Generator.Primitives.Elementary.Tanh, Real("s2")))),
        """
        double[] sAt = storage(n)
        for i1 from 0 to n by 1
          sAt[i1] := b[i1]
        contract [n, m] sAt[0; 1, 0] += w[0; m, 1] * x[0; 0, 1]
        for i from 0 to n by 1
          y[i] := tanh(sAt[i])
        """);

    [Fact]
    public void What_the_inner_loop_adds_follows_the_loop()
    {
        Expression delta = Real("delta");
        Becomes(
            Nest(
                new Let("delta", Multiply(At("b", Integer("i")), At("b", Integer("i")))),
                new For("j", Offset(Integer("m"), -1), Int(-1), -1, Block(
                    new Add("y", Integer("j"), Multiply(At("w", Matrix), delta)),
                    new Add("g", Matrix, Multiply(At("x", Integer("j")), delta)))),
                new Add("z", Integer("i"), delta)),
            """
            double[] deltaAt = storage(n)
            for i from 0 to n by 1
              double delta = b[i] * b[i]
              deltaAt[i] := delta
              z[i] += delta
            contract [n, m] y[0; 0, 1] += w[0; m, 1] * deltaAt[0; 1, 0]
            contract [n, m] g[0; m, 1] += x[0; 0, 1] * deltaAt[0; 1, 0]
            """);
    }

    [Fact]
    public void Two_sums_in_a_row_are_two_products_into_one_array()
    {
        For second = new(
            "k", Int(0), Integer("n"), 1, null, [new("t", ScalarType.Double, Real("s2"), Real("t1"), "t2")],
            Block(new Let("t1", Plus(Real("t"), Multiply(At("w", IndexPlus(IndexTimes(Integer("k"), Integer("n")), Integer("i"))), At("b", Integer("k")))))));
        Becomes(
            Nest(Sum(Double(0)), second, new Store("y", Integer("i"), Real("t2"))),
            """
            double[] sAt = storage(n)
            for i1 from 0 to n by 1
              sAt[i1] := 0.0
            contract [n, m] sAt[0; 1, 0] += w[0; m, 1] * x[0; 0, 1]
            contract [n, n] sAt[0; 1, 0] += w[0; 1, n] * b[0; 0, 1]
            for i from 0 to n by 1
              y[i] := sAt[i]
            """);
    }

    [Fact]
    public void A_vector_that_the_loop_writes_keeps_its_order() => Unchanged(Nest(
        new For("j", Int(0), Integer("m"), 1, null, [new("s", ScalarType.Double, Double(0), Real("s1"), "s2")], Block(new Let("s1", Plus(Real("s"), Multiply(At("w", Matrix), At("y", Integer("j"))))))),
        new Store("y", Integer("i"), Real("s2"))));

    [Fact]
    public void Sums_that_something_watches_stay() => Unchanged(Nest(new For(
        "j", Int(0), Integer("m"), 1, null, [new("s", ScalarType.Double, Double(0), Real("s1"), "s2")],
        Block(new Let("s1", Plus(Real("s"), Multiply(At("w", Matrix), At("x", Integer("j"))))), new Add("y", Integer("j"), Multiply(Real("s1"), Real("s1")))))));

    [Fact]
    public void Triangles_stay() => Unchanged(Nest(Sum(Double(0)) with { To = Integer("i") }, new Store("y", Integer("i"), Real("s2"))));

    [Fact]
    public void Small_known_matrices_stay() => Unchanged(Nest(Sum(Double(0)) with { To = Int(3) }, new Store("y", Integer("i"), Real("s2"))));

    [Fact]
    public void Random_nests_compute_the_same()
    {
        int contracted = 0, deferred = 0;
        for (int seed = 0; seed < 5_000; seed++)
        {
            Function before = RandomNests.Generate(seed);
            Verifier.Verify(before, Form.Normal);
            Function after = ContractLoops.Run(before);
            Verifier.Verify(after, Form.Normal);
            if (!Walker.Statements(after.Body).Any(static s => s is Contract))
            {
                continue;
            }
            contracted++;
            deferred += Walker.Statements(after.Body).OfType<Contract>().Any(static c => c.Target.Array.Length == 1) ? 1 : 0;
            Same(before, after, seed);
        }
        Assert.True(contracted > 300 && deferred > 60, $"{contracted} contracted, {deferred} of them after the loop");
    }

    [Fact]
    public void Random_programs_compute_the_same() => RandomLaw.Holds(static program =>
    {
        Function normal = PassList.Normalise(program.Module).Main, contracted = ContractLoops.Run(normal);
        Verifier.Verify(contracted, Form.Normal);
        double expected = Evaluator.Evaluate(new Module(normal, program.Callees), program.Arguments).Real;

        // What is contracted is summed in the same order, elements that are added to in another: values of order one, some hundred terms.
        Assert.Equal(expected, Evaluator.Evaluate(new Module(contracted, program.Callees), program.Arguments).Real, 1e-12 * (1 + Math.Abs(expected)));
    }, programs: 500);

    private static void Same(Function before, Function after, int seed)
    {
        Random random = new(seed);
        int n = random.Next(7), m = random.Next(7);
        double[][] start = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, RandomNests.Length).Select(_ => (random.NextDouble() * 2) - 1).ToArray())];
        Cells[] expected = [.. start.Select(Cells.Of)], actual = [.. start.Select(Cells.Of)];
        double result = Evaluator.Evaluate(before, [.. expected.Select(static c => (Argument)c), n, m]).Real;

        // Sums are added in another order. Sixty terms, each a product of sums of as many: errors of 60² · 2⁻⁵³ of the largest partial sum.
        double scale = expected.Max(static c => Enumerable.Range(0, c.Length).Max(k => Math.Abs(c[k].Real.Hi))), tolerance = 1e-12 * (1 + scale);
        Assert.Equal(result, Evaluator.Evaluate(after, [.. actual.Select(static c => (Argument)c), n, m]).Real, tolerance * (1 + Math.Abs(result)));
        for (int array = 0; array < 4; array++)
        {
            for (int k = 0; k < RandomNests.Length; k++)
            {
                Assert.True(Math.Abs(expected[array][k].Real.Hi - actual[array][k].Real.Hi) <= tolerance, $"seed {seed}, array {array}[{k}]:\n{Printer.Print(before)}\n{Printer.Print(after)}");
            }
        }
    }

    private static void Becomes(Function before, string text)
    {
        Verifier.Verify(before, Form.Normal);
        Function after = ContractLoops.Run(before);
        Verifier.Verify(after, Form.Normal);
        Assert.Equal(text.ReplaceLineEndings("\n") + "\n", string.Concat(after.Body.Statements.Select(Printer.Print)));
    }

    private static void Unchanged(Function function)
    {
        Verifier.Verify(function, Form.Normal);
        Assert.Equal(Printer.Print(function), Printer.Print(ContractLoops.Run(function)));
    }
}
