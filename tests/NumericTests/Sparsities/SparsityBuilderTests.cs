using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Proxima;

namespace NumericTests.Sparsities;

public sealed class SparsityBuilderTests
{
    [Fact]
    public void Any_order_and_duplicates_give_sorted_rows_without_duplicates()
    {
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 30], Gen.Int[0, 1_000_000]).Sample(static (rows, columns, seed) =>
        {
            Random random = new(seed);
            SortedSet<(int, int)> expected = [];
            Sparsity.Builder builder = new(rows, columns);
            for (int k = random.Next(3000); k > 0; k--)
            {
                int row = random.Next(rows), first = random.Next(columns), count = random.Next(3) == 0 ? 1 : random.Next(columns - first + 1);
                if (count == 1)
                {
                    builder.Add(row, first);
                }
                else
                {
                    builder.AddRange(row, first, count);
                }
                expected.UnionWith(Enumerable.Range(first, count).Select(column => (row, column)));
            }
            Sparsity pattern = builder.Build();
            List<(int, int)> actual = [];
            for (int row = 0; row < rows; row++)
            {
                actual.AddRange(pattern.Row(row).ToArray().Select(column => (row, column)));
            }
            Assert.Equal(expected, actual);
            Assert.Equal((rows, columns, expected.Count), (pattern.Rows, pattern.Columns, pattern.NonZeros));
            Assert.Equal(expected.Count == rows * columns, pattern.IsDense);
            Assert.Equal(actual.OrderBy(static e => e.Item2).ThenBy(static e => e.Item1), Entries(pattern.Transpose()).Select(static e => (e.Column, e.Row)));
        }, iter: 300);
    }

    [Fact]
    public void The_same_entries_again_and_again_take_no_more_room()
    {
        Sparsity.Builder builder = new(3, 100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 200_000; k++)
        {
            builder.AddRange(k % 3, k % 2, 99_999);
        }
        Sparsity pattern = builder.Build();
        Assert.True(pattern.IsDense);

        // The pattern itself is 1.2 MB; each joining of a full list of 256 runs takes room for its four row starts.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 5)]
    public void An_entry_outside_is_refused_with_both_its_numbers(int row, int column)
    {
        Sparsity.Builder builder = new(3, 5);
        ArgumentException one = Assert.Throws<ArgumentException>(() => builder.Add(row, column));
        ArgumentException run = Assert.Throws<ArgumentException>(() => builder.AddRange(row, column, 1));
        Assert.Contains($"({row}, {column})", one.Message);
        Assert.Contains($"({row}, {column})", run.Message);
    }

    [Fact]
    public void A_range_that_leaves_the_matrix_is_refused_and_an_empty_one_is_nothing()
    {
        Sparsity.Builder builder = new(3, 5);
        Assert.Contains("(1, 5)", Assert.Throws<ArgumentException>(() => builder.AddRange(1, 3, 3)).Message);
        builder.AddRange(1, 3, int.MinValue);
        builder.AddRange(99, 99, 0);
        Assert.Equal(0, builder.Build().NonZeros);
    }

    [Fact]
    public void A_builder_is_empty_after_it_has_built()
    {
        Sparsity.Builder builder = new(2, 2);
        builder.Add(0, 1);
        Assert.Equal(1, builder.Build().NonZeros);
        builder.Add(1, 0);
        Assert.Equal([0, 0, 1], builder.Build().RowStarts.ToArray());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    public void Empty_rows_and_no_columns_are_patterns(int rows, int columns)
    {
        Sparsity pattern = new Sparsity.Builder(rows, columns).Build();
        Assert.Equal(new int[rows + 1], pattern.RowStarts.ToArray());
        Assert.Equal(columns == 0 ? 0 : 1, pattern.ColourCount);
        pattern.Decompress<double>(new double[rows * pattern.ColourCount], []);
    }

    private static IEnumerable<(int Row, int Column)> Entries(Sparsity pattern) =>
        Enumerable.Range(0, pattern.Rows).SelectMany(row => pattern.Row(row).ToArray().Select(column => (row, column)));
}
