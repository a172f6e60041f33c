extern alias compiler;

using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>Tables: pieces are found, errors are bounded and about equal, pieces meet as they must, and what jumps has none.</summary>
public sealed class TabulatorTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    /// <summary>Whatever the knots are, an argument's piece is the number of knots at it or before it.</summary>
    [Fact]
    public void Every_index_finds_the_piece()
    {
        Random random = new(3);
        HashSet<IndexKind> seen = [];
        for (int round = 0; round < 300; round++)
        {
            double lo = random.Next(3) == 0 ? -random.NextDouble() * 10 : random.NextDouble(), hi = lo + Math.Exp((random.NextDouble() * 16) - 4);
            int count = random.Next(1, 40);
            bool isGeometric = lo > 0 && round % 2 == 0;
            double[] knots =
            [
                .. Enumerable.Range(1, count).Select(i => (i + (0.9 * random.NextDouble())) / (count + 2))
                    .Select(s => isGeometric ? lo * Math.Pow(hi / lo, s) : round % 5 == 0 ? lo + ((hi - lo) * Math.Pow(s, 12)) : lo + ((hi - lo) * s)).Distinct(),
            ];
            TableIndex index = TableIndex.Of(lo, hi, knots);
            seen.Add(index.Kind);
            foreach (double x in knots.SelectMany(static k => new[] { Math.BitDecrement(k), k, Math.BitIncrement(k) }).Concat([lo, hi]).Concat(Enumerable.Range(0, 100).Select(_ => lo + ((hi - lo) * random.NextDouble()))))
            {
                double inside = Math.Min(Math.Max(x, lo), hi);
                Assert.Equal(knots.Count(k => k <= inside), index.PieceOf(inside, knots));
            }
        }
        Assert.Superset(new HashSet<IndexKind> { IndexKind.Cells, IndexKind.Bits, IndexKind.Search }, seen);
    }

    /// <summary>The error of interpolation is as level as it can be, or nearly: none of its extrema is far below another.</summary>
    [Theory]
    [InlineData(3, -1, 1.0001)]
    [InlineData(8, -1, 1.0001)]
    [InlineData(5, 0, 1.15)]
    [InlineData(8, 0, 1.15)]
    [InlineData(5, 1, 1.15)]
    [InlineData(8, 1, 1.15)]
    public void The_nodes_level_the_error(int degree, int continuity, double ratio)
    {
        PieceNodes nodes = new(degree, continuity);
        Assert.Equal(degree + 1, nodes.Values.Count + (nodes.HasSlopes ? 2 : 0));
        double[] sizes = [.. nodes.Checks.Select(s => Math.Abs(nodes.Values.Aggregate(1.0, (p, z) => p * (s - z)) * (nodes.HasSlopes ? 1 - (s * s) : 1)))];
        Assert.InRange(sizes.Max() / sizes.Min(), 1, ratio);
        Assert.Equal(nodes.Checks, nodes.Checks.Order());
    }

    /// <summary>Random composites: the error that samples show is never above the proved one, and hardly below it.</summary>
    [Fact]
    public void A_bound_holds_and_is_near_the_truth()
    {
        Random random = new(5);
        int proved = 0;
        for (int round = 0; round < 24; round++)
        {
            Expression function = Composite(random, 3);
            bool isSingle = round % 4 == 3;
            WantedTable wanted = new(-1.5, 2, Measure.Absolute, isSingle ? 1e-5 : Math.Pow(10, -3 - random.Next(8)), isSingle, (round % 3) - 1);
            Samples samples = SamplesOf(Block.Empty, function);
            Tabulated found = Tabulator.Find(samples, wanted);
            Assert.InRange(found.Bound.Upper, 0, wanted.Tolerance);
            double worst = 0;
            foreach (double place in Enumerable.Range(0, 4001).Select(static i => -1.5 + (3.5 * i / 4000)).Append(found.Bound.Where))
            {
                double x = isSingle ? (float)place : place;
                worst = Math.Max(worst, Math.Abs((found.Table.Run(x) - samples.Value(x)).Hi));
            }
            if (found.IsProved)
            {
                proved++;
                Assert.True(worst <= found.Bound.Upper, $"{round}");
                // Rounding alone may err less than half a unit: that of a constant is what it is.
                Assert.True(found.Bound.Upper <= 1.2 * worst || found.Bound.Approximation < 0.5 * found.Bound.Upper, $"{round}: {found.Bound.Upper} against {worst}");
            }
        }
        Assert.InRange(proved, 22, 24);
    }

    /// <summary>Of all pieces but the last ones; equal errors are what makes pieces few.</summary>
    [Fact]
    public void Errors_are_about_equal_and_the_table_is_small()
    {
        foreach (double tolerance in new[] { 1e-4, 1e-7, 1e-10, 1e-13 })
        {
            Tabulated found = Tabulator.Find(SamplesOf(Block.Empty, Call(Elementary.Tanh, Multiply(Double(5), s_x))), new(-1, 1, Measure.Absolute, tolerance, IsSingle: false));
            Assert.True(found.IsProved);
            double[] errors = [.. found.Table.Pieces.Select(static p => p.Error)];
            Assert.InRange(errors.Order().ElementAt(errors.Length / 10), 0.5 * errors.Max(), errors.Max());
            Assert.InRange(found.Table.Pieces.Count * PieceTable.BytesOfPiece(found.Table.Degree), 0, 4096);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Pieces_meet(int continuity)
    {
        foreach (Expression function in new[] { Call(Elementary.Sin, s_x), Call(Elementary.Sqrt, Plus(Double(1), Multiply(s_x, s_x))), Call(Elementary.Abs, Minus(s_x, Double(0.3))) })
        {
            Tabulated found = Tabulator.Find(SamplesOf(Block.Empty, function), new(-3, 4, Measure.Absolute, 1e-6, IsSingle: false, continuity));
            (double value, double slope) = found.Table.Jumps();
            Assert.InRange(value, 0, 4 * 4.5e-16); // a few units in the last place of values up to 5
            Assert.InRange(continuity == 1 ? slope : 0, 0, 1e-12); // units of coefficients of about 1, or 1/width² where a kink is rounded off, times widths
        }
    }

    /// <summary>Far narrower than pieces are: a peak of 10⁻⁵ of the domain, and a jump and back.</summary>
    [Fact]
    public void What_samples_do_not_show_the_proof_finds()
    {
        Expression d = Divide(Minus(s_x, Double(3.21)), Double(1e-4));
        Samples samples = SamplesOf(Block.Empty, Plus(Call(Elementary.Sin, s_x), Call(Elementary.Exp, Negate(Multiply(d, d)))));
        Tabulated found = Tabulator.Find(samples, new(0, 10, Measure.Absolute, 1e-6, IsSingle: false));
        Assert.True(found.IsProved);
        for (int i = -500; i <= 500; i++)
        {
            double x = 3.21 + (i * 1e-6);
            Assert.InRange(Math.Abs((found.Table.Run(x) - samples.Value(x)).Hi), 0, 1e-6);
        }
        Expression slot = Call(Arithmetic.AndAlso, Compare(Arithmetic.Greater, s_x, Double(0.7)), Compare(Arithmetic.Less, s_x, Double(0.7000001)));
        JumpException jump = Assert.Throws<JumpException>(() => Tabulator.Find(SamplesOf(Block.Empty, Call(Arithmetic.Select, slot, Double(1), Double(0))), new(0, 1, Measure.Absolute, 1e-6, IsSingle: false)));
        Assert.InRange(jump.At, 0.6999999, 0.7000002);
        Assert.Equal(1, Math.Abs(jump.After - jump.Before));
    }

    /// <summary>One polynomial is 1 + x², but about the middle of the domain its terms cancel near zero, to 10² in place of 1.</summary>
    [Fact]
    public void Where_terms_cancel_pieces_are_cut()
    {
        Samples samples = SamplesOf(Block.Empty, Plus(Double(1), Multiply(s_x, s_x)));
        Tabulated found = Tabulator.Find(samples, new(0, 1e9, Measure.Relative, 1e-6, IsSingle: false));
        Assert.True(found.IsProved);
        Assert.True(found.Table.Pieces.Count > 1);
        for (double x = 1e-10; x < 1e9; x *= 1.07)
        {
            DoubleDouble value = samples.Value(x);
            Assert.InRange(Math.Abs(((found.Table.Run(x) - value) / value).Hi), 0, found.Bound.Upper);
        }
    }

    [Fact]
    public void A_model_too_dear_to_compute_has_no_table()
    {
        Assert.Contains("steps", Assert.Throws<ApproximationException>(() => Tabulator.Find(SamplesOf(Sum(400_000), Name("sum", ScalarType.Double)), new(0, 1, Measure.Absolute, 1e-3, IsSingle: false))).Message);

        // Σ exp(−i·x)/n: a node or more for each term.
        static Block Sum(int terms) => new(
        [
            new Variable("sum", Double(0)),
            new For("i", Int(0), Int(terms), 1, new([new Assign("sum", Plus(Name("sum", ScalarType.Double), Divide(Call(Elementary.Exp, Multiply(Negate(Convert(Name("i", ScalarType.Int), ScalarType.Double)), s_x)), Double(terms))))])),
        ]);
    }

    private static Samples SamplesOf(Block body, Expression result) =>
        Samples.Of(new(PassList.Normalise(new Function("F", [new Parameter("x", ScalarType.Double, ParameterKind.Scalar, true)], [], body, [result])), []));

    /// <summary>Smooth or with kinks, defined everywhere, of moderate size.</summary>
    private static Expression Composite(Random random, int depth)
    {
        if (depth == 0)
        {
            return random.Next(3) == 0 ? Double(Math.Round(random.NextDouble() * 2, 2)) : s_x;
        }
        Expression a = Composite(random, depth - 1);
        return random.Next(9) switch
        {
            0 => Call(Elementary.Sin, Multiply(Double(2), a)),
            1 => Call(Elementary.Tanh, a),
            2 => Call(Elementary.Exp, Negate(Multiply(a, a))),
            3 => Divide(Double(1), Plus(Double(1), Multiply(a, a))),
            4 => Plus(a, Composite(random, depth - 1)),
            5 => Multiply(a, Call(Elementary.Cos, s_x)),
            6 => Call(Elementary.Sqrt, Plus(Double(0.5), Multiply(a, a))),
            7 => Call(Elementary.Abs, Minus(a, Double(0.37))),
            _ => Call(Elementary.Atan, Plus(a, s_x)),
        };
    }
}
