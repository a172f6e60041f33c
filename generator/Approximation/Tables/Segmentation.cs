using System;
using System.Collections.Generic;
using System.Threading;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Cuts a domain into pieces, from its lower end on, each as long as its error stays within a tolerance, so that all errors are about equal. A kink needs no care: the
/// piece that reaches it ends just behind it. Between neighbouring numbers there is nothing to cut: a function that changes by more there has jumped.
/// </summary>
internal sealed class Segmentation
{
    /// <summary>A piece whose error is this share of the tolerance is long enough.</summary>
    private const double Enough = 0.85;

    private readonly PieceFit _fit;
    private readonly Samples _samples;
    private readonly double _hi;
    private readonly double _tolerance;

    private Segmentation(PieceFit fit, Samples samples, double hi, double tolerance)
    {
        _fit = fit;
        _samples = samples;
        _hi = hi;
        _tolerance = tolerance;
    }

    /// <summary>The pieces, or null where there are more than allowed.</summary>
    /// <exception cref="JumpException">The function jumps.</exception>
    public static List<Piece>? Run(PieceFit fit, Samples samples, double lo, double hi, double tolerance, int most, CancellationToken token)
    {
        Segmentation segmentation = new(fit, samples, hi, tolerance);
        List<Piece> pieces = [];
        double length = (hi - lo) / 16;
        for (double at = lo; at < hi;)
        {
            token.ThrowIfCancellationRequested();
            if (pieces.Count == most)
            {
                return null;
            }
            Piece piece = segmentation.Longest(at, length);
            pieces.Add(piece);
            length = piece.Hi - piece.Lo;
            at = piece.Hi;
        }
        return pieces;
    }

    private Piece Longest(double at, double length)
    {
        Piece? good = null;
        double bad = double.PositiveInfinity, end = Math.Min(at + length, _hi);
        end = end > at ? end : Between(at, _hi) ?? _hi;
        for (bool isMiddle = false; ; isMiddle = !isMiddle)
        {
            Piece piece = _fit.Of(at, end);
            double ratio = piece.Error / _tolerance;
            if (ratio <= 1)
            {
                good = piece;
                if (end == _hi || ratio >= Enough)
                {
                    return piece;
                }
            }
            else
            {
                bad = end;
            }
            if (Next(at, end, ratio, good?.Hi ?? at, bad, isMiddle) is not { } next)
            {
                return good ?? throw new JumpException(at, _samples.Value(at).Hi, _samples.Value(bad).Hi);
            }
            end = next;
        }
    }

    /// <summary>
    /// Where to try next: where the error of a polynomial, which grows with the length to the power of its degree and one, would be a little below the tolerance; every
    /// second time the middle, for what is not smooth does not keep to that. Null where no number is left.
    /// </summary>
    private double? Next(double at, double end, double ratio, double good, double bad, bool isMiddle)
    {
        double length = end - at, factor = Math.Min(Math.Max(Root(0.95 / Math.Max(ratio, 1e-30), _fit.Degree + 1), 0.0625), 8);
        if (double.IsInfinity(bad))
        {
            return Math.Min(_hi, Math.Max(at + (length * Math.Max(factor, 1.05)), Formats.Next(end, isUp: true, isSingle: false)));
        }
        double next = at + (length * factor);
        if (good > at && (isMiddle || !(next > good && next < bad)))
        {
            next = bad - at > 16 * (good - at) ? at + (4 * (good - at)) : (0.5 * good) + (0.5 * bad);
        }
        return next > good && next < bad ? next : Between(good, bad);
    }

    private static double? Between(double low, double high)
    {
        long from = Formats.Place(low, isSingle: false), to = Formats.Place(high, isSingle: false);
        long middle = unchecked(from + (long)((ulong)(to - from) / 2));
        return middle > from && middle < to ? Formats.At(middle, isSingle: false) : null;
    }

    /// <summary>The n-th root, by Newton's method.</summary>
    public static double Root(double value, int n)
    {
        double root = Math.Max(1, value);
        for (int i = 0; i < 200; i++)
        {
            double power = 1;
            for (int k = 1; k < n; k++)
            {
                power *= root;
            }
            double next = root - (((power * root) - value) / (n * power));
            if (!(next < root))
            {
                break;
            }
            root = next;
        }
        return root;
    }
}
