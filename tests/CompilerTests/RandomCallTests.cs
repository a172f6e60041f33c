using Proxima.Generator.Ir;
using Proxima.Generator.Passes;

namespace CompilerTests;

/// <summary>The laws of derivatives on random programs that call a function which calls itself.</summary>
public sealed class RandomCallTests
{
    [Fact]
    public void Normal_form_computes_the_same_bits_as_the_source() => RandomLaw.Holds(static program =>
    {
        RandomProgram calling = RandomCalls.In(program);
        double expected = Evaluator.Evaluate(calling.Module, calling.Arguments).Real;
        Module normal = PassList.Normalise(calling.Module);
        Verifier.Verify(normal, Form.Normal);
        Assert.Equal(expected, Evaluator.Evaluate(normal, calling.Arguments).Real);
        Assert.Equal(expected, Evaluator.Evaluate(PassList.Tidy(normal), calling.Arguments).Real);
    }, programs: 500);

    [Fact]
    public void Reverse_agrees_with_differences() => RandomLaw.Holds(static program => RandomProgramTests.ReverseAgrees(RandomCalls.In(program)), programs: 500);

    [Fact]
    public void Forward_agrees_with_reverse() => RandomLaw.Holds(static program => RandomDerivativeTests.TangentsAgree(RandomCalls.In(program)), programs: 500);

    [Fact]
    public void Forward_over_reverse_agrees_with_differences_and_is_symmetric() =>
        RandomLaw.Holds(static program => RandomDerivativeTests.ProductsAgree(RandomCalls.In(program)), programs: 300);

    [Fact]
    public void Taylor_coefficients_are_derivatives_of_each_other() => RandomLaw.Holds(static program => RandomDerivativeTests.CoefficientsAgree(RandomCalls.In(program)), programs: 200);
}
