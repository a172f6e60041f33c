namespace Proxima;

internal abstract partial record Curve
{
    /// <summary>xⁿ.</summary>
    public static Curve Power(int n) => new IntegerPower(n);

    // A record of its own: curves are told apart by value, so that powers with one exponent share a layer.
    private sealed record IntegerPower(int N) : Curve
    {
        private readonly Smooth _smooth = new(
            "power", x => Interval.Pow(x, N), x => N * Interval.Pow(x, N - 1), x => (double)N * (N - 1) * Interval.Pow(x, N - 2), N % 2 == 0 ? double.NaN : 0);

        public bool Equals(IntegerPower? other) => other is not null && N == other.N;

        public override int GetHashCode() => N;

        public override Interval Value(Interval x) => _smooth.Value(x);

        public override Interval Slope(Interval x) => _smooth.Slope(x);

        public override Interval Bend(Interval x) => _smooth.Bend(x);

        public override Strip Relax(Interval x) => _smooth.Relax(x);
    }
}
