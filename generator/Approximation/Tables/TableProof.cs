using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Proves the error of a table piece by piece, each on its closed piece, until one is not proved; pieces that were proved before are not proved again. The work is
/// limited by a count of boxes, the fewer the larger the model's graph is.
/// </summary>
internal sealed class TableProof
{
    /// <summary>Boxes of a graph of one node that the whole table may take, boxes of one piece at most and at least, and about how many nodes its polynomial is.</summary>
    private const int WorkLimit = 150_000, BoxesOfPiece = 400, BoxesAtLeast = 4, NodesOfPiece = 20;

    private readonly Target _target;
    private readonly WantedTable _wanted;
    private readonly Dictionary<Piece, ErrorBound> _proved = [];
    private readonly int _most;
    private int _boxes;

    public TableProof(Target target, WantedTable wanted)
    {
        _target = target;
        _wanted = wanted;
        _most = WorkLimit / (target.Graph.Count + NodesOfPiece);
    }

    /// <summary>How many boxes were looked at.</summary>
    public int Boxes => _boxes;

    /// <summary>The bound of a table, or of the first piece that is not within the tolerance.</summary>
    /// <param name="failed">That piece.</param>
    public ErrorBound Run(PieceTable table, CancellationToken token, out Piece? failed)
    {
        if (_most < BoxesAtLeast * table.Pieces.Count)
        {
            throw new ApproximationException("it is too large for a proof of " + table.Pieces.Count + " pieces");
        }
        ErrorBound? worst = null;
        failed = null;
        double expected = table.Pieces.Max(static p => p.Error);
        foreach (Piece piece in table.Pieces)
        {
            token.ThrowIfCancellationRequested();
            if (!_proved.TryGetValue(piece, out ErrorBound? bound))
            {
                bound = Prove(table, piece, expected, worst?.Approximation ?? 0, token);
                if (!(bound.Upper <= _wanted.Tolerance))
                {
                    failed = piece;
                    return bound;
                }
                _proved.Add(piece, bound);
            }
            worst = worst is null || bound.Upper > worst.Upper ? bound : worst;
        }
        return worst! with { Boxes = table.Pieces.Sum(p => _proved[p].Boxes) };
    }

    private ErrorBound Prove(PieceTable table, Piece piece, double expected, double floor, CancellationToken token)
    {
        int most = Math.Min(BoxesOfPiece, _most - _boxes);
        if (most < BoxesAtLeast)
        {
            throw new ApproximationException("it is too large for a proof in " + _most + " boxes");
        }
        ErrorBound bound = ErrorProof.Run(_target, table.KernelOf(piece), new(piece.Lo, piece.Hi), new(_wanted.Measure)
        {
            Expected = Math.Max(expected, 1e-18),
            FirstBoxes = 2,
            Floor = Math.Max(floor, 0.98 * expected),
            Limit = _wanted.Tolerance,
            MostBoxes = most,
        }, token);
        _boxes += bound.Boxes;
        return _wanted.IsSingle ? bound with { Upper = Ball.Up(bound.Upper + Rounding(piece, bound.Upper)) } : bound;
    }

    /// <summary>What rounding a result to a float adds: half a unit in the last place of the largest one, or its share.</summary>
    private double Rounding(Piece piece, double error)
    {
        Interval values = _target.Range(new Interval(piece.Lo, piece.Hi));
        if (_wanted.Measure == Measure.Relative)
        {
            double least = values.Mignitude * (1 - Math.Min(1, error));
            bool isNormal = least > Formats.SmallestNormal(isSingle: true) && values.Magnitude * (1 + error) < float.MaxValue;
            return isNormal ? Ball.Up(Formats.HalfUnit(isSingle: true) * Ball.Up(1 + error)) : double.PositiveInfinity;
        }
        double reach = Math.Max(piece.Hi - piece.Centre, piece.Centre - piece.Lo), size = 0;
        for (int j = piece.Coefficients.Count - 1; j >= 0; j--)
        {
            size = Ball.Up(Ball.Up(size * reach) + Math.Abs(piece.Coefficients[j]));
        }
        return RoundingError.HalfUnit(Ball.Up(Math.Min(size, values.Magnitude) + error), isSingle: true);
    }
}
