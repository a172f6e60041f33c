using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>What a loop does not change leaves it.</summary>
public sealed class LoopInvariantsTests
{
    private static readonly Read X = Name("x", ScalarType.Double), N = Name("n", ScalarType.Int), I = Name("i", ScalarType.Int), J = Name("j", ScalarType.Int);

    [Fact]
    public void A_dear_value_leaves_all_loops_with_what_it_is_made_of() => Moves(
        [
            Loop("i", Loop("j", Value("scaled", Multiply(X, Double(3))), Value("e", Exp("scaled")), Set(Multiply(Name("e"), Real(J)))),
                Set(Real(I))),
        ],
        """
        double scaled = x * 3.0
        double e = exp(scaled)
        for i from 0 to n by 1
          for j from 0 to n by 1
            y[i] := e * (double)j
          y[i] := (double)i
        """);

    [Fact]
    public void A_cheap_value_stays_and_so_does_a_sign_on_top_of_a_dear_one() => Moves(
        [Loop("i", Value("twice", Multiply(X, Double(2))), Value("e", Call(Elementary.Exp, X)), Value("opposite", Call(Arithmetic.Negative, Name("e"))), Set(Plus(Multiply(Name("twice"), Real(I)), Name("opposite"))))],
        """
        double e = exp(x)
        for i from 0 to n by 1
          double twice = x * 2.0
          double opposite = -e
          y[i] := twice * (double)i + opposite
        """);

    /// <summary>The array may be empty where the loop does not run.</summary>
    [Fact]
    public void An_element_is_read_only_for_a_loop_that_runs() => Moves(
        [Loop("i", Value("first", Element(Int(0))), Value("e", Exp("first")), Set(Name("e")))],
        """
        if n > 0
        merge double first = a[0] | 0.0
        double e = exp(first)
        for i from 0 to n by 1
          y[i] := e
        """);

    [Fact]
    public void An_element_that_not_every_iteration_reads_stays() => Stays(
        Loop("i", new If(Compare(Arithmetic.Greater, I, Int(1)), Block(Value("first", Element(Int(0))), Value("e", Exp("first")), Set(Name("e"))), Proxima.Generator.Ir.Block.Empty)));

    [Fact]
    public void An_element_behind_what_may_throw_stays() => Stays(
        Loop("i", new If(Compare(Arithmetic.Greater, I, Int(1)), Block(new Throw("new InvalidOperationException()", [])), Proxima.Generator.Ir.Block.Empty), Value("first", Element(Int(0))), Value("e", Exp("first")), Set(Name("e"))));

    [Fact]
    public void An_element_that_the_loop_writes_stays() => Stays(
        Loop("i", Value("first", new Element(ScalarType.Double, "y", Int(0))), Value("e", Exp("first")), Set(Name("e"))));

    [Fact]
    public void Integer_division_and_checked_arithmetic_stay() => Stays(
        Loop("i", new Let("half", new Apply(ScalarType.Int, Arithmetic.Over, [Int(100), N])), Value("e", Call(Elementary.Exp, Real(Name("half", ScalarType.Int)))), Set(Name("e"))));

    /// <summary>An arm that one iteration takes is taken by all; arithmetic that no iteration needs throws nothing.</summary>
    [Fact]
    public void Arithmetic_leaves_a_branch_whose_condition_the_loop_does_not_change() => Moves(
        [Loop("i", new If(Compare(Arithmetic.Greater, X, Double(0)), Block(Value("root", Call(Elementary.Sqrt, X)), Set(Multiply(Name("root"), Real(I)))), Proxima.Generator.Ir.Block.Empty))],
        """
        double root = sqrt(x)
        for i from 0 to n by 1
          if x > 0.0
            y[i] := root * (double)i
        """);

    [Fact]
    public void Random_gradients_keep_their_bits() => RandomLaw.Holds(static program =>
    {
        Module normal = PassList.Normalise(program.Module);
        Module gradient = Reverse.Run(normal, new Dictionary<string, string> { ["a"] = "dA" }).Module;
        Module moved = new(LoopInvariants.Run(gradient.Main), gradient.Callees.Map(LoopInvariants.Run));
        Verifier.Verify(moved, Form.Normal);
        Cells before = Cells.Of(new double[4]), after = Cells.Of(new double[4]);
        Evaluation expected = Evaluator.Evaluate(gradient, [.. program.Arguments, before]), actual = Evaluator.Evaluate(moved, [.. program.Arguments, after]);
        Assert.Equal(expected.Results.Select(static r => r.Real.Hi), actual.Results.Select(static r => r.Real.Hi));
        Assert.Equal(before.ToDoubles(), after.ToDoubles());
    }, programs: 1000);

    private static void Moves(Statement[] body, string expected)
    {
        Function function = Model(body), moved = LoopInvariants.Run(function);
        Verifier.Verify(moved, Form.Normal);
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Concat(moved.Body.Statements.Select(Printer.Print)).TrimEnd());
    }

    private static void Stays(params Statement[] body)
    {
        Function function = Model(body);
        Assert.Equal(Printer.Print(function), Printer.Print(LoopInvariants.Run(function)));
    }

    private static Function Model(Statement[] body) => new(
        "F",
        [
            new("x", ScalarType.Double, ParameterKind.Scalar, true), new("a", ScalarType.Double, ParameterKind.Array, true),
            new("n", ScalarType.Int, ParameterKind.Scalar, false), new("y", ScalarType.Double, ParameterKind.Output, false),
        ],
        [],
        body.ToBlock(),
        []);

    private static For Loop(string index, params Statement[] body) => new(index, Int(0), N, 1, body.ToBlock());

    private static Block Block(params Statement[] body) => body.ToBlock();

    private static Let Value(string name, Expression value) => new(name, value);

    private static Store Set(Expression value) => new("y", I, value);

    private static Expression Element(Expression index) => new Element(ScalarType.Double, "a", index);

    private static Apply Exp(string name) => Call(Elementary.Exp, Name(name));

    private static Read Name(string name, ScalarType type = ScalarType.Double) => new(type, name);

    private static Expression Real(Expression value) => Build.Convert(value, ScalarType.Double);
}
