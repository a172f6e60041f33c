using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>How an argument's piece is found without a branch.</summary>
internal enum IndexKind
{
    /// <summary>There is one piece.</summary>
    None,

    /// <summary>The domain is cut into equal cells, in each of which at most one piece begins.</summary>
    Cells,

    /// <summary>The same with cells that are equal within each power of two: the leading bits of an argument are its cell.</summary>
    Bits,

    /// <summary>Halving, as often as the number of pieces asks for.</summary>
    Search,
}

/// <summary>The way from an argument to its piece.</summary>
/// <param name="Starts">For each cell, the piece of its first argument; as many as a power of two, so that the last bits of anything are one of them.</param>
/// <param name="Scale">A cell is the last bits of x · Scale + Offset, where Offset is so large that the sum is rounded to a whole number.</param>
/// <param name="Shift">A cell is the bits of x without the last ones, less First.</param>
internal sealed record TableIndex(IndexKind Kind, EquatableArray<int> Starts, double Scale = 0, double Offset = 0, int Shift = 0, long First = 0)
{
    private const int MostCells = 4096;

    /// <summary>1.5·2⁵², whose unit in the last place is one.</summary>
    private const double Rounder = 6755399441055744;

    /// <param name="knots">The first argument of each piece but the first one, ascending.</param>
    public static TableIndex Of(double lo, double hi, IReadOnlyList<double> knots)
    {
        if (knots.Count == 0)
        {
            return new(IndexKind.None, []);
        }
        TableIndex? equal = Fewest(CellsOf(lo, hi, knots.Count + 1), hi, knots), leading = lo > 0 ? Fewest(BitsOf(lo), hi, knots) : null;
        if (leading is not null && (equal is null || leading.Starts.Count < equal.Starts.Count))
        {
            return leading;
        }
        return equal ?? new(IndexKind.Search, []);
    }

    /// <summary>The cell of an argument in the domain, as the emitted code finds it.</summary>
    public int CellOf(double x) => Kind == IndexKind.Cells
        ? (int)(BitConverter.DoubleToInt64Bits(RoundOnce.MultiplyAdd(x, Scale, Offset)) - BitConverter.DoubleToInt64Bits(Rounder))
        : (int)((BitConverter.DoubleToInt64Bits(x) >> Shift) - First);

    /// <summary>The piece of an argument in the domain.</summary>
    public int PieceOf(double x, IReadOnlyList<double> knots)
    {
        if (Kind is IndexKind.Cells or IndexKind.Bits)
        {
            int start = Starts[CellOf(x)];
            return start < knots.Count && x >= knots[start] ? start + 1 : start;
        }
        int low = 0, high = knots.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = x >= knots[middle] ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static IEnumerable<TableIndex> CellsOf(double lo, double hi, int pieces)
    {
        for (int cells = pieces; cells <= MostCells; cells *= 2)
        {
            double scale = cells / (hi - lo), first = Math.Floor(lo * scale);
            if (Math.Max(Math.Abs(first), Math.Abs(hi * scale)) < 1125899906842624) // 2⁵⁰: the sum stays between two powers of two
            {
                yield return new(IndexKind.Cells, [], scale, Rounder - first);
            }
        }
    }

    private static IEnumerable<TableIndex> BitsOf(double lo)
    {
        for (int shift = 52; shift > 32; shift--)
        {
            yield return new(IndexKind.Bits, [], Shift: shift, First: BitConverter.DoubleToInt64Bits(lo) >> shift);
        }
    }

    private static TableIndex? Fewest(IEnumerable<TableIndex> candidates, double hi, IReadOnlyList<double> knots) =>
        candidates.TakeWhile(c => c.CellOf(hi) < MostCells).Select(c => c.WithStarts(hi, knots)).FirstOrDefault(static c => c is not null);

    /// <summary>Null where two pieces begin inside a cell. Cells are monotone in the argument, so that a piece begins a cell when the number before is in an earlier one.</summary>
    private TableIndex? WithStarts(double hi, IReadOnlyList<double> knots)
    {
        int length = 1;
        while (length <= CellOf(hi))
        {
            length *= 2;
        }
        int[] starts = new int[length];
        int next = 0, inside = -1;
        for (int i = 0; i < knots.Count; i++)
        {
            int cell = CellOf(knots[i]);
            bool isFirst = CellOf(Formats.Next(knots[i], isUp: false, isSingle: false)) < cell;
            if (!isFirst && inside == cell)
            {
                return null;
            }
            inside = isFirst ? inside : cell;
            for (; next < (isFirst ? cell : cell + 1); next++)
            {
                starts[next] = i;
            }
        }
        for (; next < starts.Length; next++)
        {
            starts[next] = knots.Count;
        }
        return this with { Starts = new(starts) };
    }
}
