using Proxima.Generator.Ir;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Dense;

/// <summary>The statement itself.</summary>
public sealed class ContractTests
{
    private static Contract Square => new(
        [N, Int(2)], new(ScalarType.Double, "b", Int(0), [Int(1), Int(0)]), new(ScalarType.Double, "a", Int(0), [Int(2), Int(1)]), new(ScalarType.Double, "a", Int(1), [Int(0), Int(-1)]));

    private static Function With(Statement statement) => Function(
        Plus(new Element(ScalarType.Double, "b", Int(0)), Multiply(Double(10), new Element(ScalarType.Double, "b", Int(1)))),
        new NewArray("b", ScalarType.Double, Int(2)), statement);

    [Fact]
    public void It_computes_what_its_loops_compute()
    {
        Function contracted = With(Square), loops = With(Square.ToLoops(Names.Of(With(Square))));
        Verifier.Verify(contracted, Form.Normal);
        Verifier.Verify(loops, Form.Normal);

        // [1 2; 3 4] · [2 1]
        Assert.Equal(4 + (10 * 10), Run(contracted, a: [1, 2, 3, 4], n: 2));
        Assert.Equal(4 + (10 * 10), Run(loops, a: [1, 2, 3, 4], n: 2));
        Assert.Equal(0, Run(contracted, n: -1));
    }

    [Fact]
    public void It_is_printed_with_its_steps() => Assert.Equal("contract [n, 2] b[0; 1, 0] += a[0; 2, 1] * a[1; 0, -1]\n", Printer.Print(Square));

    [Fact]
    public void An_element_outside_is_an_error() =>
        Assert.Equal(EvaluationFailure.IndexOutOfRange, Assert.Throws<EvaluationException>(() => Run(With(Square), a: [1, 2, 3, 4], n: 3)).Failure);

    [Fact]
    public void A_target_among_its_factors_is_refused() =>
        Assert.Throws<VerificationException>(() => Verifier.Verify(With(Square with { Left = Square.Target }), Form.Normal));
}
