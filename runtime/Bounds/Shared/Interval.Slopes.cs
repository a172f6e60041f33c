namespace Proxima;

// What generated bounds ask of what jumps.
readonly partial record struct Interval
{
    /// <summary>The derivative of what jumps with a condition: 0 where the condition is decided, all reals where it is not.</summary>
    public static Interval Jump(Truth condition) => condition.IsMaybe ? Entire : default;

    /// <summary>
    /// The derivative of the angle of (x, y) besides its smooth part: all reals where the point can cross the negative half of the x axis or reach the origin.
    /// </summary>
    public static Interval AngleJump(Interval y, Interval x) => y.Lo <= 0 && y.Hi >= 0 && x.Lo <= 0 ? Entire : default;
}
