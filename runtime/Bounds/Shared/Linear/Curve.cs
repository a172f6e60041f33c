namespace Proxima.Linear;

/// <summary>Two lines with the graph of a function between them: over an interval, low ≤ φ(x) ≤ up.</summary>
internal readonly record struct Strip(double UpSlope, double UpShift, double LowSlope, double LowShift)
{
    /// <summary>Two level lines.</summary>
    public static Strip Level(Interval range) => new(0, range.Hi, 0, range.Lo);
}

/// <summary>A nonlinear function of one argument as linear bounds need it: its range, its Clarke slopes and two lines around it.</summary>
internal abstract partial record Curve : Operation
{
    /// <summary>Slopes are constant but for kinks: what is decided about the argument's sign makes the curve affine.</summary>
    public virtual bool IsRelu => false;

    /// <summary>The range over <paramref name="x"/>.</summary>
    public abstract Interval Value(Interval x);

    /// <summary>The range of the (Clarke) derivative over <paramref name="x"/>, where the range is <paramref name="value"/>.</summary>
    public abstract Interval Slope(Interval x, Interval value);

    /// <summary>The range of the derivative's derivative; entire where it is not known.</summary>
    public virtual Interval Bend(Interval x, Interval value) => Interval.Entire;

    /// <summary>Lines around the curve over <paramref name="x"/>, which is bounded.</summary>
    public abstract Strip Relax(Interval x, Interval value);

    /// <summary>Lines around the derivative over <paramref name="x"/>.</summary>
    public virtual Strip RelaxSlope(Interval x, Interval value)
    {
        Interval slope = Slope(x, value);
        if (!slope.IsBounded || x.IsPoint)
        {
            return Strip.Level(slope);
        }
        Interval bend = Bend(x, value);
        if (!bend.IsBounded)
        {
            return Strip.Level(slope);
        }

        // Mean value: φ'(x) ∈ φ'(m) + φ''(X)(x − m). One slope for both lines, the middle of φ''.
        double middle = x.Midpoint, k = bend.Midpoint;
        Interval shift = Slope(middle, Value(middle)) + ((bend - k) * (x - middle)) - ((Interval)k * middle);
        return shift.Hi - shift.Lo < slope.Hi - slope.Lo ? new Strip(k, shift.Hi, k, shift.Lo) : Strip.Level(slope);
    }
}
