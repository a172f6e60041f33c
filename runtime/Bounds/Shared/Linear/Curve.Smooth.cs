using System;

namespace Proxima;

internal abstract partial record Curve
{
    /// <summary>
    /// A differentiable function, given by interval extensions of itself, of its derivative and of that one's. Slope first, then certify the shift: any slope k
    /// in nearest arithmetic, and the largest value of φ(x) − kx is proved from the signs of φ'' (on a concave piece no tangent is crossed, on a convex piece
    /// the ends are largest).
    /// </summary>
    /// <param name="Inflection">Where φ'' changes its sign, when that is one known number.</param>
    internal sealed record Smooth(
        string Name, Func<Interval, Interval> Function, Func<Interval, Interval> First, Func<Interval, Interval>? Second = null, double Inflection = double.NaN) : Curve
    {
        private const int TangentSteps = 6;
        private const int Pieces = 8;

        public override Interval Value(Interval x) => Function(x);

        public override Interval Slope(Interval x) => First(x);

        public override Interval Bend(Interval x) => Second is null ? Interval.Entire : Second(x);

        public override Strip Relax(Interval x)
        {
            Interval value = Function(x);
            if (!value.IsBounded || x.Width < 1e-12 * (1 + x.Magnitude))
            {
                return Strip.Level(value);
            }
            bool isSplit = x.Lo < Inflection && Inflection < x.Hi;
            double middle = isSplit ? Inflection : x.Midpoint;
            Interval left = Interval.Raw(x.Lo, middle), right = Interval.Raw(middle, x.Hi);
            int first = Sign(isSplit ? Bend(left) : Bend(x)), second = isSplit ? Sign(Bend(right)) : first;
            if (first == 0 || second == 0)
            {
                return Mixed(x, value);
            }
            double chord = Chord(x.Lo, x.Hi);
            (double up, double upAt) = UpperSlope(x, first, second, middle, chord);
            (double low, double lowAt) = LowerSlope(x, first, second, middle, chord);
            Interval above = Interval.Hull(Residual(left, up, first, upAt), Residual(right, up, second, upAt));
            Interval below = Interval.Hull(Residual(left, low, first, lowAt), Residual(right, low, second, lowAt));
            return above.IsBounded && below.IsBounded ? new Strip(up, above.Hi, low, below.Lo) : Strip.Level(value);
        }

        // 1 convex, −1 concave, 0 not known.
        private static int Sign(Interval bend)
        {
            if (bend.Lo >= 0)
            {
                return 1;
            }
            return bend.Hi <= 0 ? -1 : 0;
        }

        private double At(double x) => Function(x).Midpoint;

        private double SlopeAt(double x) => First(x).Midpoint;

        private double Chord(double a, double b) => (At(b) - At(a)) / (b - a);

        /// <summary>The slope of the upper line and where it touches: the chord of a convex curve, a tangent of a concave one, from an end where they meet.</summary>
        private (double Slope, double At) UpperSlope(Interval x, int first, int second, double middle, double chord)
        {
            if (first == second)
            {
                return first > 0 ? (chord, x.Hi) : (SlopeAt(middle), middle);
            }
            double at = first > 0 ? Tangent(x.Lo, middle, x.Hi) : Tangent(x.Hi, middle, x.Lo);
            return (Touches(at, x) ? SlopeAt(at) : chord, at);
        }

        private (double Slope, double At) LowerSlope(Interval x, int first, int second, double middle, double chord)
        {
            if (first == second)
            {
                return first < 0 ? (chord, x.Hi) : (SlopeAt(middle), middle);
            }
            double at = first > 0 ? Tangent(x.Hi, middle, x.Lo) : Tangent(x.Lo, middle, x.Hi);
            return (Touches(at, x) ? SlopeAt(at) : chord, at);
        }

        private static bool Touches(double at, Interval x) => at > x.Lo && at < x.Hi;

        /// <summary>Where the line from <paramref name="end"/> touches the part between the inflection and <paramref name="far"/>; far itself when it does not.</summary>
        private double Tangent(double end, double near, double far)
        {
            double value = At(end), low = near, high = far, atLow = Miss(near), atHigh = Miss(far);
            if (!(atLow * atHigh < 0))
            {
                return far;
            }

            // False position (Illinois): the line need not be exact, its shift is proved afterwards.
            double at = far;
            for (int step = 0; step < TangentSteps; step++)
            {
                at = high - (atHigh * (high - low) / (atHigh - atLow));
                double miss = Miss(at);
                if (miss * atHigh < 0)
                {
                    (low, atLow) = (high, atHigh);
                }
                else
                {
                    atLow /= 2;
                }
                (high, atHigh) = (at, miss);
            }
            return at;

            double Miss(double x) => (SlopeAt(x) * (x - end)) - (At(x) - value);
        }

        /// <summary>The range of φ(x) − kx over a piece of one curvature, or of its larger (smaller) end where only that matters.</summary>
        private Interval Residual(Interval piece, double k, int curvature, double touch)
        {
            Interval atLow = Function(piece.Lo) - ((Interval)k * piece.Lo), atHigh = Function(piece.Hi) - ((Interval)k * piece.Hi);
            Interval ends = Interval.Hull(atLow, atHigh);
            double at = Math.Min(Math.Max(touch, piece.Lo), piece.Hi);

            // φ lies on one side of its tangent at any point: φ(x) − kx is at most (at least) that of the tangent, which is largest (least) at an end.
            Interval slope = First(at) - k, middle = Function(at) - ((Interval)k * at);
            Interval tangent = Interval.Hull(middle + (slope * (piece.Lo - (Interval)at)), middle + (slope * (piece.Hi - (Interval)at)));
            return curvature < 0 ? Interval.Raw(ends.Lo, Math.Max(tangent.Hi, ends.Hi)) : Interval.Raw(Math.Min(tangent.Lo, ends.Lo), ends.Hi);
        }

        /// <summary>Curvature unknown: the chord's slope, and mean values on a few pieces.</summary>
        private Strip Mixed(Interval x, Interval value)
        {
            double k = Chord(x.Lo, x.Hi);
            if (double.IsNaN(k) || double.IsInfinity(k))
            {
                return Strip.Level(value);
            }
            Interval range = Interval.Empty;
            double step = (x.Hi - x.Lo) / Pieces;
            for (int i = 0; i < Pieces; i++)
            {
                Interval piece = Interval.Raw(i == 0 ? x.Lo : Math.Max(x.Lo, x.Lo + (i * step)), i == Pieces - 1 ? x.Hi : Math.Min(x.Hi, x.Lo + ((i + 1) * step)));
                double middle = piece.Midpoint;
                Interval mean = Function(middle) - ((Interval)k * middle) + ((First(piece) - k) * (piece - middle));
                Interval plain = Function(piece) - ((Interval)k * piece);
                range = Interval.Hull(range, Interval.Intersect(mean, plain));
            }
            return range.IsBounded ? new Strip(k, range.Hi, k, range.Lo) : Strip.Level(value);
        }
    }
}
