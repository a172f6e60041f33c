using System;
using CsCheck;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>What each construct means.</summary>
public sealed class EvaluatorTests
{
    private static readonly Block Empty = Proxima.Generator.Ir.Block.Empty;

    [Fact]
    public void A_loop_carries_its_cell() => Assert.Equal(0.5 * 1.25 * 1.25 * 1.25, Run(Growth));

    [Fact]
    public void A_loop_without_iterations_leaves_its_cell_as_it_was()
    {
        Assert.Equal(0.5, Run(Growth, n: 0));
        Assert.Equal(0.5, Run(Growth, n: -3));
    }

    [Theory]
    [InlineData(0, 4, 1, "0123")]
    [InlineData(0, 5, 2, "024")]
    [InlineData(3, -1, -1, "3210")]
    [InlineData(3, -1, -2, "31")]
    [InlineData(2, 2, 1, "")]
    [InlineData(0, 1, -1, "")]
    public void A_loop_counts_from_an_inclusive_to_an_exclusive_end(int from, int to, int step, string indices)
    {
        // s ← 10 s + i reads the indices as digits behind a leading 1
        Function function = Function(
            Real("s"),
            new Variable("s", Double(1)),
            new For("i", Int(from), Int(to), step, Block(
                new Assign("s", Plus(Multiply(Double(10), Real("s")), Build.Convert(Integer("i"), ScalarType.Double))))));
        Assert.Equal(double.Parse("1" + indices, System.Globalization.CultureInfo.InvariantCulture), Run(function));
    }

    [Fact]
    public void The_ends_of_a_loop_are_read_once()
    {
        Function function = Function(
            Build.Convert(Integer("m"), ScalarType.Double),
            new Variable("m", N),
            new For("i", Int(0), Integer("m"), 1, Block(new Assign("m", Offset(Integer("m"), 1)))));
        Assert.Equal(6, Run(function));
    }

    [Fact]
    public void A_loop_ends_when_its_until_is_true_before_an_iteration()
    {
        Function function = Function(
            Real("q"),
            new For("i", Int(0), Int(100), 1, Compare(Arithmetic.Greater, Real("p"), Double(5)),
                [new("p", ScalarType.Double, X, Multiply(Double(2), Real("p")), "q")], Empty));
        Assert.Equal(8, Run(function));
    }

    [Fact]
    public void Cells_change_together()
    {
        Function swaps = Function(
            Real("p1"),
            new For("i", Int(0), N, 1, null, [new("p", ScalarType.Double, X, Real("q"), "p1"), new("q", ScalarType.Double, Y, Real("p"), "q1")], Empty));
        Assert.Equal(0.25, Run(swaps, n: 3));
        Assert.Equal(0.5, Run(swaps, n: 4));
    }

    [Fact]
    public void A_while_loop_reads_its_condition_before_each_iteration()
    {
        Function function = Function(
            Real("q"), new While(Compare(Arithmetic.Less, Real("p"), Double(3)), [new("p", ScalarType.Double, X, Multiply(Double(2), Real("p")), "q")], Empty));
        Assert.Equal(4, Run(function));
        Assert.Equal(7, Run(function, x: 7));
    }

    [Fact]
    public void A_branch_merges_what_the_taken_side_defined()
    {
        Function function = Function(
            Real("m"),
            new If(
                Compare(Arithmetic.Less, X, Y), Block(new Let("t", Plus(X, Y))), Block(new Let("u", Minus(X, Y))),
                [new("m", ScalarType.Double, Real("t"), Real("u"))]));
        Assert.Equal(3, Run(function, 1, 2));
        Assert.Equal(1, Run(function, 2, 1));
    }

    [Fact]
    public void A_leave_goes_to_the_end_of_its_own_scope()
    {
        // for (i = 0; i < 4; i++) { if (i == 1) continue; if (i == n) break; s += 10^i }
        Function function = Function(
            Real("s"),
            new Variable("s", Double(0)),
            new Scope("outer", Block(new For("i", Int(0), Int(4), 1, Block(
                new Scope("inner", Block(
                    new If(Compare(Arithmetic.Equal, Integer("i"), Int(1)), Block(new Leave("inner")), Empty),
                    new If(Compare(Arithmetic.Equal, Integer("i"), N), Block(new Leave("outer")), Empty),
                    new Assign("s", Plus(Real("s"), Call(Elementary.Exp10, Build.Convert(Integer("i"), ScalarType.Double)))))))))));
        Assert.Equal(1101, Run(function, n: 7));
        Assert.Equal(101, Run(function, n: 3));
        Assert.Equal(1, Run(function, n: 2));
    }

    [Fact]
    public void Arrays_begin_with_zeros_and_are_written_in_place()
    {
        Function function = Function(
            new Element(ScalarType.Double, "b", Int(1)),
            new NewArray("b", ScalarType.Double, Int(2)),
            new Add("b", Int(1), X),
            new Store("b", Int(0), Double(3)),
            new Add("b", Int(1), new Element(ScalarType.Double, "b", Int(0))));
        Assert.Equal(3.5, Run(function));
    }

    [Fact]
    public void An_array_of_a_loop_is_fresh_each_iteration()
    {
        Function function = Function(
            Real("s"),
            new Variable("s", Double(0)),
            new For("i", Int(0), N, 1, Block(
                new NewArray("b", ScalarType.Double, Int(1)), new Add("b", Int(0), Double(1)),
                new Assign("s", Plus(Real("s"), new Element(ScalarType.Double, "b", Int(0)))))));
        Assert.Equal(3, Run(function));
    }

    [Fact]
    public void Storage_that_was_not_written_reads_as_NaN()
    {
        Function function = Function(new Element(ScalarType.Double, "b", Int(0)), new NewArray("b", ScalarType.Double, Int(1)) { NeedsZeros = false });
        Assert.True(double.IsNaN(Run(function)));
    }

    [Fact]
    public void A_slice_shares_the_cells_of_its_array()
    {
        Function function = Function(
            Plus(Multiply(Double(10), new Element(ScalarType.Double, "b", Int(2))), new Element(ScalarType.Double, "c", Int(0))),
            new NewArray("b", ScalarType.Double, Int(4)),
            new Store("b", Int(1), Double(7)),
            new Slice("c", ScalarType.Double, "b", Int(1), Int(2), false),
            new Store("c", Int(1), Double(5)));
        Assert.Equal(57, Run(function));
        Assert.Equal(57 - 7, Run(function with { Body = Rewritten(function.Body) }));

        static Block Rewritten(Block body) => new(body.Statements.Map(static s => s is Slice slice ? slice with { IsFresh = true } : s));
    }

    [Fact]
    public void A_tape_gives_back_the_last_value_first()
    {
        Function function = Function(
            Minus(Real("u"), Real("v")),
            new NewTape("k", ScalarType.Double), new Push("k", X), new Push("k", Y), new Pop("u", ScalarType.Double, "k"), new Pop("v", ScalarType.Double, "k"));
        Assert.Equal(-0.25, Run(function));
    }

    [Fact]
    public void A_call_writes_into_the_arrays_it_is_given_and_may_call_itself()
    {
        // Factorial(v, d): d[0] += v; return v > 1 ? v * Factorial(v − 1, d) : 1
        Function factorial = new(
            "Factorial",
            [new("v", ScalarType.Double, ParameterKind.Scalar, false), new("d", ScalarType.Double, ParameterKind.Accumulator, false)],
            [],
            Block(
                new Add("d", Int(0), Real("v")),
                new If(
                    Compare(Arithmetic.Greater, Real("v"), Double(1)),
                    Block(new Proxima.Generator.Ir.Call([new("r", ScalarType.Double)], "Factorial", [Minus(Real("v"), Double(1))], ["d"])),
                    Empty,
                    [new("m", ScalarType.Double, Multiply(Real("v"), Real("r")), Double(1))])),
            [Real("m")]);
        Cells sum = Cells.Zeros(ScalarType.Double, 1);
        Assert.Equal(120, Evaluator.Evaluate(factorial, 5.0, sum).Real);
        Assert.Equal([15.0], sum.ToDoubles());
    }

    [Fact]
    public void An_external_is_asked_for()
    {
        Function function = Function(new External(ScalarType.Double, "rates[{0}]", [N]));
        EvaluatorOptions options = new() { External = static (external, arguments) => Value.Of(external.Text == "rates[{0}]" ? arguments[0].Bits * 0.5 : 0) };
        Assert.Equal(1.5, Evaluator.Evaluate(new Module(function, []), [1.0, 2.0, new double[1], 3], options).Real);
        Fails(EvaluationFailure.Unknown, function);
    }

    [Fact]
    public void Logic_evaluates_its_second_side_only_when_needed()
    {
        Expression outside = Compare(Arithmetic.Less, new Element(ScalarType.Double, "a", Int(9)), X);
        Assert.Equal(0.25, Run(Function(Select(And(Compare(Arithmetic.Less, X, Double(0)), outside), X, Y))));
        Assert.Equal(0.5, Run(Function(Select(Or(Compare(Arithmetic.Greater, X, Double(0)), outside), X, Y))));
        Fails(EvaluationFailure.IndexOutOfRange, Function(Select(And(Compare(Arithmetic.Greater, X, Double(0)), outside), X, Y)));
    }

    [Fact]
    public void What_cannot_go_on_says_why()
    {
        Fails(EvaluationFailure.IndexOutOfRange, Function(new Element(ScalarType.Double, "a", N)));
        Fails(EvaluationFailure.IndexOutOfRange, Function(X, new Slice("b", ScalarType.Double, "a", Int(1), N, false)));
        Fails(EvaluationFailure.Overflow, Function(X, new NewArray("b", ScalarType.Double, Int(-1))));
        Fails(EvaluationFailure.Thrown, Function(X, new Throw("new ArgumentException()", [])));
        Fails(EvaluationFailure.StepLimit, Function(X, new While(Bool(true), Empty)));
        Fails(EvaluationFailure.EmptyTape, Function(X, new NewTape("k", ScalarType.Int), new Pop("v", ScalarType.Int, "k")));
        Fails(EvaluationFailure.InvalidArgument, Function(Call(Elementary.Clamp, X, Double(1), Double(0))));
        Fails(EvaluationFailure.Unknown, Function(Call(Elementary.ReciprocalEstimate, X)));
        Fails(EvaluationFailure.Malformed, Function(Real("z")));
        Fails(EvaluationFailure.Malformed, Function(X, new Leave("s")));
    }

    [Fact]
    public void A_float_is_rounded_after_each_operation() => Gen.Select(Gen.Float[-1e3f, 1e3f], Gen.Float[-1e3f, 1e3f]).Sample(static (a, b) =>
    {
        Value p = Value.Of(a), q = Value.Of(b);
        Assert.Equal(a + b, Apply(ScalarType.Float, Arithmetic.Plus, p, q).Real.Hi);
        Assert.Equal(a - b, Apply(ScalarType.Float, Arithmetic.Minus, p, q).Real.Hi);
        Assert.Equal(a * b, Apply(ScalarType.Float, Arithmetic.Times, p, q).Real.Hi);
        Assert.Equal(a / b, Apply(ScalarType.Float, Arithmetic.Over, p, q).Real.Hi);
        Assert.Equal(a % b, Apply(ScalarType.Float, Arithmetic.Remainder, p, q).Real.Hi);
        Assert.Equal(MathF.Sqrt(Math.Abs(a)), Apply(ScalarType.Float, Elementary.Sqrt, Value.Of(Math.Abs(a))).Real.Hi);
        Assert.Equal((float)(double)a, Apply(ScalarType.Float, Arithmetic.Convert, Value.Of((double)a)).Real.Hi);
    });

    [Fact]
    public void Comparisons_with_NaN_are_those_of_CSharp()
    {
        Value nan = Value.Of(double.NaN), one = Value.Of(1.0);
        Assert.All(
            [Arithmetic.Less, Arithmetic.LessOrEqual, Arithmetic.Greater, Arithmetic.GreaterOrEqual, Arithmetic.Equal],
            p => Assert.False(Apply(ScalarType.Bool, p, nan, one).IsTrue || Apply(ScalarType.Bool, p, one, nan).IsTrue || Apply(ScalarType.Bool, p, nan, nan).IsTrue));
        Assert.True(Apply(ScalarType.Bool, Arithmetic.NotEqual, nan, nan).IsTrue);
        Assert.True(Apply(ScalarType.Bool, Arithmetic.Equal, Value.Of(0.0), Value.Of(-0.0)).IsTrue);
    }

    [Fact]
    public void A_precise_evaluation_keeps_what_double_rounds_away()
    {
        Function function = Function(Minus(Plus(X, Y), X));
        Assert.Equal(0, Run(function, 1, 1e-20));
        Assert.Equal(1e-20, Evaluator.EvaluatePrecisely(function, 1.0, 1e-20, new double[1], 0).Precise.Hi);
        Function rounded = Function(Build.Convert(Build.Convert(X, ScalarType.Float), ScalarType.Double));
        Assert.Equal((float)0.1, Run(rounded, 0.1));
        Assert.Equal(0.1, Evaluator.EvaluatePrecisely(rounded, 0.1, 0.0, new double[1], 0).Real);
        Assert.Equal(Math.PI, Evaluator.EvaluatePrecisely(Function(Call(Elementary.Atan2, X, Y)), 0.0, -1.0, new double[1], 0).Precise.Hi);
        Assert.Equal(1.2246467991473532e-16, Evaluator.EvaluatePrecisely(Function(Call(Elementary.Atan2, X, Y)), 0.0, -1.0, new double[1], 0).Precise.Lo);
    }

    private static void Fails(EvaluationFailure failure, Function function) =>
        Assert.Equal(failure, Assert.Throws<EvaluationException>(() => Run(function)).Failure);
}
