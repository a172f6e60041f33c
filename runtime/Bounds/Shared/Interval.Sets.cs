using System;

namespace Proxima;


readonly partial record struct Interval
{
    /// <summary>An upper bound of Hi − Lo, the least double; NaN when empty.</summary>
    public double Width => IsEmpty ? double.NaN : Directed.SubtractUp(Hi, Lo);

    /// <summary>
    /// A member in the middle: 0 for all reals, the largest finite number of a half line, NaN when empty.
    /// </summary>
    public double Midpoint
    {
        get
        {
            if (IsEntire)
            {
                return 0;
            }
            double sum = Lo + Hi;
            if (!double.IsInfinity(sum))
            {
                return 0.5 * sum;
            }
            double middle = (0.5 * Lo) + (0.5 * Hi); // Lo + Hi overflows
            return Math.Max(double.MinValue, Math.Min(double.MaxValue, middle));
        }
    }

    /// <summary>The least double r such that Midpoint ± r contains the interval; NaN when empty.</summary>
    public double Radius => IsEmpty ? double.NaN : Math.Max(Directed.SubtractUp(Midpoint, Lo), Directed.SubtractUp(Hi, Midpoint));

    /// <summary>The largest |x|; NaN when empty.</summary>
    public double Magnitude => Math.Max(Math.Abs(Lo), Math.Abs(Hi));

    /// <summary>The smallest |x|; NaN when empty.</summary>
    public double Mignitude => Lo <= 0 && Hi >= 0 ? 0 : Math.Min(Math.Abs(Lo), Math.Abs(Hi));

    /// <summary>True when <paramref name="value"/> is a member; infinities and NaN never are.</summary>
    public bool Contains(double value) => Lo <= value && value <= Hi && !double.IsInfinity(value);

    /// <summary>True when every member is one of <paramref name="other"/>.</summary>
    public bool IsSubsetOf(Interval other) => IsEmpty || (other.Lo <= Lo && Hi <= other.Hi);

    /// <summary>True when every member lies inside <paramref name="other"/> away from its ends.</summary>
    public bool IsInteriorOf(Interval other) =>
        IsEmpty || ((other.Lo < Lo || double.IsNegativeInfinity(other.Lo)) && (Hi < other.Hi || double.IsPositiveInfinity(other.Hi)));

    /// <summary>True when no member is one of <paramref name="other"/>.</summary>
    public bool IsDisjointFrom(Interval other) => !(Lo <= other.Hi && other.Lo <= Hi);

    /// <summary>The smallest interval that contains both.</summary>
    public static Interval Hull(Interval first, Interval second)
    {
        if (first.IsEmpty)
        {
            return second;
        }
        return second.IsEmpty ? first : Raw(Smaller(first.Lo, second.Lo), Larger(first.Hi, second.Hi));
    }

    /// <summary>What is in both.</summary>
    public static Interval Intersect(Interval first, Interval second) =>
        first.IsDisjointFrom(second) ? Empty : Raw(Larger(first.Lo, second.Lo), Smaller(first.Hi, second.Hi));
}
