namespace Proxima.Linear;

internal abstract partial record Curve
{
    /// <summary>xⁿ.</summary>
    public static Curve Power(int n) => new IntegerPower(n);

    // A record of its own: curves are told apart by value, so that powers with one exponent share a layer.
    private sealed record IntegerPower(int N) : Curve
    {
        private readonly Smooth _smooth = new(
            "power", x => Interval.Pow(x, (double)(N)), (x, _) => N * Interval.Pow(x, (double)(N - 1)), (x, _) => (double)N * (N - 1) * Interval.Pow(x, (double)(N - 2)), N % 2 == 0 ? double.NaN : 0);

        public bool Equals(IntegerPower? other) => other is not null && N == other.N;

        public override int GetHashCode() => N;

        public override Interval Value(Interval x) => _smooth.Value(x);

        public override Interval Slope(Interval x, Interval value) => _smooth.Slope(x, value);

        public override Interval Bend(Interval x, Interval value) => _smooth.Bend(x, value);

        public override Strip Relax(Interval x, Interval value) => _smooth.Relax(x, value);
    }
}
