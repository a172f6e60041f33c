using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static CompilerTests.Sparsities.PatternModel;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

/// <summary>Patterns that are found exactly, and the text of some that are read by people.</summary>
public sealed class JacobianPatternTests
{
    private static readonly Read I = Int32("i"), J = Int32("j"), K = Int32("k");

    [Fact]
    public void A_stencil_is_a_band()
    {
        Function band = Model(
            Set("y", Int(0), Mixed(X(Int(0)), X(Int(1)))),
            Loop("i", Int(1), Offset(N, -1), Set("y", I, Mixed(X(Offset(I, -1)), X(I), X(Offset(I, 1))))),
            Set("y", Offset(N, -1), Mixed(X(Offset(N, -2)), X(Offset(N, -1)))));
        Check(band, Arguments(6, 6), isExact: true);
        Pattern pattern = Provable(band);
        Assert.Equal(
            """
            void FJacobianPattern(double variable a, double[] variable x, int n, int[] obs, double[] output y)
              pattern.AddRange(0, 1, 2)
              for i from 1 to n - 1 by 1
                pattern.AddRange(i, i, 3)
              pattern.AddRange(n - 1, n - 1, 2)
            """,
            Texts(pattern.Program));
    }

    [Fact]
    public void Blocks_and_arrows_are_exact()
    {
        // y[3i + j] depends on x[3i .. 3i + 3]
        Function blocks = Model(Loop("i", Int(0), N, Loop("j", Int(0), Int(3),
            Set("y", IndexPlus(Times(Int(3), I), J), Mixed(X(Times(Int(3), I)), X(Offset(Times(Int(3), I), 1)), X(Offset(Times(Int(3), I), 2)))))));
        Check(blocks, Arguments(12, 4, 12, []), isExact: true);
        Assert.Equal(3, Provable(blocks).Shape.MostPerRow);

        Function arrow = Model(
            new Variable("s", Double(0)),
            Loop("k", Int(0), N, new Assign("s", Plus(Real("s"), Sin(X(K))))),
            Set("y", Int(0), Real("s")),
            Loop("i", Int(1), N, Set("y", I, Mixed(X(Int(0)), X(I)))));
        Check(arrow, Arguments(6, 6), isExact: true);
        Assert.Equal(
            """
            void FJacobianPattern(double variable a, double[] variable x, int n, int[] obs, double[] output y)
              pattern.AddRange(0, 1, n)
              for i from 1 to n by 1
                pattern.Add(i, 1)
                pattern.Add(i, i + 1)
            """,
            Texts(Provable(arrow).Program));
    }

    [Fact]
    public void Index_arrays_scatter()
    {
        // ADBench's bundle adjustment in small: two rows per observation, camera blocks of four, a weight each
        Expression camera = Times(Int(4), Obs(Times(Int(2), I))), point = Offset(Times(Int(3), Obs(Offset(Times(Int(2), I), 1))), 8);
        Expression shared = Mixed(X(camera), X(Offset(camera, 1)), X(Offset(camera, 2)), X(Offset(camera, 3)), X(point), X(Offset(point, 1)), X(Offset(point, 2)));
        Function model = Model(
            Loop("i", Int(0), N,
                new Let("p", shared),
                Set("y", Times(Int(2), I), Mixed(Real("p"), X(Offset(I, 17)))),
                Set("y", Offset(Times(Int(2), I), 1), Mixed(Real("p"), Real("p"), X(Offset(I, 17))))));
        Check(model, Arguments(22, 5, 10, [0, 2, 1, 1, 0, 0, 1, 2, 1, 0]), isExact: true);
        Pattern pattern = Provable(model);
        RowLocal loop = Assert.Single(pattern.Loops);
        Assert.Equal((8, 8, true, false), (loop.Width, pattern.Shape.MostPerRow, loop.MayAlias, loop.HasConditionalSites));
        Assert.Equal([4, 3, 1], System.Linq.Enumerable.Select(loop.Sites, static s => s.Count));
    }

    [Fact]
    public void Matrix_products_are_dense_in_rows()
    {
        Function product = Model(Loop("i", Int(0), N, Loop("k", Int(0), N, Add("y", I, Multiply(X(IndexPlus(Times(I, N), K)), X(IndexPlus(Times(K, N), I)))))));
        Check(product, Arguments(16, 4, 4, []), isExact: true);

        Function dense = Model(Loop("i", Int(0), N, Loop("k", Int(0), new Length("x"), Add("y", I, Multiply(Mixed(X(K), Real("a")), Convert(Offset(I, 1), ScalarType.Double))))));
        Check(dense, Arguments(5, 5), isExact: true);
        Assert.True(Provable(dense).Shape.IsDense);
        Assert.Contains("pattern.AddRange(i, 1, x.Length)", Texts(Provable(dense).Program));
    }

    [Fact]
    public void Residuals_are_dense_in_parameters_and_local_to_rows()
    {
        // b0 * exp(−b1 t[i]) + b2 with data in obs
        Expression t = Convert(Obs(I), ScalarType.Double);
        Function residual = Model(Loop("i", Int(0), N, Set("y", I, Plus(Multiply(X(Int(0)), Call(Elementary.Exp, Multiply(X(Int(1)), t))), X(Int(2))))));
        Check(residual, Arguments(3, 5, 5, [1, 2, 3, 4, 5]), isExact: true);
        RowLocal loop = Assert.Single(Provable(residual).Loops);
        Site site = Assert.Single(loop.Sites);
        Assert.Equal((3, false), (site.Count, loop.MayAlias));
    }

    [Fact]
    public void Local_arrays_are_looked_through()
    {
        Function twice = Model(
            Local("u", N),
            Loop("j", Int(1), Offset(N, -1), Set("u", J, Mixed(X(Offset(J, -1)), X(J), X(Offset(J, 1))))),
            Set("u", Int(0), X(Int(0))),
            Set("u", Offset(N, -1), X(Offset(N, -1))),
            Loop("i", Int(0), N, Set("y", I, Sin(At("u", I)))));
        Check(twice, Arguments(6, 6), isExact: true);

        Function matrix = Model(
            Local("u", Times(N, N)),
            Loop("i", Int(0), N, Loop("j", Int(0), N, Set("u", IndexPlus(Times(I, N), J), Mixed(X(I), Plus(X(J), Double(3)))))),
            Loop("i2", Int(0), N, Loop("j2", Int(1), N, Set("y", IndexPlus(Times(Int32("i2"), N), Int32("j2")), At("u", Offset(IndexPlus(Times(Int32("i2"), N), Int32("j2")), -1))))));
        Check(matrix, Arguments(4, 16), isExact: true);

        Function small = Model(
            Local("t", Int(3)),
            Set("t", Int(0), X(Int(0))),
            Set("t", Int(1), Sin(At("t", Int(0)))),
            Set("t", Int(2), Mixed(X(Int(3)), Real("a"))),
            Set("y", Int(0), At("t", Int(1))),
            Set("y", Int(1), At("t", Int(2))));
        Check(small, Arguments(4, 2), isExact: true);
    }

    [Fact]
    public void Recurrences_are_triangular()
    {
        Check(Model(Set("y", Int(0), X(Int(0))), Loop("i", Int(1), N, Set("y", I, Mixed(At("y", Offset(I, -1)), X(I))))), Arguments(6, 6), isExact: true);
        Check(Model(Down("i", Offset(N, -1), Int(-1), Set("y", I, Sin(X(I))), new If(Compare(Arithmetic.Less, I, Offset(N, -1)), Block(Add("y", I, At("y", Offset(I, 1)))), Block()))), Arguments(6, 6), isExact: true);
        Check(Model(new Variable("s", Real("a")), Loop("i", Int(0), N, new Assign("s", Plus(Real("s"), Sin(X(I)))), Set("y", I, Real("s")))), Arguments(6, 6), isExact: true);
    }

    [Fact]
    public void What_a_loop_carries_from_the_last_iteration_stays_near()
    {
        Function difference = Model(
            new Variable("previous", Real("a")),
            Loop("i", Int(0), N, Set("y", I, Mixed(Real("previous"), X(I))), new Assign("previous", X(I))));
        Check(difference, Arguments(6, 6), isExact: true);
    }

    [Fact]
    public void Counters_have_formulas()
    {
        Function packed = Model(
            new Variable("k", Int(0)),
            Loop("i", Int(0), N, Loop("j", Int(0), Int(2), Set("y", K, Sin(X(K))), new Assign("k", Offset(K, 1)))));
        Check(packed, Arguments(6, 3, 6, []), isExact: true);

        Function cyclic = Model(
            new Variable("last", Offset(N, -1)),
            Loop("i", Int(0), N, Set("y", I, Mixed(X(I), X(Int32("last")))), new Assign("last", I)));
        Check(cyclic, Arguments(6, 6), isExact: true);
    }

    [Fact]
    public void Conditions_on_integers_guard_and_others_count_with_both_arms()
    {
        Function guarded = Model(Loop("i", Int(0), N,
            new Variable("v", Sin(X(I))),
            new If(Compare(Arithmetic.Greater, I, Int(0)), Block(new Assign("v", Multiply(Real("v"), X(Offset(I, -1))))), Block()),
            Set("y", I, Real("v"))));
        Check(guarded, Arguments(6, 6), isExact: true);

        Function unknown = Model(Loop("i", Int(0), N,
            new If(Compare(Arithmetic.Greater, X(I), Double(100)), Block(Set("y", I, X(Offset(I, 1)))), Block(Set("y", I, Sin(X(I)))))));
        Assert.Equal(
            """
            .xx...
            ..xx..
            ...xx.
            ....xx
            .....x
            """.ReplaceLineEndings("\n"),
            Check(unknown, Arguments(5, 5), isExact: false));
    }

    [Fact]
    public void Rows_are_outputs_in_order_with_results_last()
    {
        Function both = Scalar(Mixed(X(Int(1)), Real("a")), Loop("i", Int(0), N, Set("y", I, Sin(X(I)))));
        Assert.Equal(".x..\n..x.\n...x\nx.x.", Check(both, Arguments(3, 3), isExact: true));
    }

    [Fact]
    public void Parts_of_arrays_and_checks_of_arguments_are_followed()
    {
        Function parts = Model(
            new If(Compare(Arithmetic.NotEqual, N, new Length("x")), Block(new Throw("new ArgumentException()", [])), Block()),
            Local("u", Times(Int(2), N)),
            Loop("i", Int(0), N,
                new Slice("part", ScalarType.Double, "u", Times(Int(2), I), Int(2), false),
                Set("part", Int(0), Sin(X(I))),
                Set("part", Int(1), Mixed(Real("a"), X(I)))),
            Loop("j", Int(0), N, Set("y", J, At("u", Times(Int(2), J)))));
        Check(parts, Arguments(4, 4), isExact: true);
        Function program = Provable(parts).Program;
        Assert.Throws<EvaluationException>(() => PatternRun.Entries(program, Arguments(4, 3, 4, []), 4, 5));
    }

    [Fact]
    public void Iterating_to_convergence_hides_no_dependence()
    {
        Function newton = Model(
            new Variable("r", X(Int(0))),
            new While(Compare(Arithmetic.Greater, Call(Elementary.Abs, Real("r")), Double(0.1)), Block(new Assign("r", Multiply(Multiply(Real("r"), Real("r")), Mixed(X(Int(2)), Real("a")))))),
            Set("y", Int(0), Real("r")));
        Check(newton, Arguments(4, 1), isExact: false);
    }

    private static string Texts(Function program) => Printer.Print(program).TrimEnd().Replace("\n  return", "").Replace(" = pattern", " pattern").Replace("; )", ")");
}
