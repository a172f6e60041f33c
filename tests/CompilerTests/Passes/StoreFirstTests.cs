using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Passes;

/// <summary>What a loop would add into zeros it stores.</summary>
public sealed class StoreFirstTests
{
    private static readonly Primal s_primal = new(1, ["y"]);
    private static readonly Read N = Name("n", ScalarType.Int), I = Name("i", ScalarType.Int), X = Name("x", ScalarType.Double);

    [Fact]
    public void The_first_loop_stores_and_what_it_leaves_out_stays_to_be_cleared()
    {
        Function stored = StoreFirst.Run(Model(Loop(Int(1), N, 1, Offset(I, 2)), new Add("dX", Int(0), X)), s_primal);
        Assert.Equal("for i from 1 to n by 1\n  dX[i + 2] := x\ndX[0] += x", Text(stored));
        Assert.Equal([new Filled("dX", Int(3), Offset(N, 2))], stored.Filled);
    }

    [Fact]
    public void A_loop_that_counts_down_stores_the_same_elements()
    {
        Function stored = StoreFirst.Run(Model(Loop(Offset(N, -1), Int(-1), -1, I)), s_primal);
        Assert.Equal("for i from n - 1 to -1 by -1\n  dX[i] := x", Text(stored));
        Assert.Equal([new Filled("dX", Int(0), N)], stored.Filled);
    }

    public static TheoryData<string> Kept => ["twice", "after another", "read", "a branch", "another stride", "a range that only the run knows", "the model's own result"];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Other_additions_stay(string what)
    {
        Let late = new("late", Offset(N, 1));
        Statement[] body = what switch
        {
            "twice" => [Loop(Int(0), N, 1, I, new Add("dX", I, X))],
            "after another" => [new Add("dX", Int(0), X), Loop(Int(0), N, 1, I)],
            "read" => [Loop(Int(0), N, 1, I, new Let("old", new Element(ScalarType.Double, "dX", I)))],
            "a branch" => [new For("i", Int(0), N, 1, new Block([new If(Compare(Proxima.Generator.Primitives.Arithmetic.Less, I, N), new Block([new Add("dX", I, X)]), Block.Empty)]))],
            "another stride" => [Loop(Int(0), N, 1, IndexTimes(Int(2), I))],
            "a range that only the run knows" => [late, Loop(Int(0), Name("late", ScalarType.Int), 1, I)],
            _ => [new For("i", Int(0), N, 1, new Block([new Add("y", I, X)]))],
        };
        Function function = Model(body), stored = StoreFirst.Run(function, s_primal);
        Assert.Equal(Printer.Print(function), Printer.Print(stored));
        Assert.Empty(stored.Filled);
    }

    [Fact]
    public void A_local_array_that_a_loop_fills_needs_no_zeros()
    {
        Statement[] body = [new NewArray("dX", ScalarType.Double, N), Loop(Int(0), N, 1, I)];
        Function stored = StoreFirst.Run(Model([.. body]) with { Parameters = Model().Parameters.Where(static p => p.Name != "dX").ToEquatableArray() }, s_primal);
        Assert.False(Assert.IsType<NewArray>(stored.Body.Statements[0]).NeedsZeros);
        Assert.IsType<Store>(Assert.IsType<For>(stored.Body.Statements[1]).Body.Statements[0]);
    }

    [Fact]
    public void Random_gradients_keep_their_numbers() => RandomLaw.Holds(static program =>
    {
        Module gradient = Reverse.Run(PassList.Normalise(program.Module), new Dictionary<string, string> { ["a"] = "dA" }).Module;
        Function carried = CarryNeighbours.Run(gradient.Main);
        Module stored = gradient with { Main = StoreFirst.Run(carried, s_primal) };
        Verifier.Verify(stored, Form.Normal);
        Cells before = Cells.Of(new double[4]), after = Cells.Of(new double[4]);
        Evaluation expected = Evaluator.Evaluate(gradient with { Main = carried }, [.. program.Arguments, before]), actual = Evaluator.Evaluate(stored, [.. program.Arguments, after]);
        Assert.Equal(expected.Results.Select(static r => r.Real.Hi), actual.Results.Select(static r => r.Real.Hi));
        Assert.Equal(before.ToDoubles(), after.ToDoubles());
    }, programs: 1000);

    private static string Text(Function function) => string.Concat(function.Body.Statements.Select(Printer.Print)).TrimEnd();

    private static For Loop(Expression from, Expression to, int step, Expression index, params Statement[] more) =>
        new("i", from, to, step, new Statement[] { new Add("dX", index, X) }.Concat(more).ToBlock());

    private static Function Model(params Statement[] body) => new(
        "F",
        [
            new("x", ScalarType.Double, ParameterKind.Scalar, true), new("n", ScalarType.Int, ParameterKind.Scalar, false),
            new("dX", ScalarType.Double, ParameterKind.Output, false), new("y", ScalarType.Double, ParameterKind.Output, false),
        ],
        [],
        body.ToBlock(),
        []);
}
