using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Passes;

public sealed class LocalPartialsTests
{
    private static readonly Primal s_gradient = new(1, []);

    /// <summary>Whatever the count of cycles says.</summary>
    private const double Always = double.NegativeInfinity;

    [Fact]
    public void The_chain_of_an_adjoint_is_one_product() => Assert.Equal(
        """
        (double, double) F(double variable p, double variable r)
          for i from 0 to 9 by 1
            carry double a = r next partial3 final end
            double product = r * p
            double partial = 1.0 - product
            double partial2 = partial + product
            double partial3 = partial2 * a
          return p, end

        """,
        Printer.Print(LocalPartials.Run(Adjoint(), s_gradient)),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void A_loop_of_the_model_itself_is_left_alone()
    {
        Function function = Adjoint() with { Results = [Name("end", ScalarType.Double), P] };
        Assert.Same(function.Body, LocalPartials.Run(function, s_gradient, Always).Body);
    }

    [Fact]
    public void Every_linear_step_computes_the_same_derivatives() => RandomLaw.Holds(static program =>
    {
        Module normal = PassList.Normalise(program.Module);
        IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();
        Direction[] units = [.. new[] { "x", "y", "z" }.Select(s => new Direction("Tangent" + s.ToUpperInvariant(), new Dictionary<string, Expression> { [s] = Double(1) }, new Dictionary<string, Func<Expression, Expression>>(), none))];
        Module reverse = Reverse.Run(normal, new Dictionary<string, string> { ["a"] = "dA" }).Module, forward = Forward.Run(normal, units, [], [none, none, none]);
        foreach ((Module raw, bool hasOutput) in new[] { (reverse, true), (forward, false) })
        {
            Function before = PassList.Prepare(raw).Main, after = LocalPartials.Run(before, s_gradient, Always);
            Verifier.Verify(after, Form.Normal);
            double[] expected = Results(before, program, hasOutput), actual = Results(after, program, hasOutput);
            Assert.Equal(expected[0], actual[0]);
            double size = expected.Max(Math.Abs);
            for (int k = 1; k < actual.Length; k++)
            {
                // The same products in another order: a few ulp of contributions of order (1 + |f|) each.
                Assert.True(Math.Abs(expected[k] - actual[k]) <= 1e-11 * (1 + size) * (1 + Math.Abs(expected[0])), FormattableString.Invariant($"derivative {k}: {actual[k]:R}, before {expected[k]:R}"));
            }
        }
    }, programs: 500);

    private static double[] Results(Function function, RandomProgram program, bool hasOutput)
    {
        Cells? cells = hasOutput ? Cells.Of(new double[4]) : null;
        Evaluation evaluation = Evaluator.Evaluate(new Module(function, []), cells is null ? program.Arguments : [.. program.Arguments, cells]);
        return [.. evaluation.Results.Select(static r => r.Real.Hi), .. cells is null ? [] : Enumerable.Range(0, 4).Select(k => cells[k].Real.Hi)];
    }

    private static Read P => Name("p", ScalarType.Double);

    private static Read R => Name("r", ScalarType.Double);

    /// <summary>The adjoint of p += r · p · (1 − p), statement by statement.</summary>
    private static Function Adjoint()
    {
        Read a = Name("a", ScalarType.Double), b = Name("b", ScalarType.Double), c = Name("c", ScalarType.Double), d = Name("d", ScalarType.Double);
        Block body = new(new EquatableArray<Statement>([
            new Let("product", Multiply(R, P)),
            new Let("b", Multiply(Name("product", ScalarType.Double), a)),
            new Let("c", Minus(a, b)),
            new Let("d", Multiply(R, Multiply(P, a))),
            new Let("next", Plus(c, d)),
        ]));
        For loop = new("i", Int(0), Int(9), 1, null, [new("a", ScalarType.Double, R, Name("next", ScalarType.Double), "end")], body);
        return new("F", [new("p", ScalarType.Double, ParameterKind.Scalar, true), new("r", ScalarType.Double, ParameterKind.Scalar, true)], [], new(new EquatableArray<Statement>([loop])), [P, Name("end", ScalarType.Double)]);
    }
}
