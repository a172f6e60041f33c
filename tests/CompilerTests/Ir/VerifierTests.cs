using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>One broken program per rule, each with exactly its own problem.</summary>
public sealed class VerifierTests
{
    private static readonly Block Empty = Proxima.Generator.Ir.Block.Empty;

    [Fact]
    public void A_sound_program_has_no_problems()
    {
        Verifier.Verify(Growth, Form.Normal);
        for (int seed = 0; seed < 300; seed++)
        {
            Verifier.Verify(RandomPrograms.Generate(seed).Function, Form.Source);
        }
    }

    [Fact]
    public void A_problem_comes_with_the_program()
    {
        VerificationException exception = Assert.Throws<VerificationException>(static () => Verifier.Verify(Function(Real("z")), Form.Source));
        Assert.Equal(["F: 'z' is not defined"], exception.Problems);
        Assert.Contains("return z", exception.Message);
    }

    [Fact]
    public void A_name_is_defined_before_it_is_read() => Rejects("'t' is not defined", Real("u"), new Let("u", Real("t")), new Let("t", X));

    [Fact]
    public void A_name_ends_with_its_block()
    {
        Rejects("'t' cannot be seen here", Real("t"), new If(Bool(true), Block(new Let("t", X)), Empty));
        Rejects("'i' cannot be seen here", Build.Convert(Integer("i"), ScalarType.Double), new For("i", Int(0), N, 1, Empty));
        Rejects("'p' cannot be seen here", Real("p"), new For("i", Int(0), N, 1, null, [new("p", ScalarType.Double, X, X, "q")], Empty));
        Rejects("'t' cannot be seen here", X, new If(Bool(true), Block(new Let("t", X)), Empty, [new("m", ScalarType.Double, X, Real("t"))]));
    }

    [Fact]
    public void A_name_is_defined_once_where_it_can_be_seen() => Rejects("'x' is defined twice", X, new Let("x", Y));

    [Fact]
    public void In_normal_form_a_name_is_defined_once_at_all()
    {
        Statement[] siblings = [new If(Bool(true), Block(new Let("t", X)), Block(new Let("t", Y)))];
        Assert.Empty(Verifier.Problems(Function(X, siblings), Form.Source));
        Assert.Equal(["F: 't' is defined twice"], Verifier.Problems(Function(X, siblings), Form.Normal));
    }

    [Fact]
    public void Normal_form_has_no_statements_of_source_form()
    {
        IReadOnlyList<string> problems = Verifier.Problems(
            Function(X, new Variable("v", X), new Assign("v", Y), new Scope("s", Block(new Leave("s")))), Form.Normal);
        Assert.Equal(["Variable", "Assign", "Scope", "Leave"], problems.Select(static p => p.Split(' ')[1]));
    }

    [Fact]
    public void A_read_has_the_type_of_its_name()
    {
        Rejects("'x' is read as another type", Name("x", ScalarType.Float));
        Rejects("'a' is read as another type", new Element(ScalarType.Float, "a", Int(0)));
    }

    [Fact]
    public void Names_are_of_their_kind()
    {
        Rejects("'a' is no value", Real("a"));
        Rejects("'x' is no array", new Element(ScalarType.Double, "x", Int(0)));
        Rejects("'x' is no array", Build.Convert(new Length("x"), ScalarType.Double));
        Rejects("'x' is no tape", X, new Push("x", X));
        Rejects("'x' is no variable", X, new Assign("x", Y));
    }

    [Fact]
    public void Only_what_may_be_written_is_written()
    {
        Rejects("'a' must not be written", X, new Store("a", Int(0), X));
        Rejects("'a' must not be written", X, new Add("a", Int(0), X));
        Rejects("'b' must not be written", X, new Slice("b", ScalarType.Double, "a", Int(0), Int(1), false), new Store("b", Int(0), X));
        Rejects("'a' must not be written", X, new Slice("b", ScalarType.Double, "a", Int(0), Int(1), true));
    }

    [Fact]
    public void What_is_written_has_the_type_of_its_place()
    {
        Statement array = new NewArray("b", ScalarType.Double, Int(2));
        Rejects("another type is written into 'b'", X, array, new Store("b", Int(0), Int(1)));
        Rejects("'v' is assigned another type", X, new Variable("v", X), new Assign("v", Int(1)));
        Rejects("another type is pushed on 'k'", X, new NewTape("k", ScalarType.Int), new Push("k", X));
        Rejects("another type is popped from 'k'", X, new NewTape("k", ScalarType.Int), new Pop("v", ScalarType.Double, "k"));
        Rejects("'c' is a part of 'b' of another type", X, array, new Slice("c", ScalarType.Int, "b", Int(0), Int(1), true));
        Rejects("bools are added into 'c'", X, new NewArray("c", ScalarType.Bool, Int(1)), new Add("c", Int(0), Bool(true)));
    }

    [Fact]
    public void Indices_lengths_and_conditions_have_their_types()
    {
        Rejects("an index of 'a' is double, not int", new Element(ScalarType.Double, "a", X));
        Rejects("the length of 'b' is double, not int", X, new NewArray("b", ScalarType.Double, X));
        Rejects("the offset of 'b' is double, not int", X, new Slice("b", ScalarType.Double, "a", X, Int(1), false));
        Rejects("the condition of a branch is int, not bool", X, new If(N, Empty, Empty));
        Rejects("the condition of a loop is int, not bool", X, new While(N, Empty));
        Rejects("the end of a loop is int, not bool", X, new For("i", Int(0), N, 1, N, [], Empty));
    }

    [Fact]
    public void A_loop_counts_integers_by_a_step()
    {
        Rejects("the step of 'i' is zero", X, new For("i", Int(0), N, 0, Empty));
        Rejects("the ends of 'i' are not integers of one type", X, new For("i", Double(0), N, 1, Empty));
    }

    [Fact]
    public void Carried_and_merged_values_have_their_types()
    {
        Rejects("the initial value of 'p' is int, not double", X, new For("i", Int(0), N, 1, null, [new("p", ScalarType.Double, N, X, "q")], Empty));
        Rejects("the next value of 'p' is int, not double", X, new While(Bool(false), [new("p", ScalarType.Double, X, N, "q")], Empty));
        Rejects("the then value of 'm' is int, not double", X, new If(Bool(true), Empty, Empty, [new("m", ScalarType.Double, N, X)]));
        Rejects("the else value of 'm' is int, not double", X, new If(Bool(true), Empty, Empty, [new("m", ScalarType.Double, X, N)]));
    }

    [Fact]
    public void A_leave_has_its_scope_around_it()
    {
        Rejects("no scope 's' around its leave", X, new Scope("s", Empty), new Leave("s"));
        Rejects("scope 's' is inside itself", X, new Scope("s", Block(new Scope("s", Empty))));
    }

    [Fact]
    public void Operators_have_the_types_of_their_operands()
    {
        Rejects("the types of 'x + n' do not agree", new Apply(ScalarType.Double, Arithmetic.Plus, [X, N]));
        Rejects("the types of 'sin(n)' do not agree", Build.Convert(new Apply(ScalarType.Int, Elementary.Sin, [N]), ScalarType.Double));
        Rejects("the types of 'x < y' do not agree", new Apply(ScalarType.Double, Arithmetic.Less, [X, Y]));
        Rejects("the types of 'rootn(x, y)' do not agree", Call(Elementary.RootN, X, Y));
        Rejects("the types of 'select(x, x, y)' do not agree", new Apply(ScalarType.Double, Arithmetic.Select, [X, X, Y]));
        Rejects("the types of '~x' do not agree", Call(Arithmetic.BitNot, X));
        Rejects("the types of '!x' do not agree", Call(Arithmetic.Not, X));
        Rejects("the types of '(double)true' do not agree", new Apply(ScalarType.Double, Arithmetic.Convert, [Bool(true)]));
        Rejects("'max' takes 2 arguments", Call(Elementary.Max, X));
    }

    [Fact]
    public void A_constant_is_a_value_of_its_type()
    {
        Rejects("the bits 2 are no bool", Select(new Constant(ScalarType.Bool, 1), X, Y), new If(new Constant(ScalarType.Bool, 2), Empty, Empty));
        Rejects("the bits 4294967296 are no int", X, new Let("c", new Constant(ScalarType.Int, 1L << 32)));
        Rejects("the bits -1 are no uint", X, new Let("c", new Constant(ScalarType.UInt, -1)));
    }

    [Fact]
    public void A_variable_is_real() => Assert.Equal(
        ["F: variable 'k' is not real"],
        Verifier.Problems(new Function("F", [new("k", ScalarType.Int, ParameterKind.Scalar, true)], [], Empty, []), Form.Normal));

    [Fact]
    public void A_call_matches_its_callee()
    {
        Function callee = new(
            "H",
            [new("v", ScalarType.Double, ParameterKind.Scalar, false), new("d", ScalarType.Double, ParameterKind.Accumulator, false)],
            [], Empty, [Real("v")]);
        string[] Problems(Call call)
        {
            Function caller = Function(X, new NewArray("b", ScalarType.Double, Int(1)), new NewArray("k", ScalarType.Int, Int(1)), call);
            return [.. Verifier.Problems(new Module(caller, [callee]), Form.Normal)];
        }
        EquatableArray<Result> result = [new("r", ScalarType.Double)];
        Assert.Empty(Problems(new(result, "H", [X], ["b"])));
        Assert.Equal(["F: no function 'K'"], Problems(new(result, "K", [X], ["b"])));
        Assert.Equal(["F: the arguments of 'H' do not match"], Problems(new(result, "H", [N], ["b"])));
        Assert.Equal(["F: the results of 'H' do not match"], Problems(new([], "H", [X], ["b"])));
        Assert.Equal(["F: the arrays of 'H' do not match"], Problems(new(result, "H", [X], [])));
        Assert.Equal(["F: 'k' is passed as an array of another type"], Problems(new(result, "H", [X], ["k"])));
        Assert.Equal(["F: 'a' must not be written"], Problems(new(result, "H", [X], ["a"])));
    }

    [Fact]
    public void What_a_callee_writes_has_one_name_there()
    {
        Function callee = new("H", [new("s", ScalarType.Double, ParameterKind.Array, false), new("d", ScalarType.Double, ParameterKind.Output, false)], [], Empty, []);
        Module module = new(Function(X, new NewArray("b", ScalarType.Double, Int(1)), new Call([], "H", [], ["b", "b"])), [callee]);
        Assert.Equal(["F: 'b' is written under two names"], Verifier.Problems(module, Form.Normal));
    }

    [Fact]
    public void Two_functions_have_two_names() =>
        Assert.Equal(["F: two functions have this name"], Verifier.Problems(new Module(Growth, [Growth]), Form.Normal));

    private static void Rejects(string problem, Expression result, params Statement[] statements) =>
        Assert.Equal(["F: " + problem], Verifier.Problems(Function(result, statements), Form.Source));
}
