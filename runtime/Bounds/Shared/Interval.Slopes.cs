using System;

namespace Proxima;

// Derivatives that generated bounds ask for: of what jumps, and such whose factors vary together.
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

    /// <summary>
    /// What rounding to nearest may add to a value in double precision: up to 2⁻⁵³ of its magnitude, and half the least double below the normal ones. All reals where
    /// the result may overflow.
    /// </summary>
    public static Interval RoundingSlope(Interval x)
    {
        if (x.IsEmpty)
        {
            return x;
        }
        const double Unit = 1.1102230246251565e-16; // 2⁻⁵³
        double most = Directed.AddUp(Directed.MultiplyUp(x.Magnitude, Unit), double.Epsilon);
        return Raw(-most, most);
    }

    /// <summary>What a processor may make of a value in double precision, rounding it to nearest.</summary>
    public static Interval Rounded(Interval x) => x + RoundingSlope(x);

    private static Interval One => Raw(1, 1);

    /// <summary>
    /// The derivative of the angle of (x, y) besides its smooth part: all reals where the point can cross the negative half of the x axis or reach the origin.
    /// </summary>
    public static Interval AngleJump(Interval y, Interval x) => y.Lo <= 0 && y.Hi >= 0 && x.Lo <= 0 ? Entire : default;

    /// <summary>{σ(x)·σ(−x)}, the derivative of the logistic function: one summit, at 0.</summary>
    public static Interval SigmoidSlope(Interval x)
    {
        if (x.IsEmpty)
        {
            return x;
        }
        Interval far = Kernels.Sigmoid(x.Magnitude) * Kernels.Sigmoid(-x.Magnitude);
        Interval near = x.Mignitude == x.Magnitude ? far : Kernels.Sigmoid(x.Mignitude) * Kernels.Sigmoid(-x.Mignitude);
        return Raw(far.Lo, Smaller(near.Hi, 0.25));
    }

    /// <summary>{x / √(x² + y²)}, the derivative of the length of (x, y) by x; all of [−1, 1] at the origin, where the length has a kink.</summary>
    public static Interval HypotSlope(Interval x, Interval y)
    {
        if (x.IsEmpty || y.IsEmpty)
        {
            return Empty;
        }
        double near = y.Mignitude, far = y.Magnitude;
        if (x.Lo <= 0 && x.Hi >= 0 && near == 0)
        {
            return Raw(-1, 1);
        }
        // It grows with x, towards ±1 the faster the nearer y is to 0.
        return Raw(Cosine(x.Lo, x.Lo < 0 ? near : far).Lo, Cosine(x.Hi, x.Hi > 0 ? near : far).Hi);
    }

    private static Interval Cosine(double x, double y)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return x == 0 ? default : x > 0 ? Raw(0, 1) : Raw(-1, 0);
        }
        Interval cosine = Raw(x, x) / Length(Math.Abs(x), y);
        return Raw(Larger(cosine.Lo, -1), Smaller(cosine.Hi, 1));
    }
}
