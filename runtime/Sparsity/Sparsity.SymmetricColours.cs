using System;
using System.Threading;

namespace Proxima;

// A symmetric matrix needs fewer directions: each entry is read off in its own row or in that of its mirror image.
public sealed partial class Sparsity
{
    private Colouring? _symmetricColouring;
    private int[]? _symmetricPlaces;

    /// <summary>
    /// The star colouring of a symmetric pattern: neighbours differ, and no path of four columns has two colours only, so that every entry stands
    /// alone in a product with the direction of a colour (Gebremedhin, Manne and Pothen 2005). Computed at the first use, always the same.
    /// </summary>
    /// <exception cref="InvalidOperationException">The pattern is not symmetric.</exception>
    public ReadOnlySpan<int> SymmetricColours => StarColouring.Colours;

    /// <summary>The number of colours of <see cref="SymmetricColours"/>.</summary>
    public int SymmetricColourCount => StarColouring.Count;

    private Colouring StarColouring =>
        _symmetricColouring ?? Interlocked.CompareExchange(ref _symmetricColouring, Colouring.OfSymmetric(RequireSymmetric()), null) ?? _symmetricColouring;

    /// <summary>The direction of a colour of <see cref="SymmetricColours"/>: one in its columns, zero elsewhere.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="colour">From zero to <see cref="SymmetricColourCount"/>, exclusive.</param>
    /// <param name="direction">Receives one number per column.</param>
    public void SymmetricDirection<T>(int colour, Span<T> direction)
        where T : System.Numerics.INumberBase<T> => Indicate(SymmetricColours, colour, direction);

    /// <summary>The values of the entries of a symmetric matrix from its products with the directions of its symmetric colours.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="compressed">Rows × colours, row-major: column c is the matrix times the direction of colour c.</param>
    /// <param name="values">Receives one value per entry, in the order of <see cref="ColumnIndices"/>; mirror images receive the same bits.</param>
    public void DecompressSymmetric<T>(ReadOnlySpan<T> compressed, Span<T> values)
    {
        RequireLength(compressed.Length, (long)Rows * SymmetricColourCount, nameof(compressed));
        RequireLength(values.Length, NonZeros, nameof(values));
        int[] places = _symmetricPlaces ??= SymmetricPlaces();
        for (int k = 0; k < places.Length; k++)
        {
            values[k] = compressed[places[k]];
        }
    }

    /// <summary>For each entry the place where the products show it alone; of two such places the one in the earlier row.</summary>
    private int[] SymmetricPlaces()
    {
        Colouring colouring = StarColouring;
        bool[] isAlone = new bool[NonZeros];
        int[] count = new int[colouring.Count];
        for (int row = 0; row < Rows; row++)
        {
            foreach (int column in Row(row))
            {
                count[colouring.Colours[column]]++;
            }
            for (int k = _rowStarts[row]; k < _rowStarts[row + 1]; k++)
            {
                isAlone[k] = count[colouring.Colours[_columnIndices[k]]] == 1;
            }
            foreach (int column in Row(row))
            {
                count[colouring.Colours[column]] = 0;
            }
        }
        int[] places = new int[NonZeros];
        int[] next = _rowStarts.AsSpan(0, Rows).ToArray();
        for (int row = 0; row < Rows; row++)
        {
            for (int k = _rowStarts[row]; k < _rowStarts[row + 1]; k++)
            {
                int column = _columnIndices[k];
                int mirror = next[column]++; // rows come in ascending order, as the columns of the mirror image's row do
                bool isHere = isAlone[k] && (row <= column || !isAlone[mirror]);
                places[k] = isHere ? (row * colouring.Count) + colouring.Colours[column] : (column * colouring.Count) + colouring.Colours[row];
            }
        }
        return places;
    }

    private Sparsity RequireSymmetric()
    {
        if (Rows != Columns)
        {
            throw new InvalidOperationException($"A pattern of {Rows} rows and {Columns} columns is not symmetric.");
        }
        int[] next = _rowStarts.AsSpan(0, Rows).ToArray();
        for (int row = 0; row < Rows; row++)
        {
            foreach (int column in Row(row))
            {
                // In a symmetric pattern the rows that hold a column come in the order of that column's own row.
                int mirror = next[column]++;
                if (mirror >= _rowStarts[column + 1] || _columnIndices[mirror] != row)
                {
                    throw new InvalidOperationException($"The pattern is not symmetric: of ({row}, {column}) and ({column}, {row}) or their neighbours one is missing.");
                }
            }
        }
        return this;
    }
}
