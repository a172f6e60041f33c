using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace CompilerTests;

/// <summary>
/// Every pass and reverse mode against the evaluator.
/// </summary>
public sealed class RandomProgramTests
{
    [Fact]
    public void Normal_form_computes_the_same_bits_as_the_source() => Check(static program =>
    {
        double expected = Evaluator.Evaluate(program.Module, program.Arguments).Real;
        Module normal = PassList.Normalise(program.Module);
        Assert.Equal(expected, Evaluator.Evaluate(normal, program.Arguments).Real);
        Assert.Equal(expected, Evaluator.Evaluate(PassList.Tidy(normal), program.Arguments).Real);
    });

    [Fact]
    public void Reverse_agrees_with_central_differences_in_double_double() => Check(ReverseAgrees);

    internal static void ReverseAgrees(RandomProgram program)
    {
        Module normal = PassList.Normalise(program.Module);
        double value = Evaluator.Evaluate(program.Module, program.Arguments).Real;
        Module raw = Reverse.Run(normal, new Dictionary<string, string> { ["a"] = "dA" }).Module;
        foreach (Module gradient in new[] { raw, PassList.Tidy(raw) })
        {
            Cells output = Cells.Of(new double[4]);
            Evaluation evaluation = Evaluator.Evaluate(gradient, [.. program.Arguments, output]);
            Assert.Equal(value, evaluation.Real);
            for (int k = 0; k < 7; k++)
            {
                double actual = k < 3 ? evaluation.Results[1 + k].Real.Hi : output[k - 3].Real.Hi;
                double expected = Difference(program, k, 1e-10);

                // The difference is exact to about 1e-18; the adjoint is computed in double, with cancellation between contributions of order (1 + |f|).
                Assert.True(
                    Math.Abs(actual - expected) <= 1e-10 * (1 + Math.Abs(expected)) * (1 + Math.Abs(value)) || HasKink(program, k),
                    $"derivative {k}: {actual:R}, by differences {expected:R}");
            }
        }
    }

    /// <summary>(f(x + h) − f(x − h)) / 2h with 100 bits: truncation h² ≈ 1e-20.</summary>
    private static double Difference(RandomProgram program, int k, double h) =>
        ((At(program, k, h) - At(program, k, -h)) / new DoubleDouble(2 * h)).Hi;

    /// <summary>True where the one-sided slopes differ: a branch or a maximum changes exactly here.</summary>
    private static bool HasKink(RandomProgram program, int k)
    {
        DoubleDouble centre = At(program, k, 0);
        double right = ((At(program, k, 1e-9) - centre) / new DoubleDouble(1e-9)).Hi, left = ((centre - At(program, k, -1e-9)) / new DoubleDouble(1e-9)).Hi;
        return Math.Abs(right - left) > 1e-5 * (1 + Math.Abs(right) + Math.Abs(left));
    }

    private static DoubleDouble At(RandomProgram program, int k, double h)
    {
        Value Coordinate(int i) => new(ScalarType.Double, 0, i == k ? DoubleDouble.Sum(program.Point[i], h) : new DoubleDouble(program.Point[i]));
        Cells array = Cells.Of(new double[4]);
        for (int i = 0; i < 4; i++)
        {
            array[i] = Coordinate(3 + i);
        }
        return Evaluator.EvaluatePrecisely(program.Module, [Coordinate(0), Coordinate(1), Coordinate(2), array, program.N]).Precise;
    }

    private static void Check(Action<RandomProgram> law) => RandomLaw.Holds(law, programs: 2000);
}
