using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>Custom rules: a value with derivatives of its own.</summary>
public sealed class AttachTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    [Fact]
    public void An_attached_derivative_is_the_derivative()
    {
        // The rule says 5 where the value is sin: nothing else contributes.
        Function function = Function(Call(Elementary.Attach, Call(Elementary.Detach, Call(Elementary.Sin, s_x)), s_x, Double(5)));
        foreach (Module gradient in Gradients(function))
        {
            Evaluation evaluation = Evaluator.Evaluate(gradient, [0.5]);
            Assert.Equal(Math.Sin(0.5), evaluation.Real);
            Assert.Equal(5, evaluation.Results[1].Real.Hi);
        }
    }

    [Fact]
    public void A_second_derivative_comes_from_the_statements_of_the_first()
    {
        Function function = Function(Call(Elementary.Attach, Call(Elementary.Detach, Call(Elementary.Sin, s_x)), s_x, Call(Elementary.Cos, s_x)));
        Module normal = PassList.Normalise(new Module(function, []));
        Function first = Reverse.Run(normal, new Dictionary<string, string>()).Module.Main;
        Function slope = first with { Name = "Slope", Results = [first.Results[1]] };
        Module second = Reverse.Run(new(slope, []), new Dictionary<string, string>()).Module;
        Assert.Equal(-Math.Sin(0.5), Evaluator.Evaluate(second, [0.5]).Results[1].Real.Hi, 1e-15);
    }

    [Fact]
    public void A_function_of_values_forgets_the_rule()
    {
        Block body = new((EquatableArray<Statement>)
        [
            new Let("slope", Call(Elementary.Cos, s_x)),
            new Let("y", Call(Elementary.Attach, Call(Elementary.Detach, Call(Elementary.Sin, s_x)), s_x, Name("slope", ScalarType.Double))),
        ]);
        Function value = PassList.Tidy(PassList.Normalise(new Function("F", [new("x", ScalarType.Double, ParameterKind.Scalar, true)], [], body, [Name("y", ScalarType.Double)])));
        Assert.Equal([new Let("y", Call(Elementary.Sin, s_x))], value.Body.Statements);
        Assert.Equal(Name("y", ScalarType.Double), Assert.Single(value.Results));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_rule_of_an_array_is_a_loop_of_attaches(bool squared)
    {
        // Σ x², as if nothing were known of it but dX = 2x; squared, the loop's adjoint is known only after it, so that the sweeps are not fused.
        Read j = Name("j", ScalarType.Int);
        Element item = new(ScalarType.Double, "x", Name("i", ScalarType.Int));
        Element derivative = new(ScalarType.Double, "d", j);
        Read v = Name("v", ScalarType.Double);
        Block body = new((EquatableArray<Statement>)
        [
            new NewArray("d", ScalarType.Double, new Length("x")),
            new Variable("v", Double(0)),
            new For("i", Int(0), new Length("x"), 1, new((EquatableArray<Statement>)
            [
                new Assign("v", Plus(v, Multiply(Call(Elementary.Detach, item), Call(Elementary.Detach, item)))),
                new Store("d", Name("i", ScalarType.Int), Multiply(Double(2), item)),
            ])),
            new For("j", Int(0), new Length("x"), 1, new((EquatableArray<Statement>)[new Assign("v", Call(Elementary.Attach, v, item with { Index = j }, derivative))])),
        ]);
        Function function = new("F", [new("x", ScalarType.Double, ParameterKind.Array, true)], [], body, [squared ? Multiply(v, v) : v]);
        foreach (Module gradient in Gradients(function))
        {
            Verifier.Verify(gradient, Form.Normal);
            Cells output = Cells.Of(new double[3]);
            Assert.Equal(squared ? 196 : 14, Evaluator.Evaluate(gradient, [new double[] { 1, 2, 3 }, output]).Real);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal((squared ? 28 : 1) * 2 * (i + 1), output[i].Real.Hi);
            }
        }
        Function value = PassList.Tidy(PassList.Normalise(function));
        Assert.Single(Walker.Statements(value.Body).OfType<For>());
        Assert.Empty(Walker.Statements(value.Body).OfType<NewArray>());
    }

    private static Function Function(Expression result) => new("F", [new("x", ScalarType.Double, ParameterKind.Scalar, true)], [], Block.Empty, [result]);

    private static Module[] Gradients(Function function)
    {
        Dictionary<string, string> outputs = function.Parameters.Where(static p => p.Kind == ParameterKind.Array).ToDictionary(static p => p.Name, static p => "d" + p.Name.ToUpperInvariant());
        Module raw = Reverse.Run(PassList.Normalise(new Module(function, [])), outputs).Module;
        Module tidy = PassList.Tidy(raw);
        Assert.DoesNotContain(Walker.Expressions(tidy.Main.Body).OfType<Apply>(), static a => a.Primitive == Elementary.Attach || a.Primitive == Elementary.Detach);
        return [raw, tidy];
    }
}
