using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace CompilerTests;

/// <summary>Checkpoints and what is stored change what reverse mode keeps, never what it gives.</summary>
public sealed class RandomCheckpointTests
{
    private static readonly Dictionary<string, string> s_outputs = new() { ["a"] = "dA" };

    [Fact]
    public void A_checkpointed_gradient_is_the_gradient() => RandomLaw.Holds(static program =>
    {
        RandomProgram marked = RandomCheckpoints.Mark(program, program.Point[0].GetHashCode());
        double value = Evaluator.Evaluate(program.Module, program.Arguments).Real;
        double[] expected = Gradient(Reverse.Run(PassList.Normalise(program.Module), s_outputs).Module, program, value);
        Module normal = PassList.Normalise(marked.Module);
        Module raw = Reverse.Run(normal, s_outputs).Module;
        foreach (Module gradient in new[] { raw, PassList.Tidy(raw) })
        {
            Verifier.Verify(gradient, Form.Normal);
            double[] actual = Gradient(gradient, program, value);
            for (int k = 0; k < 7; k++)
            {
                // The same contributions, added in another order where a sum is fused or carried: a few ulps of the largest of some hundred terms.
                double scale = 1 + expected.Max(Math.Abs) + Math.Abs(value);
                Assert.True(Math.Abs(actual[k] - expected[k]) <= 1e-12 * scale, FormattableString.Invariant($"derivative {k}: {actual[k]:R}, not checkpointed {expected[k]:R}"));
            }
        }
    }, programs: 3000);

    [Fact]
    public void A_checkpointed_gradient_agrees_with_central_differences() => RandomLaw.Holds(
        static program => RandomProgramTests.ReverseAgrees(RandomCheckpoints.Mark(program, program.Point[1].GetHashCode())), programs: 500);

    [Fact]
    public void Hessian_products_run_over_a_checkpointed_gradient() => RandomLaw.Holds(
        static program => RandomDerivativeTests.ProductsAgree(RandomCheckpoints.Mark(program, program.Point[2].GetHashCode())), programs: 500);

    private static double[] Gradient(Module gradient, RandomProgram program, double value)
    {
        Cells output = Cells.Of(new double[4]);
        Evaluation evaluation = Evaluator.Evaluate(gradient, [.. program.Arguments, output]);
        Assert.Equal(value, evaluation.Real);
        return [.. Enumerable.Range(0, 7).Select(k => k < 3 ? evaluation.Results[1 + k].Real.Hi : output[k - 3].Real.Hi)];
    }
}
