using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests;

[Trait("Category", "Batch")]
public sealed class ColumnsTests
{
    public static TheoryData<int> Columns => [0, 1, 2, 5, 7, 8, 9, 15, 16, 17, 35];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_block_of_rows_becomes_one_vector_per_column_and_comes_back(int columns)
    {
        const int Rows = 11, First = 3;
        double[] rows = [.. Enumerable.Range(0, Rows * columns).Select(static i => (double)i)];
        double[] copy = new double[rows.Length];
        Vector512<double>[] lanes = new Vector512<double>[columns + 1];

        Batch.LoadColumns(rows, columns, First, lanes);
        for (int column = 0; column < columns; column++)
        {
            for (int lane = 0; lane < Vector512<double>.Count; lane++)
            {
                Assert.Equal(rows[((First + lane) * columns) + column], lanes[column][lane]);
            }
        }
        Batch.StoreColumns(lanes, copy, columns, First);
        Assert.Equal(rows.Skip(First * columns), copy.Skip(First * columns));
        Assert.All(copy.Take(First * columns), static x => Assert.Equal(0, x));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Floats_likewise_sixteen_at_a_time(int columns)
    {
        const int Rows = 18, First = 2;
        float[] rows = [.. Enumerable.Range(0, Rows * columns).Select(static i => (float)i)];
        float[] copy = new float[rows.Length];
        Vector512<float>[] lanes = new Vector512<float>[columns];

        Batch.LoadColumns(rows, columns, First, lanes);
        for (int column = 0; column < columns; column++)
        {
            for (int lane = 0; lane < Vector512<float>.Count; lane++)
            {
                Assert.Equal(rows[((First + lane) * columns) + column], lanes[column][lane]);
            }
        }
        Batch.StoreColumns(lanes, copy, columns, First);
        Assert.Equal(rows.Skip(First * columns), copy.Skip(First * columns));
    }

    [Fact]
    public void A_block_that_does_not_fit_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batch.LoadColumns(new double[39], 5, 0, new Vector512<double>[5]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batch.LoadColumns(new double[40], 5, 0, new Vector512<double>[4]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Batch.StoreColumns(new Vector512<double>[5], new double[40], 5, 1));
    }
}
