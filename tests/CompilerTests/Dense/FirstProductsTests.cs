using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Dense;

/// <summary>Outputs that the first product defines.</summary>
public sealed class FirstProductsTests
{
    private static readonly Parameter[] s_parameters =
    [
        .. new[] { "x", "d" }.Select(static a => new Parameter(a, ScalarType.Double, ParameterKind.Array, false)),
        new("g", ScalarType.Double, ParameterKind.Output, false), new("n", ScalarType.Int, ParameterKind.Scalar, false), new("m", ScalarType.Int, ParameterKind.Scalar, false),
    ];

    private static Contract Outer => new(
        [Integer("m"), Integer("m")], new(ScalarType.Double, "g", Int(0), [Integer("m"), Int(1)]), new(ScalarType.Double, "d", Int(0), [Int(1), Int(0)]), new(ScalarType.Double, "x", Int(0), [Int(0), Int(1)]));

    private static Let End(Expression from) => new("end", new Apply(ScalarType.Int, LaneOperations.BlocksEnd, [from, Integer("n"), Int(8)]));

    private static Function Of(params Statement[] body) => new("F", s_parameters.ToEquatableArray(), [], Block(body), [Double(0)]);

    private static For Loop(string index, Expression from, Expression to, params Statement[] body) => new(index, from, to, 1, Block(body));

    [Fact]
    public void The_first_iteration_of_whole_blocks_or_of_the_remainder_defines()
    {
        Function after = FirstProducts.Run(
            Of(End(Int(0)), Loop("i", Int(0), Integer("end"), Outer), Loop("j", Integer("end"), Integer("n"), Outer, Outer)), ["g"], out Dictionary<string, Expression> empty);
        Assert.Equal("n <= 0", Printer.Print(empty["g"]));
        Assert.Equal(
            ["contract [m, m] g[0; m, 1] += d[0; 1, 0] * x[0; 0, 1] defines where i == 0", "contract [m, m] g[0; m, 1] += d[0; 1, 0] * x[0; 0, 1] defines where j == 0", "contract [m, m] g[0; m, 1] += d[0; 1, 0] * x[0; 0, 1]"],
            Walker.Statements(after.Body).OfType<Contract>().Select(static c => Printer.Print(c).Trim()));
    }

    [Fact]
    public void The_first_product_defines_what_all_of_them_compute()
    {
        Function before = Of(Loop("i", Int(0), Integer("n"), Outer)), after = FirstProducts.Run(before, ["g"], out _);
        Verifier.Verify(after, Form.Normal);
        foreach (int n in new[] { 1, 3 })
        {
            Cells expected = Cells.Of([0.0, 0, 0, 0, 0]), actual = Cells.Of([7.0, 7, 7, 7, 7]);
            Evaluator.Evaluate(before, [Cells.Of([2.0, 3]), Cells.Of([5.0, -1]), expected, n, 2]);
            Evaluator.Evaluate(after, [Cells.Of([2.0, 3]), Cells.Of([5.0, -1]), actual, n, 2]);
            Assert.Equal(Enumerable.Range(0, 5).Select(k => expected[k].Real.Hi), Enumerable.Range(0, 5).Select(k => actual[k].Real.Hi));
        }
    }

    [Fact]
    public void An_output_that_something_else_touches_keeps_its_zeros() =>
        Stays(Loop("i", Int(0), Integer("n"), Outer, new Add("g", Int(0), Double(1))));

    [Fact]
    public void A_product_on_a_condition_keeps_zeros() =>
        Stays(Loop("i", Int(0), Integer("n"), new If(Compare(Arithmetic.Less, Integer("i"), Int(3)), Block(Outer), Block())));

    [Fact]
    public void Loops_that_do_not_continue_each_other_keep_zeros() => Stays(Loop("i", Int(0), Integer("m"), Outer), Loop("j", Integer("m"), Integer("n"), Outer));

    [Fact]
    public void A_bound_that_is_not_known_before_keeps_zeros() => Stays(new Let("k", IndexPlus(Integer("n"), Int(1))), Loop("i", Int(0), Integer("k"), Outer));

    private static void Stays(params Statement[] body)
    {
        Function function = Of(body);
        Assert.Same(function, FirstProducts.Run(function, ["g"], out Dictionary<string, Expression> empty));
        Assert.Empty(empty);
    }
}
