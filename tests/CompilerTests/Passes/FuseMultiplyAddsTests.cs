using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Passes;

public sealed class FuseMultiplyAddsTests
{
    private static readonly Primal s_gradient = new(1, []);

    [Fact]
    public void Sums_of_derivatives_are_fused_and_the_models_own_are_not() => Assert.Equal(
        """
        (double, double, double, double, double) F(double variable a, double variable b, double[] variable x, double[] output dX)
          double f = a * b + x[0]
          dX[0] += fused b * f
          dX[1] += fused -a * b
          return f, mad(a, f, b), mad(-a, f, b), mad(a, f, -b), mad(a, f, a * b)

        """,
        Fused(
            [new Let("f", Plus(Multiply(A, B), X)), new Add("dX", Int(0), Multiply(B, F)), new Add("dX", Int(1), Negate(Multiply(A, B)))],
            [F, Plus(B, Multiply(A, F)), Minus(B, Multiply(A, F)), Minus(Multiply(A, F), B), Plus(Multiply(A, B), Multiply(A, F))]),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void What_decides_a_branch_keeps_its_bits() => Assert.Equal(
        """
        (double, double) F(double variable a, double variable b, double[] variable x, double[] output dX)
          double seed = a * b - b * a
          return a, select(seed == 0.0, 0.0, mad(a, seed, b))

        """,
        Fused(
            [new Let("seed", Minus(Multiply(A, B), Multiply(B, A)))],
            [A, Select(Compare(Proxima.Generator.Primitives.Arithmetic.Equal, Name("seed", ScalarType.Double), Double(0)), Double(0), Plus(Multiply(A, Name("seed", ScalarType.Double)), B))]),
        ignoreLineEndingDifferences: true);

    /// <summary>Of two products the one with what the loop carries is complete last.</summary>
    [Fact]
    public void What_a_loop_carries_is_multiplied_last() => Assert.Equal(
        """
        (double, double) F(double variable a, double variable b, double[] variable x, double[] output dX)
          for i from 0 to 3 by 1
            carry double t = a next mad(b, t, a * b) final t1
          return a, t1

        """,
        Fused(
            [new For("i", Int(0), Int(3), 1, null, [new("t", ScalarType.Double, A, Plus(Multiply(A, B), Multiply(B, Name("t", ScalarType.Double))), "t1")], Block.Empty)],
            [A, Name("t1", ScalarType.Double)]),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_constant_that_two_products_share_is_multiplied_once_but_for_what_a_loop_carries() => Assert.Equal(
        """
        (double, double, double, double) F(double variable a, double variable b, double[] variable x, double[] output dX)
          for i from 0 to 3 by 1
            carry double t = a next mad(2.0 * b, t, 2.0 * a) final t1
          return a, t1, -2.0 * mad(x[0], b, -a), mad(-3.0, mad(a, b, x[0]), b)

        """,
        Fused(
            [new For("i", Int(0), Int(3), 1, null, [new("t", ScalarType.Double, A, Plus(Multiply(Double(2), A), Multiply(Multiply(Double(2), B), Name("t", ScalarType.Double))), "t1")], Block.Empty)],
            [
                A, Name("t1", ScalarType.Double), Plus(Multiply(Multiply(Double(-2), X), B), Multiply(A, Double(2))),
                Plus(B, Minus(Multiply(Multiply(Double(-3), A), B), Multiply(Double(3), X))),
            ]),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Values_keep_their_bits_and_derivatives_their_accuracy() => RandomLaw.Holds(static program =>
    {
        Module gradient = Reverse.Run(PassList.Normalise(program.Module), new Dictionary<string, string> { ["a"] = "dA" }).Module;
        Module fused = PassList.Tidy(gradient, s_gradient);
        Verifier.Verify(fused, Form.Normal);
        double[] expected = Results(PassList.Tidy(gradient), program), actual = Results(fused, program);
        Assert.Equal(expected[0], actual[0]);
        double size = expected.Max(Math.Abs);
        for (int k = 1; k < actual.Length; k++)
        {
            // One rounding less in each of a few hundred sums, with cancellation between contributions of order (1 + |f|).
            Assert.True(Math.Abs(expected[k] - actual[k]) <= 1e-11 * (1 + size) * (1 + Math.Abs(expected[0])), FormattableString.Invariant($"derivative {k}: {actual[k]:R}, unfused {expected[k]:R}"));
        }
    }, programs: 1500);

    private static double[] Results(Module gradient, RandomProgram program)
    {
        Cells output = Cells.Of(new double[4]);
        Evaluation evaluation = Evaluator.Evaluate(gradient, [.. program.Arguments, output]);
        return [.. evaluation.Results.Select(static r => r.Real.Hi), .. Enumerable.Range(0, 4).Select(k => output[k].Real.Hi)];
    }

    private static Read A => Name("a", ScalarType.Double);

    private static Read B => Name("b", ScalarType.Double);

    private static Read F => Name("f", ScalarType.Double);

    private static Element X => new(ScalarType.Double, "x", Int(0));

    private static string Fused(Statement[] body, Expression[] results)
    {
        Function function = new(
            "F",
            [
                new("a", ScalarType.Double, ParameterKind.Scalar, true),
                new("b", ScalarType.Double, ParameterKind.Scalar, true),
                new("x", ScalarType.Double, ParameterKind.Array, true),
                new("dX", ScalarType.Double, ParameterKind.Output, false),
            ],
            [],
            body.ToBlock(),
            results.ToEquatableArray());
        Verifier.Verify(function, Form.Normal);
        return Printer.Print(FuseMultiplyAdds.Run(function, s_gradient));
    }
}
