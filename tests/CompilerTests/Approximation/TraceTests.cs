extern alias compiler;

using System;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Models as graphs, and their expansions against the evaluator.</summary>
public sealed class TraceTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    [Fact]
    public void A_loop_runs_and_a_branch_is_decided_by_the_box()
    {
        // sum = 1; for i in 1..9: sum = 1 + sum·x/(10 − i), the first terms of eˣ; beyond 1 it is x².
        Read sum = Name("sum", ScalarType.Double);
        Block body = new(
        [
            new Variable("sum", Double(1)),
            new For("i", Int(1), Int(10), 1, new(
            [
                new Assign("sum", Plus(Double(1), Divide(Multiply(sum, s_x), Convert(IndexMinus(Int(10), Name("i", ScalarType.Int)), ScalarType.Double)))),
            ])),
            new If(Compare(Arithmetic.Greater, s_x, Double(1)), new([new Assign("sum", Multiply(s_x, s_x))]), Block.Empty),
        ]);
        Target target = Models.Of(body, sum);
        Assert.InRange((double)target.Value(0.5), Math.Exp(0.5) - 1e-8, Math.Exp(0.5));
        Assert.Equal(2.25, (double)target.Value(1.5));
        Assert.NotNull(target.Find(new Interval(0, 0.5)));
        Assert.NotNull(target.Find(new Interval(1.1, 1.5)));
        Assert.Null(target.Find(new Interval(0.5, 1.5)));
        Interval both = target.Range(new Interval(0.5, 1.5));
        Assert.True(both.Contains(Math.Exp(0.5) - 1e-9) && both.Contains(2.25) && both.IsBounded);
    }

    [Fact]
    public void Every_smooth_row_has_the_expansion_of_its_derivatives()
    {
        foreach (Primitive row in PrimitiveTable.All)
        {
            if (row.Arity != 1 || row.Partials is not [{ }] || row.Kink.Length > 0 || row == Elementary.Detach || row == Elementary.Hold || row.Precise is null)
            {
                continue;
            }
            const double At = 0.25, Step = 0.03125;
            double at = row == Elementary.Acosh ? 1 + At : At;
            Target target = Models.Of(Call(row, s_x));
            int node = target.Find(new Interval(at, at))!.Value;
            Series<Ball, BallField> series = new(target.Graph, at, 20);
            double sum = 0;
            for (int k = 20; k >= 0; k--)
            {
                sum = (sum * Step) + series[node, k].Middle.Hi;
            }
            double expected = (double)target.Value(at + Step);
            // The next term is below (Step/distance of the nearest pole)²¹ = 2⁻⁶³ of the value; what is left is the summation in doubles.
            Assert.True(Math.Abs(sum - expected) <= 1e-15 * Math.Max(1, Math.Abs(expected)), $"{row.Name}: {sum:R} {expected:R}");
        }
    }

    [Fact]
    public void Pieces_are_the_piece_that_holds()
    {
        Check(Call(Elementary.Abs, s_x), new(-2, -1), new(-1, 1));
        Check(Call(Elementary.Max, s_x, Double(0.5)), new(1, 2), new(0, 1));
        Check(Call(Elementary.Clamp, s_x, Double(-1), Double(1)), new(-0.5, 0.5), new(0.5, 1.5));
        Check(Call(Elementary.Floor, s_x), new(1.25, 1.5), new(0.5, 1.5));
        Check(Call(Elementary.Sqrt, s_x), new(0.5, 1), new(-1, 1));
        Check(Divide(Double(1), s_x), new(0.5, 1), new(-1, 1));

        static void Check(Expression function, Interval decided, Interval undecided)
        {
            Target target = Models.Of(function);
            Assert.NotNull(target.Find(decided));
            Assert.Null(target.Find(undecided));
        }
    }

    [Fact]
    public void What_is_not_known_at_build_time_is_refused()
    {
        Function two = new("F", [new("x", ScalarType.Double, ParameterKind.Scalar, true), new("k", ScalarType.Double, ParameterKind.Scalar, false)], [], Block.Empty, [Multiply(s_x, Name("k", ScalarType.Double))]);
        Assert.Throws<ApproximationException>(() => Target.Of(new(PassList.Normalise(two), [])).Value(1));
    }
}
