using System;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>All derivatives of straight code at once.</summary>
public sealed class ScalarDirectionsTests
{
    private static readonly Read P = Real("p"), C = Real("c"), W = Real("w");

    [Fact]
    public void Variables_that_meet_only_as_a_difference_share_a_direction()
    {
        Function all = ScalarDirections.Run(Model(new Let("x", Minus(P, C)), new Let("e", Call(Elementary.Exp, Real("x"))), new Let("f", Multiply(Real("e"), W))));

        Verifier.Verify(all, Form.Normal);
        double[] at = Evaluate(all, 1.25, 0.5, 3);
        double e = Math.Exp(0.75);
        Assert.Equal([3 * e, 3 * e, -(3 * e), e], at);
        Assert.DoesNotContain(Walker.Statements(all.Body).OfType<Let>(), static l => l.Name.Contains("ByC", StringComparison.Ordinal) || l.Name.Contains("ByP", StringComparison.Ordinal));
    }

    [Fact]
    public void A_variable_with_another_use_has_a_direction_of_its_own()
    {
        Function all = ScalarDirections.Run(Model(new Let("x", Minus(P, C)), new Let("e", Multiply(Real("x"), P)), new Let("f", Multiply(Real("e"), W))));

        Verifier.Verify(all, Form.Normal);
        Assert.Equal([0.75 * 1.25 * 3, (0.75 + 1.25) * 3, -1.25 * 3, 0.75 * 1.25], Evaluate(all, 1.25, 0.5, 3));
    }

    private static double[] Evaluate(Function function, params double[] at) =>
        [.. Evaluator.Evaluate(new Module(function, []), [.. at.Select(static v => (Argument)v)]).Results.Select(static r => r.Real.Hi)];

    private static Function Model(params Statement[] body) => new(
        "F",
        [.. new[] { "p", "c", "w" }.Select(static n => new Parameter(n, ScalarType.Double, ParameterKind.Scalar, true))],
        [],
        body.ToBlock(),
        [Real("f")]);

    private static Read Real(string name) => Name(name, ScalarType.Double);
}
