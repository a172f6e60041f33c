using System;
using System.Threading;

namespace Proxima;

// Columns that share no row have one colour and share one direction of differentiation (Curtis, Powell and Reid 1974).
public sealed partial class Sparsity
{
    private Colouring? _colouring;

    /// <summary>The colour of each column, from zero: two columns of one colour never meet in a row. Computed at the first use, always the same.</summary>
    public ReadOnlySpan<int> Colours => ColumnColouring.Colours;

    /// <summary>The number of colours, which is the number of directions that give the whole matrix.</summary>
    public int ColourCount => ColumnColouring.Count;

    private Colouring ColumnColouring => _colouring ?? Interlocked.CompareExchange(ref _colouring, Colouring.OfColumns(this), null) ?? _colouring;

    /// <summary>The direction of a colour: one in its columns, zero elsewhere.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="colour">From zero to <see cref="ColourCount"/>, exclusive.</param>
    /// <param name="direction">Receives one number per column.</param>
    public void Direction<T>(int colour, Span<T> direction)
        where T : System.Numerics.INumberBase<T> => Indicate(Colours, colour, direction);

    /// <summary>The values of the entries from the products of the matrix with the directions of its colours.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="compressed">Rows × colours, row-major: column c is the matrix times the direction of colour c.</param>
    /// <param name="values">Receives one value per entry, in the order of <see cref="ColumnIndices"/>.</param>
    public void Decompress<T>(ReadOnlySpan<T> compressed, Span<T> values)
    {
        Colouring colouring = ColumnColouring;
        RequireLength(compressed.Length, (long)Rows * colouring.Count, nameof(compressed));
        RequireLength(values.Length, NonZeros, nameof(values));
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<T> products = compressed.Slice(row * colouring.Count, colouring.Count);
            for (int k = _rowStarts[row]; k < _rowStarts[row + 1]; k++)
            {
                values[k] = products[colouring.Colours[_columnIndices[k]]];
            }
        }
    }

    private static void Indicate<T>(ReadOnlySpan<int> colours, int colour, Span<T> direction)
        where T : System.Numerics.INumberBase<T>
    {
        RequireLength(direction.Length, colours.Length, nameof(direction));
        for (int column = 0; column < colours.Length; column++)
        {
            direction[column] = colours[column] == colour ? T.One : T.Zero;
        }
    }

    private static void RequireLength(int length, long expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"'{name}' has {length} elements, not {expected}.", name);
        }
    }
}
