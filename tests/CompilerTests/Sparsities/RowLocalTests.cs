using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static CompilerTests.Sparsities.PatternModel;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

/// <summary>Loops whose iterations write rows of their own from elements of the variables.</summary>
public sealed class RowLocalTests
{
    private static readonly Read I = Int32("i"), J = Int32("j");

    [Fact]
    public void Sites_are_what_an_iteration_reads_once_each()
    {
        RowLocal loop = Assert.Single(Provable(Model(Loop("i", Int(1), Offset(N, -1), Set("y", I, Plus(Mixed(X(Offset(I, -1)), X(Offset(I, 1)), X(Offset(I, 1))), Real("a")))))).Loops);
        Assert.Equal(
            ["x i - 1 1 0", "x i + 1 1 1", "a 0 1 2"],
            loop.Sites.Select(static s => $"{s.Input} {Printer.Print(s.First)} {s.Count} {s.Position}"));
        Assert.Equal((3, false, false), (loop.Width, loop.MayAlias, loop.HasConditionalSites));
    }

    [Fact]
    public void Inner_loops_of_known_length_are_written_out()
    {
        RowLocal loop = Assert.Single(Provable(Model(
            Loop("i", Int(0), N,
                new Variable("s", Double(0)),
                Loop("j", Int(0), Int(3), new Assign("s", Plus(Real("s"), Sin(X(IndexPlus(Times(Int(3), Obs(I)), J)))))),
                Loop("k", Int(0), Int(2), Set("y", IndexPlus(Times(Int(2), I), Int32("k")), Multiply(Real("s"), X(IndexPlus(Times(N, Int32("k")), I)))))))).Loops);
        Assert.Equal(["i 1", "i + n 1", "3 * obs[i] 3"], loop.Sites.Select(static s => $"{Printer.Print(s.First)} {s.Count}"));
        Assert.True(loop.MayAlias);
    }

    [Fact]
    public void A_site_under_a_condition_is_said_to_be()
    {
        RowLocal loop = Assert.Single(Provable(Model(Loop("i", Int(0), N,
            new Variable("v", X(I)), new If(Compare(Arithmetic.Greater, I, Int(0)), Block(new Assign("v", X(Offset(I, -1)))), Block()), Set("y", I, Real("v"))))).Loops);
        Assert.True(loop.HasConditionalSites);
    }

    [Fact]
    public void Iterations_that_depend_on_others_are_not_local()
    {
        Assert.Empty(Loops(new Variable("s", Double(0)), Loop("i", Int(0), N, new Assign("s", Plus(Real("s"), X(I))), Set("y", I, Real("s")))));
        Assert.Empty(Loops(Loop("i", Int(1), N, Set("y", I, Mixed(At("y", Offset(I, -1)), X(I))))));
        Assert.Empty(Loops(new Let("e", Call(Elementary.Exp, Real("a"))), Loop("i", Int(0), N, Set("y", I, Multiply(Real("e"), X(I))))));
    }

    [Fact]
    public void Rows_that_meet_and_rows_of_unknown_length_are_not_local()
    {
        Assert.Empty(Loops(Loop("i", Int(0), N, Set("y", Obs(I), X(I)))));
        Assert.Empty(Loops(Loop("i", Int(0), Offset(N, -1), Set("y", I, X(I)), Add("y", Offset(I, 1), X(I)))));
        Assert.Empty(Loops(Loop("i", Int(0), N, Set("y", I, X(I))), Loop("j", Int(0), N, Add("y", J, Sin(X(J))))));
        Assert.Empty(Loops(Loop("i", Int(0), N, Loop("j", Int(0), N, Add("y", I, Sin(X(J)))))));
        Assert.Single(Loops(Loop("i", Int(0), N, Set("y", Times(Int(2), I), X(I)), Set("y", Offset(Times(Int(2), I), 1), Sin(X(I))))));
    }

    private static EquatableArray<RowLocal> Loops(params Statement[] body) => Provable(Model(body)).Loops;
}
