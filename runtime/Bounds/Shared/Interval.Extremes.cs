using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{|a|}.</summary>
    public static Interval Abs(Interval x) => Raw(x.Mignitude, x.Magnitude);

    /// <summary>{−1, 0 or 1 by the sign of a}.</summary>
    public static Interval Sign(Interval x) => x.IsEmpty ? x : Raw(Math.Sign(x.Lo), Math.Sign(x.Hi));

    /// <summary>{|a| with the sign of b}; a zero has either sign.</summary>
    public static Interval CopySign(Interval x, Interval sign)
    {
        if (sign.IsEmpty)
        {
            return Empty;
        }
        Interval magnitude = Abs(x);
        return Hull(sign.Hi >= 0 ? magnitude : Empty, sign.Lo <= 0 ? -magnitude : Empty);
    }

    /// <summary>{the larger of a and b}.</summary>
    public static Interval Max(Interval left, Interval right) => Raw(Math.Max(left.Lo, right.Lo), Math.Max(left.Hi, right.Hi));

    /// <summary>{the smaller of a and b}.</summary>
    public static Interval Min(Interval left, Interval right) => Raw(Math.Min(left.Lo, right.Lo), Math.Min(left.Hi, right.Hi));

    /// <inheritdoc cref="Max(Interval, Interval)"/>
    public static Interval MaxNumber(Interval left, Interval right) => Max(left, right);

    /// <inheritdoc cref="Min(Interval, Interval)"/>
    public static Interval MinNumber(Interval left, Interval right) => Min(left, right);

    /// <summary>{the one of a and b with the larger magnitude}, both where they have the same.</summary>
    public static Interval MaxMagnitude(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty;
        }
        return Hull(Beyond(left, right.Mignitude), Beyond(right, left.Mignitude));
    }

    /// <summary>{the one of a and b with the smaller magnitude}, both where they have the same.</summary>
    public static Interval MinMagnitude(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty;
        }
        return Hull(Within(left, right.Magnitude), Within(right, left.Magnitude));
    }

    /// <inheritdoc cref="MaxMagnitude(Interval, Interval)"/>
    public static Interval MaxMagnitudeNumber(Interval left, Interval right) => MaxMagnitude(left, right);

    /// <inheritdoc cref="MinMagnitude(Interval, Interval)"/>
    public static Interval MinMagnitudeNumber(Interval left, Interval right) => MinMagnitude(left, right);

    /// <summary>{a limited to [b, c] : b ≤ c}.</summary>
    public static Interval Clamp(Interval value, Interval min, Interval max) => min.Lo <= max.Hi ? Min(Max(value, min), max) : Empty;

    /// <summary>What of x has at least this magnitude.</summary>
    private static Interval Beyond(Interval x, double magnitude)
    {
        double lo = x.Lo <= -magnitude ? x.Lo : Larger(x.Lo, magnitude);
        double hi = x.Hi >= magnitude ? x.Hi : Smaller(x.Hi, -magnitude);
        return lo <= hi ? Raw(lo, hi) : Empty;
    }

    /// <summary>What of x has at most this magnitude.</summary>
    private static Interval Within(Interval x, double magnitude) => Intersect(x, Raw(-magnitude, magnitude));
}
