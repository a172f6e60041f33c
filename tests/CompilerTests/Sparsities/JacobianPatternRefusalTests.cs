using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static CompilerTests.Sparsities.PatternModel;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

public sealed class JacobianPatternRefusalTests
{
    private static readonly Read I = Int32("i"), K = Int32("k");

    [Fact]
    public void An_index_that_a_while_loop_moves_is_refused() => Refused("'k' changes in a while loop", Model(
        new Variable("k", Int(0)),
        new While(Compare(Arithmetic.Less, K, N), Block(new Assign("k", Offset(K, 1)), Set("y", K, X(K)) with { Origin = 7 })) { Origin = 7 }));

    [Fact]
    public void An_index_that_the_data_choose_is_refused() => Refused("an index depends on real elements of 'x'", Model(
        Loop("i", Int(0), N, Set("y", I, X(Convert(X(I), ScalarType.Int))) with { Origin = 7 })));

    [Fact]
    public void A_row_that_the_data_choose_is_refused() => Refused("an index depends on real elements of 'x'", Model(
        Loop("i", Int(0), N, Set("y", Convert(X(I), ScalarType.Int), X(I)) with { Origin = 7 })));

    [Fact]
    public void An_index_made_while_the_model_runs_is_refused() => Refused("filled while the model runs", Model(
        new NewArray("order", ScalarType.Int, N),
        Loop("k", Int(0), N, Set("order", K, Obs(K))),
        Loop("i", Int(0), N, Set("y", I, X(new Element(ScalarType.Int, "order", I))) with { Origin = 7 })));

    [Fact]
    public void A_counter_without_formula_is_refused() => Refused("carried", Model(
        new Variable("k", Int(0)),
        Loop("i", Int(0), N,
            Set("y", I, X(K)),
            new Assign("k", Offset(Times(Int(2), K), 1))) with
        { Origin = 7 }));

    private static void Refused(string reason, Function function)
    {
        PatternResult result = JacobianPattern.Of(function);
        Assert.Null(result.Pattern);
        Assert.Contains(reason, result.Obstacle!.Reason);
        Assert.Equal(7, result.Obstacle.Origin);
    }
}
