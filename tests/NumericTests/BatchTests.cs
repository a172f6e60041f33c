using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests;

[Trait("Category", "Batch")]
public sealed class BatchTests
{
    [Fact]
    public void A_wrong_length_names_the_span_and_both_lengths()
    {
        double[] rate = new double[5];
        ArgumentException fromSpan = Assert.Throws<ArgumentException>(() => Batch.RequireLength(rate.AsSpan(), 7, "rate"));
        ArgumentException fromReadOnly = Assert.Throws<ArgumentException>(() => Batch.RequireLength((ReadOnlySpan<double>)rate, 7, "rate"));
        Assert.Equal(fromSpan.Message, fromReadOnly.Message);
        Assert.Equal("rate", fromSpan.ParamName);
        Assert.Contains("'rate' has length 5, but its length must be 7.", fromSpan.Message);
        Batch.RequireLength(rate.AsSpan(), 5);
    }

    [Fact]
    public void The_name_is_that_of_the_argument()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () =>
        {
            Span<float> threshold = stackalloc float[3];
            Batch.RequireLength(threshold, 4);
        });
        Assert.Equal("threshold", exception.ParamName);
    }

    [Theory]
    [InlineData(12, 4, 3)]
    [InlineData(0, 4, 0)]
    [InlineData(0, 0, 0)]
    public void Columns_are_length_by_rows(int length, int rows, int expected) => Assert.Equal(expected, Batch.RequireColumns(length, rows, "x"));

    [Theory]
    [InlineData(13, 4)]
    [InlineData(3, 0)]
    [InlineData(3, 4)]
    public void Columns_must_divide(int length, int rows)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Batch.RequireColumns(length, rows, "x"));
        Assert.Contains($"'x' has length {length}", exception.Message);
        Assert.Contains($"{rows} rows", exception.Message);
    }

    [Theory]
    [InlineData(0, 10, 10, 10, false)]
    [InlineData(0, 10, 9, 10, true)]
    [InlineData(9, 10, 0, 10, true)]
    [InlineData(10, 10, 0, 10, false)]
    [InlineData(3, 4, 0, 20, true)]
    [InlineData(0, 20, 3, 4, true)]
    [InlineData(5, 0, 0, 20, false)]
    [InlineData(0, 20, 5, 0, false)]
    [InlineData(4, 6, 4, 6, true)]
    public void Disjoint_spans_share_no_element(int output, int outputLength, int other, int otherLength, bool overlaps)
    {
        double[] memory = new double[40];
        Exception? exception = Record.Exception(() => Batch.RequireDisjoint(memory.AsSpan(output, outputLength), (ReadOnlySpan<double>)memory.AsSpan(other, otherLength), "y", "x"));
        Exception? between = Record.Exception(() => Batch.RequireDisjoint(memory.AsSpan(output, outputLength), memory.AsSpan(other, otherLength), "y", "x"));
        Assert.Equal(overlaps, exception is ArgumentException);
        Assert.Equal(overlaps, between is ArgumentException);
        if (overlaps)
        {
            Assert.Contains($"'y' (length {outputLength}) overlaps 'x' (length {otherLength}).", exception!.Message);
        }
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(4, 4, false)]
    [InlineData(4, 5, true)]
    [InlineData(5, 4, true)]
    [InlineData(0, 20, false)]
    public void An_output_column_may_start_where_an_input_column_starts(int output, int input, bool overlaps)
    {
        double[] memory = new double[40];
        Exception? exception = Record.Exception(() => Batch.RequireColumnOrDisjoint(memory.AsSpan(output, 10), (ReadOnlySpan<double>)memory.AsSpan(input, 10), "y", "x"));
        Exception? between = Record.Exception(() => Batch.RequireColumnOrDisjoint(memory.AsSpan(output, 10), memory.AsSpan(input, 10), "y", "x"));
        Assert.Equal(overlaps, exception is ArgumentException);
        Assert.Equal(overlaps, between is ArgumentException);
    }

    [Fact]
    public void Columns_of_different_elements_must_be_disjoint_even_when_they_start_together()
    {
        double[] memory = new double[40];
        Assert.Throws<ArgumentException>(() => Batch.RequireColumnOrDisjoint(memory.AsSpan(0, 10), MemoryMarshal.Cast<double, float>(memory.AsSpan(0, 10)), "y", "x"));
        Assert.Throws<ArgumentException>(() => Batch.RequireDisjoint(MemoryMarshal.Cast<double, float>(memory.AsSpan(2, 1)), memory.AsSpan(0, 3), "y", "x"));
        Batch.RequireDisjoint(MemoryMarshal.Cast<double, float>(memory.AsSpan(3, 1)), memory.AsSpan(0, 3));
    }

    [Fact]
    public void A_struct_with_references_can_be_a_column()
    {
        (double Value, string Name)[] points = new (double, string)[4];
        double[] output = new double[4];
        Batch.RequireDisjoint(output.AsSpan(), points.AsSpan());
        Assert.Throws<ArgumentException>(() => Batch.RequireDisjoint(points.AsSpan(1, 2), points.AsSpan(0, 2), "y", "x"));
    }

    [Fact]
    public void Lanes_are_consecutive_elements_and_never_leave_the_span()
    {
        double[] x = new double[11], y = new double[11];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = i;
        }
        Assert.Equal(Vector512.Create(3.0, 4, 5, 6, 7, 8, 9, 10), Batch.Load(x, 3));
        Assert.Equal(Vector256.Create(7.0, 8, 9, 10), Batch.Load256(x, 7));
        Assert.Equal(Vector128.Create(9.0, 10), Batch.Load128(x, 9));
        Batch.Store(Batch.Load(x, 3), y, 2);
        Assert.Equal([0, 0, 3, 4, 5, 6, 7, 8, 9, 10, 0], y);

        Assert.Throws<IndexOutOfRangeException>(() => Batch.Load(x, 4));
        Assert.Throws<IndexOutOfRangeException>(() => Batch.Load(x, -1));
        Assert.Throws<IndexOutOfRangeException>(() => Batch.Store(Vector512<double>.One, y, 4));
        Assert.Throws<IndexOutOfRangeException>(() => Batch.Load256(x, 8));
        Assert.Throws<IndexOutOfRangeException>(() => Batch.Load128(x, 10));
        Assert.Throws<IndexOutOfRangeException>(() => Batch.Load(new float[16], 1));
    }

    [Fact]
    public void Any_asks_every_lane_and_Largest_and_Smallest_are_of_every_lane()
    {
        for (int lane = 0; lane < 8; lane++)
        {
            Assert.True(Batch.Any(Vector512.GreaterThan(Vector512<double>.Zero.WithElement(lane, 1), Vector512<double>.Zero)));
            Assert.Equal(5L, Batch.Largest(Vector512.Create(-3L).WithElement(lane, 5)));
            Assert.Equal(-9L, Batch.Smallest(Vector512.Create(-3L).WithElement(lane, -9)));
        }
        for (int lane = 0; lane < 16; lane++)
        {
            Assert.True(Batch.Any(Vector512.GreaterThan(Vector512<float>.Zero.WithElement(lane, 1), Vector512<float>.Zero)));
            Assert.Equal(5, Batch.Largest(Vector512.Create(-3).WithElement(lane, 5)));
            Assert.Equal(-9, Batch.Smallest(Vector512.Create(-3).WithElement(lane, -9)));
        }
        Assert.False(Batch.Any(Vector512.GreaterThan(Vector512.Create(double.NaN), Vector512<double>.Zero)));
    }

    [Fact]
    public void A_flattened_matrix_is_the_matrix_itself_row_by_row()
    {
        double[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Span<double> flat = Batch.Flatten(matrix);
        Assert.Equal([1, 2, 3, 4, 5, 6], flat.ToArray());
        flat[4] = 50;
        Assert.Equal(50, matrix[1, 1]);
        Assert.Equal(0, Batch.Flatten(new float[0, 3]).Length);
        Assert.Throws<ArgumentNullException>(static () => Batch.Flatten((double[,])null!).Length);
    }
}
