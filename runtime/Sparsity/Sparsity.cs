using System;

namespace Proxima;

/// <summary>
/// Which entries of a matrix may differ from zero, in compressed sparse rows: the columns of row <c>i</c> are
/// <c>ColumnIndices[RowStarts[i]..RowStarts[i + 1]]</c>, ascending and without duplicates. Immutable; <see cref="Builder"/> makes one.
/// </summary>
public sealed partial class Sparsity
{
    private readonly int[] _rowStarts;
    private readonly int[] _columnIndices;

    private Sparsity(int columns, int[] rowStarts, int[] columnIndices)
    {
        Columns = columns;
        _rowStarts = rowStarts;
        _columnIndices = columnIndices;
    }

    /// <summary>The number of rows.</summary>
    public int Rows => _rowStarts.Length - 1;

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The number of entries of the pattern.</summary>
    public int NonZeros => _columnIndices.Length;

    /// <summary>Where each row starts in <see cref="ColumnIndices"/>, and at the end the number of entries: one more than there are rows.</summary>
    public ReadOnlySpan<int> RowStarts => _rowStarts;

    /// <summary>The column of each entry, row by row, ascending in a row.</summary>
    public ReadOnlySpan<int> ColumnIndices => _columnIndices;

    /// <summary>True when every entry belongs to the pattern.</summary>
    public bool IsDense => NonZeros == (long)Rows * Columns;

    /// <summary>The columns of one row, ascending.</summary>
    /// <param name="row">From zero to <see cref="Rows"/>, exclusive.</param>
    /// <returns>A part of <see cref="ColumnIndices"/>.</returns>
    public ReadOnlySpan<int> Row(int row) => _columnIndices.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    /// <summary>The pattern with rows and columns exchanged.</summary>
    /// <returns>A new pattern.</returns>
    public Sparsity Transpose()
    {
        int[] starts = new int[Columns + 1];
        foreach (int column in _columnIndices)
        {
            starts[column + 1]++;
        }
        for (int column = 0; column < Columns; column++)
        {
            starts[column + 1] += starts[column];
        }
        int[] next = starts.AsSpan(0, Columns).ToArray();
        int[] rows = new int[NonZeros];
        for (int row = 0; row < Rows; row++)
        {
            foreach (int column in Row(row))
            {
                rows[next[column]++] = row; // rows come in ascending order
            }
        }
        return new(Rows, starts, rows);
    }
}
