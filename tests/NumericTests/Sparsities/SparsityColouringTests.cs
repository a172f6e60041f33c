using System;
using System.Linq;
using CsCheck;
using Proxima;

namespace NumericTests.Sparsities;

public sealed class SparsityColouringTests
{
    [Fact]
    public void Columns_of_one_colour_share_no_row_and_every_value_comes_back()
    {
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 1_000_000]).Sample(static (rows, columns, seed) =>
        {
            Random random = new(seed);
            Check(SparsityPatterns.Random(random, rows, columns, random.Next(1 + (rows * columns / 4))));
        }, iter: 500);
    }

    [Fact]
    public void A_star_colouring_gives_back_every_value_of_a_symmetric_matrix()
    {
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 1_000_000]).Sample(static (n, seed) =>
        {
            Random random = new(seed);
            CheckSymmetric(SparsityPatterns.RandomSymmetric(random, n, random.Next(1 + (n * n / 6))));
        }, iter: 500);
    }

    [Fact]
    public void Patterns_with_a_known_number_of_colours_take_that_number()
    {
        Assert.Equal(3, Check(SparsityPatterns.Band(1000, 1)));
        Assert.Equal(5, Check(SparsityPatterns.Band(1000, 2)));
        Assert.Equal(6, Check(SparsityPatterns.Blocks(50, 6)));
        Assert.Equal(300, Check(SparsityPatterns.Arrow(300)));
        Assert.Equal(1, Check(SparsityPatterns.Band(100, 0)));
        Assert.Equal(1, Check(SparsityPatterns.Of(3, 7, [])));
        Assert.Equal(4, Check(SparsityPatterns.Of(2, 4, [(1, 0), (1, 1), (1, 2), (1, 3)])));
    }

    [Fact]
    public void Symmetry_saves_directions()
    {
        Assert.Equal(2, CheckSymmetric(SparsityPatterns.Arrow(300)));
        Assert.InRange(CheckSymmetric(SparsityPatterns.Band(1000, 1)), 3, 3);
        Assert.Equal(6, CheckSymmetric(SparsityPatterns.Blocks(50, 6)));
        Assert.Equal(1, CheckSymmetric(SparsityPatterns.Band(100, 0)));
        Assert.Equal(0, CheckSymmetric(SparsityPatterns.Of(0, 0, [])));
    }

    [Fact]
    public void A_pattern_that_is_not_symmetric_has_no_star_colouring()
    {
        Assert.Throws<InvalidOperationException>(() => SparsityPatterns.Of(2, 3, []).SymmetricColourCount);
        Assert.Throws<InvalidOperationException>(() => SparsityPatterns.Of(3, 3, [(0, 1), (1, 2), (2, 0)]).SymmetricColourCount);
        Assert.Throws<InvalidOperationException>(() => SparsityPatterns.Of(3, 3, [(0, 1), (1, 0), (1, 2)]).SymmetricColourCount);
    }

    [Fact]
    public void Directions_are_the_indicators_of_colours()
    {
        Sparsity pattern = SparsityPatterns.Band(7, 1);
        double[] sum = new double[7], direction = new double[7];
        for (int colour = 0; colour < pattern.ColourCount; colour++)
        {
            pattern.Direction<double>(colour, direction);
            Assert.Equal(pattern.Colours.ToArray().Select(c => c == colour ? 1.0 : 0), direction);
            sum = [.. sum.Zip(direction, static (a, b) => a + b)];
        }
        Assert.All(sum, static d => Assert.Equal(1, d));
        Assert.Throws<ArgumentException>(() => pattern.Direction<double>(0, new double[6]));
    }

    [Fact]
    public void Spans_of_another_length_are_refused()
    {
        Sparsity pattern = SparsityPatterns.Band(7, 1);
        Assert.Throws<ArgumentException>(() => pattern.Decompress<double>(new double[20], new double[19]));
        Assert.Throws<ArgumentException>(() => pattern.Decompress<double>(new double[21], new double[20]));
        Assert.Throws<ArgumentException>(() => pattern.DecompressSymmetric<double>(new double[3], new double[19]));
    }

    [Fact]
    public void A_million_entries_of_bundle_adjustment_take_fifteen_colours()
    {
        // ba1_n49_m7776_p31843, the smallest of the set.
        Sparsity pattern = SparsityPatterns.BundleAdjustment(49, 7776, 31843);
        Assert.Equal((95529, 987133), (pattern.Rows, pattern.NonZeros));
        Assert.Equal(15, pattern.ColourCount);
        double[] values = [.. Enumerable.Range(1, pattern.NonZeros).Select(static k => (double)k)], actual = new double[values.Length];
        pattern.Decompress<double>(SparsityPatterns.Compress(pattern, values, pattern.Colours, pattern.ColourCount), actual);
        Assert.Equal(values, actual);
    }

    private static int Check(Sparsity pattern)
    {
        Assert.Equal(pattern.Columns, pattern.Colours.Length);
        Assert.All(pattern.Colours.ToArray(), c => Assert.InRange(c, 0, pattern.ColourCount - 1));
        for (int row = 0; row < pattern.Rows; row++)
        {
            int[] met = [.. pattern.Row(row).ToArray().Select(column => pattern.Colours[column])];
            Assert.Equal(met.Length, met.Distinct().Count());
        }
        double[] values = [.. Enumerable.Range(1, pattern.NonZeros).Select(static k => (double)k)], actual = new double[values.Length];
        pattern.Decompress<double>(SparsityPatterns.Compress(pattern, values, pattern.Colours, pattern.ColourCount), actual);
        Assert.Equal(values, actual);
        return pattern.ColourCount;
    }

    private static int CheckSymmetric(Sparsity pattern)
    {
        double[] values = new double[pattern.NonZeros], actual = new double[values.Length];
        for (int row = 0; row < pattern.Rows; row++)
        {
            for (int k = pattern.RowStarts[row]; k < pattern.RowStarts[row + 1]; k++)
            {
                // Different for every pair, the same for its mirror image.
                int column = pattern.ColumnIndices[k];
                values[k] = (Math.Min(row, column) * 1000) + Math.Max(row, column) + 1;
            }
        }
        pattern.DecompressSymmetric<double>(SparsityPatterns.Compress(pattern, values, pattern.SymmetricColours, pattern.SymmetricColourCount), actual);
        Assert.Equal(values, actual);
        return pattern.SymmetricColourCount;
    }
}
