using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>What can never run is not written: the compiler would warn of it.</summary>
public sealed class KnownConditionTests
{
    [Fact]
    public void A_branch_whose_outcome_is_known_leaves_only_the_arm_that_runs()
    {
        Function normal = PassList.Normalise(WithBranch(Compare(Arithmetic.Less, Int(0), Int(1))));

        Assert.DoesNotContain(Walker.Statements(normal.Body), static s => s is If);
        Assert.Equal(3.0, Evaluator.Evaluate(normal, 3.0).Real);
    }

    [Fact]
    public void Nothing_is_less_than_itself_and_only_NaN_is_unequal_to_itself()
    {
        Read count = Name("n", ScalarType.Int), real = Name("x", ScalarType.Double);

        Assert.Equal(Bool(false), Conditions.Fold(Compare(Arithmetic.Less, count, count)));
        Assert.Equal(Bool(false), Conditions.Fold(Compare(Arithmetic.Less, real, real)));
        Assert.Equal(new Apply(ScalarType.Bool, Elementary.IsNaN, [real]), Conditions.Fold(Compare(Arithmetic.NotEqual, real, real)));
        Assert.Equal(Not(new Apply(ScalarType.Bool, Elementary.IsNaN, [real])), Conditions.Fold(Compare(Arithmetic.LessOrEqual, real, real)));
    }

    [Fact]
    public void A_loop_that_never_starts_leaves_its_initial_values()
    {
        Variable sum = new("s", Name("x", ScalarType.Double));
        While never = new(Bool(false), new((EquatableArray<Statement>)[new Assign("s", Double(7))]));
        Function function = Unary([sum, never], Name("s", ScalarType.Double));

        Function normal = PassList.Normalise(function);

        Assert.DoesNotContain(Walker.Statements(normal.Body), static s => s is While);
        Assert.Equal(3.0, Evaluator.Evaluate(normal, 3.0).Real);
    }

    private static Function WithBranch(Expression condition) => Unary(
        [
            new Variable("r", Double(0)),
            new If(condition, new((EquatableArray<Statement>)[new Assign("r", Name("x", ScalarType.Double))]), new((EquatableArray<Statement>)[new Assign("r", Double(9))])),
        ],
        Name("r", ScalarType.Double));

    private static Function Unary(EquatableArray<Statement> statements, Expression result) =>
        new("F", [new("x", ScalarType.Double, ParameterKind.Scalar, true)], [], new(statements), [result]);
}
