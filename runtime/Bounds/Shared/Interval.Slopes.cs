namespace Proxima;

// What generated bounds ask of what jumps.
readonly partial record struct Interval
{
    /// <summary>The derivative of what jumps with a condition: 0 where the condition is decided, all reals where it is not.</summary>
    public static Interval Jump(Truth condition) => condition.IsMaybe ? Entire : default;

    /// <summary>The derivative of what is only defined within [lo, hi]: 1 there, all reals where x may lie outside.</summary>
    public static Interval InsideSlope(Interval x, double lo, double hi) => x.IsEmpty || (lo <= x.Lo && x.Hi <= hi) ? One : Entire;

    /// <summary>The derivative of a divisor: 1, or all reals where it can be zero, where the quotient jumps from one infinity to the other.</summary>
    public static Interval NotZeroSlope(Interval divisor) => divisor.Lo <= 0 && divisor.Hi >= 0 ? Entire : One;

    /// <summary>The derivative of a function with poles besides its smooth part, from its values: 0 where they are bounded, all reals where they are not.</summary>
    public static Interval PoleSlope(Interval values) => values.IsEmpty || values.IsBounded ? default : Entire;

    private static Interval One => Raw(1, 1);

    /// <summary>
    /// The derivative of the angle of (x, y) besides its smooth part: all reals where the point can cross the negative half of the x axis or reach the origin.
    /// </summary>
    public static Interval AngleJump(Interval y, Interval x) => y.Lo <= 0 && y.Hi >= 0 && x.Lo <= 0 ? Entire : default;
}
