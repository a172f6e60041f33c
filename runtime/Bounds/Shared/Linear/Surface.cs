namespace Proxima.Linear;

/// <summary>A nonlinear function of two arguments as linear bounds need it: its range, its Clarke slopes and two planes around it.</summary>
internal abstract record Surface : Operation
{
    public static readonly Surface Product = new Bilinear();
    public static readonly Surface Hypot = new Length();
    public static readonly Surface Atan2 = new Angle(IsInHalfTurns: false);
    public static readonly Surface Atan2Pi = new Angle(IsInHalfTurns: true);

    /// <summary>Each partial derivative is the other argument.</summary>
    public virtual bool IsProduct => false;

    /// <summary>The range over a box.</summary>
    public abstract Interval Value(Interval x, Interval y);

    /// <summary>The ranges of the partial derivatives over a box where the range is <paramref name="value"/>.</summary>
    public abstract (Interval First, Interval Second) Slopes(Interval x, Interval y, Interval value);

    /// <summary>Planes around the surface. Slopes first, the middles of the partial derivatives; the mean-value theorem proves the shifts (Lebourg 1975).</summary>
    public virtual (Plane Above, Plane Below) Planes(Interval x, Interval y, Interval value, (Interval First, Interval Second) slopes)
    {
        if (!x.IsBounded || !y.IsBounded || !slopes.First.IsBounded || !slopes.Second.IsBounded)
        {
            return (new Plane(0, 0, value.Hi), new Plane(0, 0, value.Lo));
        }
        double first = slopes.First.Midpoint, second = slopes.Second.Midpoint;
        Interval left = x.Midpoint, right = y.Midpoint;
        Interval shift = Value(left, right) - (first * left) - (second * right) + ((slopes.First - first) * (x - left)) + ((slopes.Second - second) * (y - right));
        return shift.IsBounded
            ? (new Plane(first, second, shift.Hi), new Plane(first, second, shift.Lo))
            : (new Plane(0, 0, value.Hi), new Plane(0, 0, value.Lo));
    }

    private sealed record Bilinear : Surface
    {
        public override bool IsProduct => true;

        public override Interval Value(Interval x, Interval y) => x * y;

        public override (Interval First, Interval Second) Slopes(Interval x, Interval y, Interval value) => (y, x);

        public override (Plane Above, Plane Below) Planes(Interval x, Interval y, Interval value, (Interval First, Interval Second) slopes) =>
            (Plane.Above(x, y, 0.5), Plane.Below(x, y, 0.5));
    }

    private sealed record Length : Surface
    {
        public override Interval Value(Interval x, Interval y) => Interval.Hypot(x, y);

        // Cosines, also at the origin, where the gradients nearby fill the unit disc.
        public override (Interval First, Interval Second) Slopes(Interval x, Interval y, Interval value) => (Cosine(x, value), Cosine(y, value));

        private static Interval Cosine(Interval side, Interval length) => length.Lo > 0 ? Interval.Intersect(side / length, Interval.Raw(-1, 1)) : Interval.Raw(-1, 1);
    }

    /// <summary>The angle of the point whose height is the first argument.</summary>
    private sealed record Angle(bool IsInHalfTurns) : Surface
    {
        public override Interval Value(Interval y, Interval x) => IsInHalfTurns ? Interval.Atan2Pi(y, x) : Interval.Atan2(y, x);

        public override (Interval First, Interval Second) Slopes(Interval y, Interval x, Interval value)
        {
            Interval jump = Interval.AngleJump(y, x);
            if (!jump.IsPoint)
            {
                return (jump, jump);
            }
            Interval square = Interval.Sqr(x) + Interval.Sqr(y), scale = IsInHalfTurns ? Curve.OverPi : 1.0;
            return (scale * (x / square), scale * -(y / square));
        }
    }
}
