namespace Proxima.Linear;

internal abstract partial record Curve
{
    /// <summary>max(x, 0): absolute values, maxima, clamps and kinked branches are this and affine terms.</summary>
    public static readonly Curve Relu = new Rectified();

    /// <summary>1 where x &gt; 0, else 0. Its jump is another's affair (<see cref="Form.Attach"/>): the slope is zero.</summary>
    public static readonly Curve Step = new Indicator();

    /// <summary>0, with any slope where x can be zero.</summary>
    public static readonly Curve Jump = new Break();

    /// <summary>Nothing is known: any value, with any slope.</summary>
    public static readonly Curve Lost = new Anything();

    private sealed record Anything : Curve
    {
        public override Interval Value(Interval x) => Interval.Entire;

        public override Interval Slope(Interval x, Interval value) => Interval.Entire;

        public override Strip Relax(Interval x, Interval value) => Strip.Level(Interval.Entire);
    }

    private sealed record Rectified : Curve
    {
        public override bool IsRelu => true;

        public override Interval Value(Interval x) => x.IsEmpty ? x : Interval.Raw(x.Lo > 0 ? x.Lo : 0, x.Hi > 0 ? x.Hi : 0);

        public override Interval Slope(Interval x, Interval value) => Interval.Raw(x.Lo >= 0 ? 1 : 0, x.Hi <= 0 && x.Lo < 0 ? 0 : 1);

        // The forward pass draws these lines itself, many at a time.
        public override Strip Relax(Interval x, Interval value) => Strip.Level(Value(x));
    }

    private sealed record Indicator : Curve
    {
        public override Interval Value(Interval x) => Interval.Raw(x.Lo > 0 ? 1 : 0, x.Hi <= 0 ? 0 : 1);

        public override Interval Slope(Interval x, Interval value) => 0.0;

        public override Strip Relax(Interval x, Interval value) => Strip.Level(Value(x));
    }

    private sealed record Break : Curve
    {
        public override Interval Value(Interval x) => 0.0;

        public override Interval Slope(Interval x, Interval value) => x.Lo <= 0 && x.Hi >= 0 ? Interval.Entire : 0.0;

        public override Strip Relax(Interval x, Interval value) => default;
    }

    /// <summary>x, where it is certainly in the domain of the function behind it.</summary>
    public sealed record Guard(double Low, double High, bool IsOpen) : Curve
    {
        public override Interval Value(Interval x) => IsInside(x) ? x : Interval.Entire;

        public override Interval Slope(Interval x, Interval value) => IsInside(x) ? 1.0 : Interval.Entire;

        public override Strip Relax(Interval x, Interval value) => IsInside(x) ? new Strip(1, 0, 1, 0) : Strip.Level(Interval.Entire);

        private bool IsInside(Interval x) => IsOpen ? x.Lo > Low && x.Hi < High : x.Lo >= Low && x.Hi <= High;
    }
}
