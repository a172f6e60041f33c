namespace Proxima;


readonly partial record struct Interval
{
    /// <summary>
    /// x where it lies within [lo, hi], otherwise all reals: what a derivative must take in where its function is not defined on the whole of x.
    /// </summary>
    public static Interval Inside(Interval x, double lo, double hi) => x.IsEmpty || (lo <= x.Lo && x.Hi <= hi) ? x : Entire;

    /// <summary>x where it lies strictly between lo and hi, otherwise all reals.</summary>
    public static Interval InsideOpen(Interval x, double lo, double hi) =>
        x.IsEmpty || ((lo < x.Lo || double.IsNegativeInfinity(lo)) && (x.Hi < hi || double.IsPositiveInfinity(hi))) ? x : Entire;

    /// <summary>What of x can be at least some member of <paramref name="threshold"/>: x on the branch where <c>x ≥ threshold</c>.</summary>
    public static Interval AtLeast(Interval x, Interval threshold) =>
        threshold.Lo <= x.Hi ? Raw(Larger(x.Lo, threshold.Lo), x.Hi) : Empty;

    /// <summary>What of x can be at most some member of <paramref name="threshold"/>: x on the branch where <c>x ≤ threshold</c>.</summary>
    public static Interval AtMost(Interval x, Interval threshold) =>
        x.Lo <= threshold.Hi ? Raw(x.Lo, Smaller(x.Hi, threshold.Hi)) : Empty;

    /// <summary>The derivative of what jumps where <paramref name="h"/> is zero: 0 away from there, all reals where h can vanish.</summary>
    public static Interval Jump(Interval h) => h.Lo <= 0 && h.Hi >= 0 ? Entire : default;
}
