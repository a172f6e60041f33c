using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>A seed that happens to be zero at a singular primitive: first derivatives are zero there, second ones need not be.</summary>
public sealed class GuardedTests
{
    private static readonly Parameter[] s_parameters = [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("y", ScalarType.Double, ParameterKind.Scalar, true)];

    [Fact]
    public void Mixed_derivative_survives_a_seed_that_is_zero()
    {
        // y · √x at (4, 0): ∂²/∂x∂y = 1 / (2√x) = 0.25 although ∂/∂x = 0.
        Function model = new("F", new(s_parameters), [], Block.Empty, [Multiply(Name("y", ScalarType.Double), Call(Elementary.Sqrt, Name("x", ScalarType.Double)))]);
        Module gradient = Reverse.Run(PassList.Normalise(new Module(model, [])), new Dictionary<string, string>()).Module;
        Direction alongY = new("Tangent", new Dictionary<string, Expression> { ["y"] = Double(1) }, new Dictionary<string, Func<Expression, Expression>>(), new Dictionary<string, string>());
        Module second = PassList.Tidy(Forward.Run(PassList.Prepare(gradient), [alongY], [], [new Dictionary<string, string>()]));
        Evaluation evaluation = Evaluator.Evaluate(second, [4.0, 0.0]);
        Assert.Equal(0.25, evaluation.Results[4].Real.Hi);
    }

    [Fact]
    public void Zero_seed_contributes_nothing_where_the_partial_is_infinite()
    {
        Function model = new("F", new(s_parameters), [], Block.Empty, [Multiply(Name("y", ScalarType.Double), Call(Elementary.Sqrt, Name("x", ScalarType.Double)))]);
        Module gradient = PassList.Tidy(Reverse.Run(PassList.Normalise(new Module(model, [])), new Dictionary<string, string>()).Module);
        Assert.Equal(0, Evaluator.Evaluate(gradient, [0.0, 0.0]).Results[1].Real.Hi);
        Assert.Equal(double.PositiveInfinity, Evaluator.Evaluate(gradient, [0.0, 1.0]).Results[1].Real.Hi);
    }
}
