using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Bounds;

/// <summary>The text of each transform's result: one shape a test.</summary>
public sealed class BoundTransformTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double), s_y = Name("y", ScalarType.Double);

    [Fact]
    public void A_branch_that_meets_itself_is_left_alone()
    {
        Function function = Normal(Compare(Arithmetic.Greater, s_x, Double(1)), Multiply(s_x, s_x), Minus(Multiply(Double(2), s_x), Double(1)));
        Assert.Equal(function.Body, Marked(function, out int jumps).Body);
        Assert.Equal(0, jumps);
    }

    [Fact]
    public void A_branch_that_does_not_leaps_with_its_condition()
    {
        Function marked = Marked(Normal(Compare(Arithmetic.Greater, s_x, s_y), Multiply(s_x, s_x), Double(0)), out int jumps);
        Assert.Equal(1, jumps);
        Assert.Equal(
            """
            double F(double variable x, double variable y)
              bool taken = x > y
              if taken
                double r = x * x
              merge double r1Joined = r | 0.0
              double jump = jump(taken)
              double h = x - y
              double r1 = leap(r1Joined, h, jump)
              return r1

            """.ReplaceLineEndings("\n"), Printer.Print(marked));
    }

    [Fact]
    public void A_partial_function_takes_its_argument_through_its_domain()
    {
        Function guarded = GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Call(Elementary.Pow, s_x, Double(1.5)))));
        Assert.Contains("double inside = inside(x, 0.0, ", Printer.Print(guarded));
        Assert.Contains("pow(inside, 1.5)", Printer.Print(guarded));
    }

    [Fact]
    public void An_argument_whose_form_is_in_the_domain_needs_no_guard()
    {
        Function guarded = GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Call(Elementary.Sqrt, Plus(Double(1), Multiply(s_x, s_x))))));
        Assert.DoesNotContain("inside", Printer.Print(guarded));
    }

    [Fact]
    public void Arms_are_computed_where_they_can_be_taken_and_joined()
    {
        Function lifted = PassList.TidyBounds(IntervalBound.Run(Normal(Compare(Arithmetic.Greater, s_x, Double(1)), Call(Elementary.Sqrt, s_x), s_y)));
        string text = Printer.Print(lifted);
        Assert.Contains("Truth taken = gt(x, {1.0})", text);
        Assert.Contains("if canBeTrue(taken)", text);
        Assert.Contains("sqrt(atLeast(x, {1.0}))", text);
        Assert.Contains("if canBeFalse(taken)", text);
        Assert.Contains("hull(", text);
    }

    [Fact]
    public void A_product_takes_a_name_that_stands_twice_once()
    {
        Assert.Contains("return powN(x, 3) * y", Lifted(Multiply(Multiply(Multiply(s_x, s_y), s_x), s_x)));
    }

    [Fact]
    public void Factors_that_vary_together_are_one_function()
    {
        Assert.Contains("return {1.0} - sqr(x)", Lifted(Multiply(Minus(Double(1), s_x), Plus(Double(1), s_x))));
        Assert.Contains("return sigmoidSlope(x)", Lifted(Multiply(Call(Elementary.Sigmoid, s_x), Call(Elementary.Sigmoid, Negate(s_x)))));
        Assert.Contains("return hypotSlope(y, x)", Lifted(Divide(s_y, Call(Elementary.Hypot, s_x, s_y))));
    }

    [Fact]
    public void A_logistic_quotient_is_one_operation()
    {
        Expression e = Call(Elementary.Exp, Negate(s_x));
        Function spelled = PassList.Normalise(Of(new EquatableArray<Statement>([]), Plus(Divide(s_y, Plus(Double(1), e)), Divide(e, Plus(e, Double(1))))));
        string text = Printer.Print(PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(Logistic.Run(spelled)))));
        Assert.Contains("return y * sigmoid(x) + sigmoid(-x)", text);
    }

    [Fact]
    public void A_divisor_that_can_be_zero_has_the_slope_of_a_jump()
    {
        Function guarded = GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Divide(s_x, s_y))));
        Assert.Contains("double divisor = notZero(y)", Printer.Print(guarded));
        Assert.DoesNotContain("notZero", Printer.Print(GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Divide(s_x, Plus(Double(1), Multiply(s_y, s_y))))))));
    }

    [Fact]
    public void A_negative_power_has_no_value_at_zero()
    {
        Assert.Contains("insideOpen(x, 0.0, ", Printer.Print(GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Call(Elementary.Pow, s_x, Double(-0.5)))))));
        Assert.Contains("= inside(x, 0.0, ", Printer.Print(GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Call(Elementary.Pow, s_x, Double(0.5)))))));
    }

    [Fact]
    public void A_function_with_poles_leaps_where_its_value_is_unbounded()
    {
        string text = Printer.Print(GuardDomains.Run(PassList.Normalise(Of(new EquatableArray<Statement>([]), Call(Elementary.Tan, s_x)))));
        Assert.Contains("poleSlope(", text);
        Assert.Contains("leap(", text);
    }

    /// <summary>A constant that the table rounds must be known to be rounded, or a bound would be about another number.</summary>
    [Fact]
    public void Every_irrational_constant_of_the_table_is_listed()
    {
        Constant[] constants =
        [
            .. PrimitiveTable.All.Where(static p => p.Partials is not null).SelectMany(static p => p.Partials!.SelectMany(partial =>
            {
                Expression[] arguments = [.. Enumerable.Range(0, p.Arity).Select(static i => (Expression)Name("a" + i, ScalarType.Double))];
                return partial?.Invoke(arguments, Name("r", ScalarType.Double)) is { } slope ? Walker.All(slope).OfType<Constant>() : [];
            })).Where(static c => c.Type == ScalarType.Double),
        ];
        Assert.NotEmpty(constants);
        Assert.All(constants, static c => Assert.True(c.Real * 4 == System.Math.Floor(c.Real * 4) || IrrationalConstants.Contains(c.Real), RealText.Of(c.Real)));
    }

    [Theory]
    [InlineData(0.5, 0.25, true)]
    [InlineData(0.1, 0.2, false)]
    public void Sums_fold_only_where_they_are_exact(double left, double right, bool isExact) => Assert.Equal(isExact, Plus(Double(left), Double(right)) is Constant);

    [Theory]
    [InlineData(3, 0.1, false)]
    [InlineData(3, 0.125, true)]
    [InlineData(0, 0.1, true)]
    [InlineData(1e-200, 1e-200, false)]
    public void Products_fold_only_where_they_are_exact(double left, double right, bool isExact) => Assert.Equal(isExact, Multiply(Double(left), Double(right)) is Constant);

    [Theory]
    [InlineData(1, 3, false)]
    [InlineData(1, 8, true)]
    [InlineData(6, 3, true)]
    public void Quotients_fold_only_where_they_are_exact(double left, double right, bool isExact) => Assert.Equal(isExact, Divide(Double(left), Double(right)) is Constant);

    private static string Lifted(Expression result) =>
        Printer.Print(PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(PassList.Normalise(Of(new EquatableArray<Statement>([]), result))))));

    private static Function Marked(Function function, out int jumps)
    {
        Function marked = Jumps.Run(function, out System.Collections.Generic.IReadOnlyList<Border> found);
        jumps = found.Count;
        return marked;
    }

    /// <summary>r = 0; if (condition) { r = then } else { r = otherwise }; return r, in normal form.</summary>
    private static Function Normal(Expression condition, Expression then, Expression otherwise) => PassList.Normalise(Of(
        new EquatableArray<Statement>([new Variable("r", Double(0)), new If(condition, Assigned(then), Assigned(otherwise))]), Name("r", ScalarType.Double)));

    private static Block Assigned(Expression value) => new(new EquatableArray<Statement>([new Assign("r", value)]));

    private static Function Of(EquatableArray<Statement> body, Expression result) => new(
        "F", [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("y", ScalarType.Double, ParameterKind.Scalar, true)], [], new(body), [result]);
}
