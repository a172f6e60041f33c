namespace Proxima;

internal abstract partial record Curve
{
    /// <summary>max(x, 0): absolute values, maxima, clamps and kinked branches are this and affine terms.</summary>
    public static readonly Curve Relu = new Rectified();

    private sealed record Rectified : Curve
    {
        public override bool IsRelu => true;

        public override Interval Value(Interval x) => Interval.Raw(System.Math.Max(x.Lo, 0), System.Math.Max(x.Hi, 0));

        public override Interval Slope(Interval x) => Interval.Raw(x.Lo >= 0 ? 1 : 0, x.Hi <= 0 && x.Lo < 0 ? 0 : 1);

        // The search and the forward pass draw these lines themselves, many at a time.
        public override Strip Relax(Interval x) => Strip.Level(Value(x));
    }
}
