using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Proxima;

public sealed partial class Sparsity
{
    /// <summary>
    /// Collects entries in any order, any of them more than once. It keeps runs of neighbouring columns, and joins them whenever they have doubled:
    /// time grows with the runs added, memory with those that differ.
    /// </summary>
    public sealed class Builder
    {
        private const int SmallestCapacity = 256;

        private readonly int _rows;
        private readonly int _columns;
        private Run[] _runs = [];
        private int _count;

        /// <summary>Starts an empty pattern.</summary>
        /// <param name="rows">The number of rows, not negative.</param>
        /// <param name="columns">The number of columns, not negative.</param>
        public Builder(int rows, int columns)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows);
            ArgumentOutOfRangeException.ThrowIfNegative(columns);
            _rows = rows;
            _columns = columns;
        }

        /// <summary>Adds one entry.</summary>
        /// <param name="row">From zero to the number of rows, exclusive.</param>
        /// <param name="column">From zero to the number of columns, exclusive.</param>
        /// <exception cref="ArgumentException">The entry is outside the matrix.</exception>
        public void Add(int row, int column)
        {
            if ((uint)row >= (uint)_rows || (uint)column >= (uint)_columns)
            {
                ThrowOutside(row, column);
            }
            Append(row, column, column + 1);
        }

        /// <summary>Adds neighbouring entries of one row.</summary>
        /// <param name="row">From zero to the number of rows, exclusive.</param>
        /// <param name="firstColumn">The first column.</param>
        /// <param name="count">The number of columns; zero or less adds nothing, as a loop that does not run.</param>
        /// <exception cref="ArgumentException">One of the entries is outside the matrix.</exception>
        public void AddRange(int row, int firstColumn, int count)
        {
            if (count <= 0)
            {
                return;
            }
            if ((uint)row >= (uint)_rows || (uint)firstColumn >= (uint)_columns)
            {
                ThrowOutside(row, firstColumn);
            }
            if (count > _columns - firstColumn)
            {
                ThrowOutside(row, _columns);
            }
            Append(row, firstColumn, firstColumn + count);
        }

        /// <summary>The pattern of what was added; the builder is empty afterwards.</summary>
        /// <returns>A new pattern.</returns>
        /// <exception cref="InvalidOperationException">There are more entries than an array can hold.</exception>
        public Sparsity Build()
        {
            int[] rowStarts = new int[_rows + 1];
            Join(rowStarts);
            long entries = 0;
            for (int i = 0; i < _count; i++)
            {
                entries += _runs[i].End - _runs[i].First;
            }
            if (entries > Array.MaxLength)
            {
                throw new InvalidOperationException($"The pattern has {entries} entries, more than an array can hold.");
            }
            int[] columns = new int[(int)entries];
            rowStarts.AsSpan().Clear();
            int next = 0;
            for (int i = 0; i < _count; i++)
            {
                Run run = _runs[i];
                for (int column = run.First; column < run.End; column++)
                {
                    columns[next++] = column;
                }
                rowStarts[run.Row + 1] = next;
            }
            for (int row = 0; row < _rows; row++)
            {
                rowStarts[row + 1] = Math.Max(rowStarts[row + 1], rowStarts[row]); // an empty row ends where it starts
            }
            Exchange([]);
            _count = 0;
            return new(_columns, rowStarts, columns);
        }

        private void Append(int row, int first, int end)
        {
            if (_count > 0)
            {
                ref Run last = ref _runs[_count - 1];
                if (last.Row == row && first <= last.End && end >= last.First)
                {
                    last = new(row, Math.Min(first, last.First), Math.Max(end, last.End));
                    return;
                }
            }
            if (_count == _runs.Length)
            {
                Grow();
            }
            _runs[_count++] = new(row, first, end);
        }

        /// <summary>Joins what there is; takes more room only when more than half of it was different.</summary>
        private void Grow()
        {
            if (_count > 0)
            {
                Join(new int[_rows + 1]);
            }
            if (_count > _runs.Length / 2 || _count == 0)
            {
                Run[] larger = ArrayPool<Run>.Shared.Rent(Math.Max(Math.Max(2 * _count, _rows), SmallestCapacity));
                _runs.AsSpan(0, _count).CopyTo(larger);
                Exchange(larger);
            }
        }

        /// <summary>Sorts the runs by row (by counting) and column, and joins those that touch.</summary>
        /// <param name="starts">Room for one number more than there are rows, zeros.</param>
        private void Join(int[] starts)
        {
            for (int i = 0; i < _count; i++)
            {
                starts[_runs[i].Row + 1]++;
            }
            for (int row = 0; row < _rows; row++)
            {
                starts[row + 1] += starts[row];
            }
            Run[] sorted = ArrayPool<Run>.Shared.Rent(Math.Max(_runs.Length, 1));
            for (int i = 0; i < _count; i++)
            {
                sorted[starts[_runs[i].Row]++] = _runs[i];
            }
            Exchange(sorted);
            int joined = 0, from = 0;
            for (int row = 0; row < _rows; row++)
            {
                int end = starts[row]; // counting has moved the start of each row to its end
                joined = JoinRow(from, end, joined);
                from = end;
            }
            _count = joined;
        }

        private int JoinRow(int from, int end, int joined)
        {
            Span<Run> row = _runs.AsSpan(from, end - from);
            row.Sort(static (a, b) => a.First.CompareTo(b.First));
            for (int i = from; i < end; i++)
            {
                Run run = _runs[i];
                if (i > from && run.First <= _runs[joined - 1].End)
                {
                    _runs[joined - 1] = _runs[joined - 1] with { End = Math.Max(run.End, _runs[joined - 1].End) };
                }
                else
                {
                    _runs[joined++] = run;
                }
            }
            return joined;
        }

        private void Exchange(Run[] runs)
        {
            if (_runs.Length > 0)
            {
                ArrayPool<Run>.Shared.Return(_runs);
            }
            _runs = runs;
        }

        [DoesNotReturn]
        private void ThrowOutside(int row, int column) =>
            throw new ArgumentException($"Entry ({row}, {column}) is outside a matrix of {_rows} rows and {_columns} columns.");

        private readonly record struct Run(int Row, int First, int End);
    }
}
