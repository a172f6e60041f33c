using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace CompilerTests;

/// <summary>What every random program keeps on its way through the passes, besides its values.</summary>
public sealed class RandomProgramFormTests
{
    [Fact]
    public void Every_pass_leaves_a_sound_program() => Check(static program =>
    {
        Verifier.Verify(program.Module, Form.Source);
        Module normal = PassList.Normalise(program.Module);
        Verifier.Verify(normal, Form.Normal);
        Verifier.Verify(PassList.Tidy(normal), Form.Normal);
        Module gradient = Reverse.Run(normal, new Dictionary<string, string> { ["a"] = "dA" }).Module;
        Verifier.Verify(gradient, Form.Normal);
        Verifier.Verify(PassList.Tidy(gradient), Form.Normal);
    });

    [Fact]
    public void Double_agrees_with_double_double() => Check(static program =>
    {
        double value = Evaluator.Evaluate(program.Module, program.Arguments).Real;
        double precise = Evaluator.EvaluatePrecisely(program.Module, program.Arguments).Real;

        // A few hundred operations, each within an ulp or two, in well-conditioned steps of order one; where a comparison is decided by rounding
        // alone the two runs differ by a branch, which the perturbed runs then show.
        Assert.True(
            Math.Abs(value - precise) <= 1e-11 * (1 + Math.Abs(value)) || IsOnTheEdge(program, precise),
            FormattableString.Invariant($"{value:R}, precisely {precise:R}"));
    });

    [Fact]
    public void The_reference_gradient_has_one_number_per_variable_element() => Check(static program =>
    {
        double[] gradient = Differences.Gradient(program.Module, program.Arguments);
        Assert.Equal(7, gradient.Length);
        Assert.All(gradient, static d => Assert.True(double.IsFinite(d)));
    }, programs: 50);

    /// <summary>True where moving the point by rounding errors moves the value by more.</summary>
    private static bool IsOnTheEdge(RandomProgram program, double value)
    {
        for (int i = 0; i < program.Point.Length; i++)
        {
            foreach (double relative in new[] { -1e-14, 1e-14 })
            {
                double[] point = [.. program.Point];
                point[i] *= 1 + relative;
                double moved = Evaluator.EvaluatePrecisely(program.Module, (program with { Point = point }).Arguments).Real;
                if (Math.Abs(moved - value) > 1e-11 * (1 + Math.Abs(value)))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static void Check(Action<RandomProgram> law, int programs = 1000) => RandomLaw.Holds(law, programs);
}
