using System;
using System.Runtime.CompilerServices;

namespace Benchmarks;

/// <summary>
/// Columns that each start at a multiple of 64 bytes. Two more vectors between them keep them from starting at the same offset of a page, where a load waits
/// for a store to another column.
/// </summary>
internal sealed class AlignedColumns
{
    private const int Vector = 8;

    private readonly double[] _all;
    private readonly int _first, _stride, _length;

    /// <param name="columns">What they hold; all of one length.</param>
    public AlignedColumns(params double[][] columns)
    {
        _length = columns[0].Length;
        _stride = ((_length + Vector - 1) / Vector * Vector) + (2 * Vector);
        _all = GC.AllocateArray<double>((columns.Length * _stride) + Vector, pinned: true);
        while (Address(_first) % (Vector * sizeof(double)) != 0)
        {
            _first++;
        }
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i].CopyTo(this[i]);
        }
    }

    public Span<double> this[int index] => _all.AsSpan(_first + (index * _stride), _length);

    private unsafe nuint Address(int index) => (nuint)Unsafe.AsPointer(ref _all[index]);
}
