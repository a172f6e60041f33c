using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Makes the table of a model: pieces of the lowest degree with which it stays small, proved where the model can be enclosed. What a proof finds that samples did not
/// show, a narrow peak or a jump, is looked at and the pieces are cut anew.
/// </summary>
internal sealed class Tabulator
{
    /// <summary>A table is small when it leaves most of a first-level cache to others: 4 KB.</summary>
    private const int SmallTable = 4096;

    private const int LowestDegree = 3, HighestDegree = 8, DegreeOfMany = 6, MostPieces = 512, MostCuts = 48;

    /// <summary>Where the error of a model that cannot be enclosed is looked at: on all of the domain, and on each piece.</summary>
    private const int Everywhere = 2048, OnPiece = 24;

    /// <summary>An error of this many tolerances asks for shorter pieces everywhere; polynomials get at least this share of a tolerance, rounding the rest.</summary>
    private const double Close = 1.5, LeastShare = 0.05;

    private readonly Samples _samples;
    private readonly WantedTable _wanted;
    private readonly CancellationToken _token;
    private readonly double _lo;
    private readonly double _hi;
    private readonly SortedSet<double> _watched = [];
    private double _largest;

    private Tabulator(Samples samples, WantedTable wanted, CancellationToken token)
    {
        _samples = samples;
        _wanted = wanted;
        _token = token;
        _lo = Formats.Ceiling(wanted.Lo, wanted.IsSingle);
        _hi = Formats.Floor(wanted.Hi, wanted.IsSingle);
    }

    /// <exception cref="ApproximationException">There is no table; the message says why.</exception>
    /// <exception cref="JumpException">The model jumps.</exception>
    public static Tabulated Find(Samples samples, WantedTable wanted, CancellationToken token = default) => new Tabulator(samples, wanted, token).Find();

    private Tabulated Find()
    {
        if (!(_lo < _hi))
        {
            throw new ApproximationException("the interval has fewer than two arguments");
        }
        RequireReachable();
        TableProof? proof = _samples.Target is { } target ? new(target, _wanted) : null;
        string unproved = _samples.NoTarget;
        double tolerance = FirstTolerance;
        for (int cut = 0; cut < MostCuts; cut++)
        {
            _token.ThrowIfCancellationRequested();
            PieceTable table = Fitted(tolerance);
            if (proof is null)
            {
                if (Looked(table, unproved, ref tolerance) is { } estimated)
                {
                    return estimated;
                }
                continue;
            }
            try
            {
                ErrorBound bound = proof.Run(table, _token, out Piece? failed);
                if (failed is null)
                {
                    return new(table, bound, _samples.Count, "");
                }
                unproved = Failed(bound, ref tolerance);
            }
            catch (ApproximationException reason)
            {
                unproved = reason.Message;
            }
            proof = unproved.Length == 0 ? proof : null;
            tolerance = proof is null ? FirstTolerance : tolerance;
        }
        throw new ApproximationException("its error is still too large after pieces were cut anew " + MostCuts.ToString(CultureInfo.InvariantCulture) + " times");
    }

    /// <summary>What to do about a piece that is not proved: look where its error is too large, or ask for less; else why there is no proof.</summary>
    private string Failed(ErrorBound bound, ref double tolerance)
    {
        double wanted = _wanted.Tolerance;
        double rounding = bound.Upper - bound.Approximation;
        if (Math.Min(bound.Upper, bound.Lower > wanted ? bound.Lower : bound.Upper) <= Close * wanted && tolerance > LeastShare * wanted && rounding < (1 - LeastShare) * wanted)
        {
            tolerance *= Math.Max(0.5, 0.97 * Math.Min((wanted - rounding) / bound.Approximation, wanted / Math.Max(bound.Lower, wanted)));
            return "";
        }
        if (bound.Lower > wanted && _watched.Add(bound.Where))
        {
            return "";
        }
        double before = Formats.Next(bound.Worst.Lo, isUp: false, isSingle: false), after = Formats.Next(bound.Worst.Hi, isUp: true, isSingle: false);
        if (before >= _lo && after <= _hi && after - before <= 16 * Formats.Unit(Math.Max(Math.Abs(before), Math.Abs(after)), isSingle: false))
        {
            RequireNoJump(before, after);
        }
        return "the model could not be enclosed tightly enough near " + Short(bound.Worst.Midpoint);
    }

    /// <summary>The pieces of the lowest degree with which the table is small, or many of one degree.</summary>
    private PieceTable Fitted(double tolerance)
    {
        for (int degree = LowestDegree; degree <= HighestDegree; degree++)
        {
            if (Cut(degree, tolerance, SmallTable / PieceTable.BytesOfPiece(degree)) is { } pieces)
            {
                return PieceTable.Of(_wanted.IsSingle, _lo, _hi, degree, Levelled(pieces, degree, tolerance));
            }
        }
        return Cut(DegreeOfMany, tolerance, MostPieces) is { } many
            ? PieceTable.Of(_wanted.IsSingle, _lo, _hi, DegreeOfMany, many.ToEquatableArray())
            : throw new ApproximationException(FormattableString.Invariant($"more than {MostPieces} pieces of degree {DegreeOfMany} are needed"));
    }

    private List<Piece>? Cut(int degree, double tolerance, int most)
    {
        PieceFit fit = new(_samples, _wanted.Measure, degree, _wanted.Continuity, [.. _watched]);
        try
        {
            return Segmentation.Run(fit, _samples, _lo, _hi, tolerance, most, _token);
        }
        catch (JumpException jump)
        {
            RequireNoJump(jump.At, Formats.Next(jump.At, isUp: true, isSingle: false));
            throw new ApproximationException("pieces near " + Short(jump.At) + " would be too short");
        }
    }

    /// <exception cref="JumpException">The values at two numbers beside each other are too far apart.</exception>
    private void RequireNoJump(double before, double after)
    {
        double left = _samples.Value(before).Hi, right = _samples.Value(after).Hi, change = Math.Abs(right - left);
        if (_wanted.Measure == Measure.Relative && Math.Sign(left) * Math.Sign(right) <= 0 && change <= 1e-12 * _largest)
        {
            // From one number to the next a function without jumps hardly moves.
            throw new ApproximationException("it is zero near " + Short(before) + ", where a share of it has no bound (ask for MaxError)");
        }
        double size = _wanted.Measure == Measure.Relative ? Math.Max(Math.Abs(left), Math.Abs(right)) : 1;
        if (!(change > _wanted.Tolerance * size))
        {
            return;
        }
        // Beside a pole every step is large, beside a jump only one.
        double lower = Formats.Next(before, isUp: false, isSingle: false), upper = Formats.Next(after, isUp: true, isSingle: false);
        double around = Math.Max(lower < _lo ? 0 : Math.Abs(_samples.Value(lower).Hi - left), upper > _hi ? 0 : Math.Abs(_samples.Value(upper).Hi - right));
        throw change > 4 * around ? new JumpException(before, left, right) : new ApproximationException("it is too steep near " + Short(before));
    }

    /// <summary>With a smaller tolerance as many pieces, where the last one is shorter than it could be: its share of the others' error goes to all.</summary>
    private EquatableArray<Piece> Levelled(List<Piece> pieces, int degree, double tolerance)
    {
        int count = pieces.Count;
        if (count is 1 or > 32)
        {
            return pieces.ToEquatableArray();
        }
        double share = (count - 1 + Segmentation.Root(Math.Min(1, pieces[count - 1].Error / tolerance), degree + 1)) / count, power = share;
        for (int k = 0; k < degree; k++)
        {
            power *= share;
        }
        List<Piece>? level = power < 0.9 ? Cut(degree, 1.05 * power * tolerance, count) : null;
        return (level ?? pieces).ToEquatableArray();
    }

    /// <summary>The largest error at many arguments; null where it is too large somewhere, which is then watched.</summary>
    private Tabulated? Looked(PieceTable table, string unproved, ref double tolerance)
    {
        int affordable = Math.Max(64, _samples.Affordable / 6), everywhere = Math.Min(Everywhere, affordable / 2), onPiece = Math.Min(OnPiece, Math.Max(8, affordable / 2 / table.Pieces.Count));
        double[] arguments =
        [
            .. Enumerable.Range(0, everywhere + 1).Select(i => _lo + ((_hi - _lo) * i / everywhere)),
            .. table.Pieces.SelectMany(p => Enumerable.Range(0, onPiece).Select(i => p.Lo + ((p.Hi - p.Lo) * (i + 0.5) / onPiece))),
            .. _watched,
        ];
        double worst = 0, where = _lo;
        int watched = _watched.Count;
        foreach (double argument in arguments)
        {
            double x = Math.Min(Math.Max(_wanted.IsSingle ? (float)argument : argument, _lo), _hi);
            DoubleDouble value = _samples.Value(x);
            double error = Math.Abs((table.Run(x) - value).Hi) / (_wanted.Measure == Measure.Relative ? Math.Abs(value.Hi) : 1);
            if (error > _wanted.Tolerance)
            {
                _watched.Add(x);
            }
            (worst, where) = error > worst ? (error, x) : (worst, where);
        }
        if (worst > _wanted.Tolerance)
        {
            tolerance *= worst <= Close * _wanted.Tolerance ? 0.8 : 1;
            return _watched.Count > watched || tolerance > LeastShare * _wanted.Tolerance ? null : throw new ApproximationException("its error near " + Short(where) + " stays too large");
        }
        return new(table, new(worst, worst, where, worst, 0), arguments.Length, unproved.Length > 0 ? unproved : "the model could not be enclosed");
    }

    /// <summary>What polynomials may err: the rest is for rounding, and for what a proof cannot tell.</summary>
    private double FirstTolerance
    {
        get
        {
            double rounding = !_wanted.IsSingle ? 0 : _wanted.Measure == Measure.Relative ? Formats.HalfUnit(isSingle: true) : 0.5 * Formats.Unit(_largest, isSingle: true);
            return 0.95 * Math.Max(_wanted.Tolerance - rounding, LeastShare * _wanted.Tolerance);
        }
    }

    private void RequireReachable()
    {
        double before = 0, from = _lo;
        for (int i = 0; i <= 16; i++)
        {
            double x = Math.Min(_lo + ((_hi - _lo) * i / 16), _hi), value = _samples.Value(x).Hi;
            if (_wanted.Measure == Measure.Relative && (value == 0 || value * before < 0))
            {
                throw new ApproximationException("it is zero " + (value == 0 ? "at " + Short(x) : "between " + Short(from) + " and " + Short(x)) + ", where a share of it has no bound (ask for MaxError)");
            }
            _largest = Math.Max(_largest, Math.Abs(value));
            (before, from) = (value, x);
        }
        double least = Formats.HalfUnit(_wanted.IsSingle) * (_wanted.Measure == Measure.Absolute ? 0.5 * _largest : 1);
        if (_wanted.Tolerance < least)
        {
            throw new ApproximationException((_wanted.IsSingle ? "a float" : "a double") + " holds its values only to about " + least.ToString("G1", CultureInfo.InvariantCulture));
        }
    }

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
