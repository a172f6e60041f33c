using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{a − b · trunc(a / b) : b ≠ 0}, the remainder with the sign of a.</summary>
    public static Interval operator %(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty || IsZero(right))
        {
            return Empty;
        }
        double limit = Smaller(left.Magnitude, right.Magnitude);
        Interval range = Raw(left.Lo < 0 ? -limit : 0, left.Hi > 0 ? limit : 0);
        return Narrowed(left, right, Truncate(left / right), range);
    }

    /// <summary>{a − b · round(a / b) : b ≠ 0}, ties to even: the remainder of least magnitude.</summary>
    public static Interval IEEERemainder(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty || IsZero(right))
        {
            return Empty;
        }
        // Half a subnormal number may round to less.
        double limit = Smaller(left.Magnitude, Directed.MultiplyUp(0.5, right.Magnitude));
        return Narrowed(left, right, Round(left / right), Raw(-limit, limit));
    }

    /// <summary>The remainder under a quotient; what is known of it anyway where the quotient is not one number.</summary>
    private static Interval Narrowed(Interval left, Interval right, Interval quotient, Interval range) =>
        quotient.IsPoint ? Intersect(range, FusedMultiplyAdd(right, -quotient, left)) : range;
}
