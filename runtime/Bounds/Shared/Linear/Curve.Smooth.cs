using System;

namespace Proxima.Linear;

internal abstract partial record Curve
{
    /// <summary>
    /// A differentiable function, given by interval extensions of itself, of its derivative and of that one's, which may use the value. Slope first, then certify the shift: any slope k
    /// in nearest arithmetic, and the largest value of φ(x) − kx is proved from the signs of φ'' (on a concave piece no tangent is crossed, on a convex piece
    /// the ends are largest).
    /// </summary>
    /// <param name="Name">What tells it from other curves.</param>
    /// <param name="Function">φ(x).</param>
    /// <param name="First">φ'(x) from x and φ(x).</param>
    /// <param name="Second">φ''(x) from x and φ(x); none where it is not known.</param>
    /// <param name="Inflection">Where φ'' changes its sign, when that is one known number.</param>
    /// <param name="Third">φ''' from x and φ(x); none where it is not known.</param>
    internal sealed record Smooth(
        string Name,
        Func<Interval, Interval> Function,
        Func<Interval, Interval, Interval> First,
        Func<Interval, Interval, Interval>? Second = null,
        double Inflection = double.NaN,
        Func<Interval, Interval, Interval>? Third = null) : Curve
    {
        private const int TangentSteps = 4;
        private const int Pieces = 8;

        public override Interval Value(Interval x) => Function(x);

        public override Interval Slope(Interval x, Interval value) => First(x, value);

        public override Interval Bend(Interval x, Interval value) => Second is null ? Interval.Entire : Second(x, value);

        public override Strip RelaxSlope(Interval x, Interval value)
        {
            int curvature = Third is null || IsNarrow(x) ? 0 : Sign(Third(x, value));
            if (curvature == 0)
            {
                return base.RelaxSlope(x, value);
            }

            // A chord on the side where the slope's graph is convex, a tangent at the middle on the other.
            double middle = x.Midpoint;
            Interval left = x.Lo, right = x.Hi, centre = middle, at = Function(centre), atLeft = First(left, Function(left)), atRight = First(right, Function(right));
            double chord = (atRight.Midpoint - atLeft.Midpoint) / (x.Hi - x.Lo);
            Interval bend = Second!(centre, at);
            double tangent = bend.Midpoint;
            Interval ends = Interval.Hull(atLeft - (chord * left), atRight - (chord * right));
            Interval touch = First(centre, at) - (tangent * centre) + ((bend - tangent) * (x - centre));
            if (!ends.IsBounded || !touch.IsBounded)
            {
                return base.RelaxSlope(x, value);
            }
            return curvature > 0 ? new Strip(chord, ends.Hi, tangent, touch.Lo) : new Strip(tangent, touch.Hi, chord, ends.Lo);
        }

        private static bool IsNarrow(Interval x) => x.Width < 1e-12 * (1 + x.Magnitude);

        public override Strip Relax(Interval x, Interval value)
        {
            if (!value.IsBounded || IsNarrow(x))
            {
                return Strip.Level(value);
            }
            bool isSplit = x.Lo < Inflection && Inflection < x.Hi;
            Spot low = At(x.Lo), high = At(x.Hi), middle = At(isSplit ? Inflection : x.Midpoint);
            int first = isSplit ? Sign(low, middle) : Sign(Bend(x, value)), second = isSplit ? Sign(middle, high) : first;
            if (first == 0 || second == 0)
            {
                return Mixed(x, value, (high.Height - low.Height) / (x.Hi - x.Lo));
            }
            (double up, Spot upAt) = Touching(low, middle, high, first, second);
            (double down, Spot downAt) = Touching(low, middle, high, -first, -second);
            Interval above = Interval.Hull(Residual(low, middle, up, first, upAt), Residual(middle, high, up, second, upAt));
            Interval below = Interval.Hull(Residual(low, middle, down, first, downAt), Residual(middle, high, down, second, downAt));
            return above.IsBounded && below.IsBounded ? new Strip(up, above.Hi, down, below.Lo) : Strip.Level(value);
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

        private int Sign(Spot from, Spot to)
        {
            Interval x = Interval.Raw(from.X, to.X);
            return Sign(Bend(x, Function(x)));
        }

        private Spot At(double x) => new(x, Function(x));

        private double SlopeAt(Spot spot) => First(spot.X, spot.Value).Midpoint;

        /// <summary>
        /// The slope of the upper line and where it touches: the chord of a convex curve, a tangent of a concave one, from an end where they meet. The lower line
        /// is the upper one of −φ: both curvatures turned round.
        /// </summary>
        private (double Slope, Spot At) Touching(Spot low, Spot middle, Spot high, int first, int second)
        {
            double chord = (high.Height - low.Height) / (high.X - low.X);
            if (first == second)
            {
                return first > 0 ? (chord, high) : (SlopeAt(middle), middle);
            }
            (Spot at, bool touches) = first > 0 ? Tangent(low, middle, high) : Tangent(high, middle, low);
            return (touches ? SlopeAt(at) : chord, at);
        }

        /// <summary>Where the line from <paramref name="end"/> touches the part between the inflection and <paramref name="far"/>; far itself when it does not.</summary>
        private (Spot At, bool Touches) Tangent(Spot end, Spot near, Spot far)
        {
            double low = near.X, high = far.X, atLow = Miss(near), atHigh = Miss(far);
            if (!(atLow * atHigh < 0))
            {
                return (far, false);
            }

            // False position (Illinois): the line need not be exact, its shift is proved afterwards.
            Spot at = far;
            for (int step = 0; step < TangentSteps; step++)
            {
                at = At(high - (atHigh * (high - low) / (atHigh - atLow)));
                double miss = Miss(at);
                if (miss * atHigh < 0)
                {
                    (low, atLow) = (high, atHigh);
                }
                else
                {
                    atLow /= 2;
                }
                (high, atHigh) = (at.X, miss);
            }
            return (at, true);

            double Miss(Spot spot) => (SlopeAt(spot) * (spot.X - end.X)) - (spot.Height - end.Height);
        }

        /// <summary>The range of φ(x) − kx over a piece of one curvature.</summary>
        private Interval Residual(Spot from, Spot to, double k, int curvature, Spot touch)
        {
            Interval ends = Interval.Hull(from.Value - ((Interval)k * from.X), to.Value - ((Interval)k * to.X));
            Spot at = touch.X < from.X ? from : touch;
            at = at.X > to.X ? to : at;

            // φ lies on one side of its tangent at any point: φ(x) − kx is at most (at least) that of the tangent, which is largest (least) at an end.
            Interval slope = First(at.X, at.Value) - k, middle = at.Value - ((Interval)k * at.X);
            Interval tangent = Interval.Hull(middle + (slope * (from.X - (Interval)at.X)), middle + (slope * (to.X - (Interval)at.X)));
            return curvature < 0 ? Interval.Raw(ends.Lo, Math.Max(tangent.Hi, ends.Hi)) : Interval.Raw(Math.Min(tangent.Lo, ends.Lo), ends.Hi);
        }

        /// <summary>Curvature unknown: the chord's slope, and mean values on a few pieces.</summary>
        private Strip Mixed(Interval x, Interval value, double k)
        {
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
                Interval image = Function(piece), mean = Function(middle) - ((Interval)k * middle) + ((First(piece, image) - k) * (piece - middle));
                range = Interval.Hull(range, Interval.Intersect(mean, image - ((Interval)k * piece)));
            }
            return range.IsBounded ? new Strip(k, range.Hi, k, range.Lo) : Strip.Level(value);
        }

        /// <summary>A point of the curve.</summary>
        private readonly record struct Spot(double X, Interval Value)
        {
            public double Height => Value.Midpoint;
        }
    }
}
