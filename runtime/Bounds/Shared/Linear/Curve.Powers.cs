namespace Proxima.Linear;

internal abstract partial record Curve
{
    /// <summary>xⁿ.</summary>
    public static Curve Power(int n) => new Family(
        "power", n, n, x => Interval.Pow(x, (double)n), (x, _) => n * Interval.Pow(x, n - 1.0), (x, _) => (Interval)n * (n - 1.0) * Interval.Pow(x, n - 2.0), n % 2 == 0 ? double.NaN : 0,
        (x, _) => (Interval)n * (n - 1.0) * (n - 2.0) * Interval.Pow(x, n - 3.0));

    /// <summary>xᵖ for x ≥ 0.</summary>
    public static Curve Power(Interval p) => new Family(
        "realPower", p.Lo, p.Hi, x => Interval.Pow(x, p), (x, _) => p * Interval.Pow(x, p - 1.0), (x, _) => p * (p - 1.0) * Interval.Pow(x, p - 2.0), double.NaN);

    /// <summary>The n-th root; n is not 0. Slopes by the result: yⁿ = x.</summary>
    public static Curve Root(int n) => new Family(
        "root", n, n, x => Interval.RootN(x, n), (_, y) => Interval.Pow(y, 1.0 - n) / (double)n, (_, y) => (1.0 - n) / Interval.Sqr(n) * Interval.Pow(y, 1.0 - (2.0 * n)), n % 2 == 0 ? double.NaN : 0);

    /// <summary>The (n + 1)-th derivative of ln Γ; n is at least 1.</summary>
    public static Curve Polygamma(int n) => new Family(
        "polygamma", n, n, x => Interval.Polygamma(n, x), (x, _) => Interval.Polygamma(n + 1, x), (x, _) => Interval.Polygamma(n + 2, x), double.NaN);

    // Curves are told apart by value, so that those with one parameter share a layer.
    private sealed record Family(string Name, double Low, double High) : Curve
    {
        private readonly Smooth _smooth = null!;

        public Family(
            string name,
            double low,
            double high,
            System.Func<Interval, Interval> function,
            System.Func<Interval, Interval, Interval> first,
            System.Func<Interval, Interval, Interval> second,
            double inflection,
            System.Func<Interval, Interval, Interval>? third = null)
            : this(name, low, high) => _smooth = new Smooth(name, function, first, second, inflection, third);

        public bool Equals(Family? other) => other is not null && Name == other.Name && Low.Equals(other.Low) && High.Equals(other.High);

        public override int GetHashCode() => Name.Length + (31 * Low.GetHashCode());

        public override Interval Value(Interval x) => _smooth.Value(x);

        public override Interval Slope(Interval x, Interval value) => _smooth.Slope(x, value);

        public override Interval Bend(Interval x, Interval value) => _smooth.Bend(x, value);

        public override Strip RelaxSlope(Interval x, Interval value) => _smooth.RelaxSlope(x, value);

        public override Strip Relax(Interval x, Interval value) => _smooth.Relax(x, value);
    }
}
