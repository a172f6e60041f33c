using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A polynomial on each of many pieces of a domain. Everything is of doubles; where arguments and results are floats, the result is rounded once more.
/// </summary>
/// <param name="Knots">The first argument of each piece but the first one.</param>
internal sealed record PieceTable(bool IsSingle, double Lo, double Hi, int Degree, EquatableArray<Piece> Pieces, EquatableArray<double> Knots, TableIndex Index)
{
    public static PieceTable Of(bool isSingle, double lo, double hi, int degree, EquatableArray<Piece> pieces)
    {
        EquatableArray<double> knots = pieces.Skip(1).Select(static p => p.Lo).ToEquatableArray();
        return new(isSingle, lo, hi, degree, pieces, knots, TableIndex.Of(lo, hi, knots));
    }

    /// <summary>What the polynomials, the knots and the cells take.</summary>
    public int Bytes => (8 * ((BytesOfPiece(Degree) / 8 * Pieces.Count) + Knots.Count)) + (Index.Starts.Count * (Pieces.Count <= 256 ? 1 : 2));

    /// <summary>A middle and coefficients.</summary>
    public static int BytesOfPiece(int degree) => 8 * (degree + 2);

    /// <summary>In words, for hover text.</summary>
    public string Form
    {
        get
        {
            string found = Index.Kind switch
            {
                IndexKind.None => "",
                IndexKind.Cells => ", found by one of " + Text(Index.Starts.Count) + " equal cells and a comparison",
                IndexKind.Bits => ", found by the argument's leading bits, one of " + Text(Index.Starts.Count) + " cells, and a comparison",
                _ => ", found by halving",
            };
            return (Pieces.Count == 1 ? "One piece, a polynomial" : Text(Pieces.Count) + " pieces of about equal error, polynomials") + " of degree " + Text(Degree) + found;
        }
    }

    public int PieceOf(double x) => Index.PieceOf(x, Knots);

    /// <summary>The bits of the emitted code.</summary>
    public double Run(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }
        x = Math.Min(Math.Max(x, Lo), Hi);
        double sum = Run(Pieces[PieceOf(x)], x);
        return IsSingle ? (float)sum : sum;
    }

    /// <summary>A piece's polynomial, by Horner with fused multiply-adds.</summary>
    public static double Run(Piece piece, double x)
    {
        double t = x - piece.Centre, sum = piece.Coefficients[piece.Coefficients.Count - 1];
        for (int j = piece.Coefficients.Count - 2; j >= 0; j--)
        {
            sum = RoundOnce.MultiplyAdd(sum, t, piece.Coefficients[j]);
        }
        return sum;
    }

    /// <summary>The same as a kernel, for the proof.</summary>
    public Kernel KernelOf(Piece piece) => PolynomialKernel.Of([.. Enumerable.Range(0, Degree + 1)], piece.Coefficients, isSingle: false, piece.Centre);

    /// <summary>By how much the values of neighbouring pieces, as computed, and the slopes of their polynomials differ at knots at most.</summary>
    public (double Value, double Slope) Jumps()
    {
        double value = 0, slope = 0;
        for (int i = 1; i < Pieces.Count; i++)
        {
            double knot = Pieces[i].Lo;
            value = Math.Max(value, Math.Abs(Run(Pieces[i], knot) - Run(Pieces[i - 1], knot)));
            slope = Math.Max(slope, Math.Abs((SlopeOf(Pieces[i], knot) - SlopeOf(Pieces[i - 1], knot)).Hi));
        }
        return (value, slope);
    }

    private static DoubleDouble SlopeOf(Piece piece, double x)
    {
        DoubleDouble sum = 0, t = DoubleDouble.Sum(x, -piece.Centre);
        for (int j = piece.Coefficients.Count - 1; j > 0; j--)
        {
            sum = (sum * t) + ((DoubleDouble)piece.Coefficients[j] * j);
        }
        return sum;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
