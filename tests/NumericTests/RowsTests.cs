using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests;

/// <summary>Rows in whole vectors.</summary>
public sealed class RowsTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 22)]
    [InlineData(8, 16)]
    [InlineData(14, 50)]
    public void Rows_come_back_as_they_were_and_what_follows_them_stays(int columns, int length)
    {
        double[] matrix = [.. Enumerable.Range(1, length).Select(static i => (double)i)];
        int count = length / columns, blocks = (columns + 7) / 8;
        Vector512<double>[] lanes = new Vector512<double>[count * blocks];
        Batch.LoadRows(columns, matrix, lanes);
        Assert.Equal(matrix[columns * (count - 1)], lanes[(count - 1) * blocks][0]);
        for (int lane = columns % 8; lane is > 0 and < 8; lane++)
        {
            Assert.Equal(0, lanes[^1][lane]);
        }

        double[] back = new double[length];
        Array.Fill(back, -1);
        Batch.StoreRows(columns, lanes, back);
        Assert.Equal(matrix.Take(count * columns).Concat(Enumerable.Repeat(-1.0, length - (count * columns))), back);
    }

    [Fact]
    public void Single_precision_has_sixteen_lanes()
    {
        float[] matrix = [.. Enumerable.Range(0, 36).Select(static i => (float)i)], back = new float[36];
        Vector512<float>[] lanes = new Vector512<float>[4];
        Batch.LoadRows(18, matrix, lanes);
        Assert.Equal(16, lanes[1][0]);
        Assert.Equal(18, lanes[2][0]);
        Batch.StoreRows(18, lanes, back);
        Assert.Equal(matrix, back);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    public void Rows_without_elements_are_none(int columns)
    {
        Batch.LoadRows(columns, new double[] { 1, 2 }, new Vector512<double>[1]);
        double[] back = [1, 2];
        Batch.StoreRows(columns, new Vector512<double>[1], back);
        Assert.Equal(new double[] { 1, 2 }, back);
    }

    [Fact]
    public void A_matrix_that_is_too_short_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batch.LoadRows(9, new double[17], new Vector512<double>[4]));

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void A_workspace_of_vectors_has_the_length_asked_for(int length)
    {
        using Workspace<Vector512<double>> workspace = new(stackalloc Vector512<double>[16], length);
        workspace.Span.Fill(Vector512.Create(1.0));
        Assert.Equal(length, workspace.Span.Length);
        Assert.Equal(Vector512.Create(1.0), workspace[length - 1]);
    }
}
