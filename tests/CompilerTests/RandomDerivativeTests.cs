using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>Forward mode, and forward over reverse, against reverse mode and differences on random programs.</summary>
public sealed class RandomDerivativeTests
{
    private static readonly string[] s_scalars = ["x", "y", "z"];

    [Fact]
    public void Forward_agrees_with_reverse() => RandomLaw.Holds(TangentsAgree, programs: 1500);

    internal static void TangentsAgree(RandomProgram program)
    {
        Module normal = PassList.Normalise(program.Module);
        double[] v = Direction(program), gradient = Gradient(Reversed(normal), program, out double value);
        Module raw = Tangents(normal, []);
        foreach (Module tangents in new[] { raw, PassList.Tidy(raw) })
        {
            Verifier.Verify(tangents, Form.Normal);
            Evaluation evaluation = Evaluator.Evaluate(tangents, [.. program.Arguments, v[0], v[1], v[2], v[3..]]);
            Assert.Equal(value, evaluation.Real);
            double expected = 0, scale = 1;
            for (int k = 0; k < v.Length; k++)
            {
                expected += gradient[k] * v[k];
                scale += Math.Abs(gradient[k] * v[k]);
            }
            // Two orders of the same sums, each with cancellation between contributions of order (1 + |f|).
            Near(expected, evaluation.Results[1].Real.Hi, 1e-10 * scale * (1 + Math.Abs(value)), "tangent");
        }
    }

    [Fact]
    public void Several_directions_at_once_are_what_each_gives_alone() => RandomLaw.Holds(static program =>
    {
        Module normal = PassList.Normalise(program.Module);
        IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();
        Direction[] units = [.. s_scalars.Select(s => new Direction("Tangent" + s.ToUpperInvariant(), new Dictionary<string, Expression> { [s] = Double(1) }, new Dictionary<string, Func<Expression, Expression>>(), none))];
        Module together = PassList.Tidy(Forward.Run(normal, units, [], [.. units.Select(_ => none)]));
        Verifier.Verify(together, Form.Normal);
        Evaluation all = Evaluator.Evaluate(together, program.Arguments);
        Module one = Tangents(normal, []);
        for (int k = 0; k < 3; k++)
        {
            double alone = Evaluator.Evaluate(one, [.. program.Arguments, k == 0 ? 1.0 : 0.0, k == 1 ? 1.0 : 0.0, k == 2 ? 1.0 : 0.0, new double[4]]).Results[1].Real.Hi;
            Near(alone, all.Results[1 + k].Real.Hi, 1e-10 * (1 + Math.Abs(alone)), "direction " + k);
        }
    }, programs: 500);

    [Fact]
    public void Forward_over_reverse_agrees_with_differences_of_the_gradient_and_is_symmetric() => RandomLaw.Holds(ProductsAgree, programs: 700);

    internal static void ProductsAgree(RandomProgram program)
    {
        Module gradient = Reversed(PassList.Normalise(program.Module));
        Module product = Products(gradient);
        Verifier.Verify(product, Form.Normal);
        double[] v = Direction(program), u = Direction(program with { N = program.N + 7 });
        double[] hv = Product(product, program, v, out double value), hu = Product(product, program, u, out _);
        const double h = 1e-9;
        DoubleDouble[] right = Precise(gradient, program, v, h), left = Precise(gradient, program, v, -h);
        double[] expected = [.. right.Zip(left, static (r, l) => ((r - l) / new DoubleDouble(2 * h)).Hi)];
        double size = 1 + expected.Max(Math.Abs);
        bool isSmooth = true;
        for (int k = 0; k < v.Length; k++)
        {
            if (Math.Abs(hv[k] - expected[k]) > 1e-9 * size * (1 + Math.Abs(value)))
            {
                isSmooth = false;
                Assert.True(HasKink(gradient, program, v, k), $"product {k}: {hv[k]:R}, by differences {expected[k]:R}");
            }
        }
        if (isSmooth)
        {
            double uhv = u.Zip(hv, static (a, b) => a * b).Sum(), vhu = v.Zip(hu, static (a, b) => a * b).Sum();
            double scale = u.Zip(hv, static (a, b) => Math.Abs(a * b)).Sum() + v.Zip(hu, static (a, b) => Math.Abs(a * b)).Sum();
            Near(uhv, vhu, 1e-10 * (1 + scale) * (1 + Math.Abs(value)), "symmetry");
        }
    }

    /// <summary>Along x + t·v the coefficient of order k is the derivative of that of order k − 1 divided by k.</summary>
    [Fact]
    public void Taylor_coefficients_are_derivatives_of_each_other() => RandomLaw.Holds(CoefficientsAgree, programs: 300);

    internal static void CoefficientsAgree(RandomProgram program)
    {
        const int order = 4;
        const double h = 1e-9;
        Module raw = Series(PassList.Normalise(program.Module), order);
        Verifier.Verify(raw, Form.Normal);
        Module series = PassList.Tidy(PassList.Prepare(raw));
        double[] v = Direction(program);
        DoubleDouble[] centre = Coefficients(series, program, v, 0), right = Coefficients(series, program, v, h), left = Coefficients(series, program, v, -h);
        for (int k = 1; k <= order; k++)
        {
            double expected = ((right[k - 1] - left[k - 1]) / new DoubleDouble(2 * h * k)).Hi, actual = centre[k].Hi;
            double up = ((right[k - 1] - centre[k - 1]) / new DoubleDouble(h * k)).Hi, down = ((centre[k - 1] - left[k - 1]) / new DoubleDouble(h * k)).Hi;
            bool isKink = Math.Abs(up - down) > 1e-5 * (1 + Math.Abs(up) + Math.Abs(down));
            // Coefficients grow like k-th derivatives / k!; the difference is exact to h² times two orders more.
            Assert.True(isKink || Math.Abs(expected - actual) <= 1e-9 * (1 + centre.Max(static c => Math.Abs(c.Hi))), FormattableString.Invariant($"order {k}: {actual:R}, by differences {expected:R}"));
        }
    }

    private static Module Series(Module module, int order)
    {
        Parameter[] inputs = [.. s_scalars.Select(static s => new Parameter("v" + s, ScalarType.Double, ParameterKind.Scalar, true)), new("vA", ScalarType.Double, ParameterKind.Array, true)];
        Direction direction = new(
            "",
            s_scalars.ToDictionary(static s => s, static s => (Expression)Name("v" + s, ScalarType.Double)),
            new Dictionary<string, Func<Expression, Expression>> { ["a"] = static i => new Element(ScalarType.Double, "vA", i) },
            new Dictionary<string, string> { ["a"] = "vA" });
        return Taylor.Run(module, direction, inputs, order);
    }

    private static DoubleDouble[] Coefficients(Module series, RandomProgram program, double[] v, double h)
    {
        Value At(int i) => new(ScalarType.Double, 0, new DoubleDouble(program.Point[i]) + (new DoubleDouble(h) * new DoubleDouble(v[i])));
        Cells array = Cells.Of(new double[4]);
        for (int i = 0; i < 4; i++)
        {
            array[i] = At(3 + i);
        }
        return [.. Evaluator.EvaluatePrecisely(series, [At(0), At(1), At(2), array, program.N, v[0], v[1], v[2], v[3..]]).Results.Select(static r => r.Real)];
    }

    private static Module Reversed(Module normal) => Reverse.Run(normal, new Dictionary<string, string> { ["a"] = "dA" }).Module;

    private static Module Tangents(Module module, IEnumerable<(string Output, string Tangent)> outputs)
    {
        Parameter[] inputs = [.. s_scalars.Select(static s => new Parameter("t" + s, ScalarType.Double, ParameterKind.Scalar, true)), new("tA", ScalarType.Double, ParameterKind.Array, true)];
        Direction direction = new(
            "Tangent",
            s_scalars.ToDictionary(static s => s, static s => (Expression)Name("t" + s, ScalarType.Double)),
            new Dictionary<string, Func<Expression, Expression>> { ["a"] = static i => new Element(ScalarType.Double, "tA", i) },
            new Dictionary<string, string> { ["a"] = "tA" });
        return Forward.Run(module, [direction], inputs, [outputs.ToDictionary(static o => o.Output, static o => o.Tangent)]);
    }

    private static Module Products(Module gradient) => PassList.Tidy(Tangents(PassList.Prepare(gradient), [("dA", "hA")]));

    private static double[] Gradient(Module gradient, RandomProgram program, out double value)
    {
        Cells output = Cells.Of(new double[4]);
        Evaluation evaluation = Evaluator.Evaluate(gradient, [.. program.Arguments, output]);
        value = evaluation.Real;
        return [.. Enumerable.Range(0, 3).Select(k => evaluation.Results[1 + k].Real.Hi), .. Enumerable.Range(0, 4).Select(k => output[k].Real.Hi)];
    }

    private static double[] Product(Module product, RandomProgram program, double[] v, out double value)
    {
        Cells gradient = Cells.Of(new double[4]), output = Cells.Of(new double[4]);
        Evaluation evaluation = Evaluator.Evaluate(product, [.. program.Arguments, gradient, v[0], v[1], v[2], v[3..], output]);
        value = evaluation.Real;
        return [.. Enumerable.Range(0, 3).Select(k => evaluation.Results[5 + k].Real.Hi), .. Enumerable.Range(0, 4).Select(k => output[k].Real.Hi)];
    }

    /// <summary>The gradient to 100 bits at x + h·v.</summary>
    private static DoubleDouble[] Precise(Module gradient, RandomProgram program, double[] v, double h)
    {
        Value At(int i) => new(ScalarType.Double, 0, new DoubleDouble(program.Point[i]) + (new DoubleDouble(h) * new DoubleDouble(v[i])));
        Cells array = Cells.Of(new double[4]), output = Cells.Of(new double[4]);
        for (int i = 0; i < 4; i++)
        {
            array[i] = At(3 + i);
        }
        Evaluation evaluation = Evaluator.EvaluatePrecisely(gradient, [At(0), At(1), At(2), array, program.N, output]);
        return [.. Enumerable.Range(0, 3).Select(k => evaluation.Results[1 + k].Real), .. Enumerable.Range(0, 4).Select(k => output[k].Real)];
    }

    /// <summary>True where the gradient itself has a kink or jump along v: there a difference says nothing.</summary>
    private static bool HasKink(Module gradient, RandomProgram program, double[] v, int k)
    {
        const double h = 1e-9;
        DoubleDouble centre = Precise(gradient, program, v, 0)[k], right = Precise(gradient, program, v, h)[k], left = Precise(gradient, program, v, -h)[k];
        double up = ((right - centre) / new DoubleDouble(h)).Hi, down = ((centre - left) / new DoubleDouble(h)).Hi;
        return Math.Abs(up - down) > 1e-5 * (1 + Math.Abs(up) + Math.Abs(down));
    }

    private static double[] Direction(RandomProgram program)
    {
        Random random = new(program.N + (int)(program.Point[0] * 1000));
        return [.. Enumerable.Range(0, 7).Select(_ => (random.NextDouble() * 2) - 1)];
    }

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{what}: {actual:R}, expected {expected:R}"));
}
