using System;

namespace NumericTests;

/// <summary>A sparse matrix by rows, as patterns and values of Jacobians come.</summary>
internal static class CompressedRows
{
    /// <summary>Starts rise from 0 to the number of columns listed; columns rise in each row and are in range.</summary>
    public static void Check(ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> columns, int rowCount, int columnCount)
    {
        Assert.Equal(rowCount + 1, rowStarts.Length);
        Assert.Equal(0, rowStarts[0]);
        Assert.Equal(columns.Length, rowStarts[rowCount]);
        for (int row = 0; row < rowCount; row++)
        {
            Assert.True(rowStarts[row] <= rowStarts[row + 1]);
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++)
            {
                Assert.InRange(columns[k], k == rowStarts[row] ? 0 : columns[k - 1] + 1, columnCount - 1);
            }
        }
    }

    /// <summary>The same matrix row-major.</summary>
    public static double[] Dense(ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> columns, ReadOnlySpan<double> values, int columnCount)
    {
        double[] dense = new double[(rowStarts.Length - 1) * columnCount];
        for (int row = 0; row + 1 < rowStarts.Length; row++)
        {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++)
            {
                dense[(row * columnCount) + columns[k]] = values[k];
            }
        }
        return dense;
    }
}
