namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{a · b + c}, rounded once.</summary>
    public static Interval FusedMultiplyAdd(Interval left, Interval right, Interval addend)
    {
        if (left.IsEmpty || right.IsEmpty || addend.IsEmpty)
        {
            return Empty;
        }
        return IsZero(left) || IsZero(right) ? addend : Raw(LowEnd(left, right, addend.Lo), -LowEnd(-left, right, -addend.Hi));
    }

    /// <summary>{a · b + c}: contains both what is rounded once and what is rounded twice on the real numbers.</summary>
    public static Interval MultiplyAddEstimate(Interval left, Interval right, Interval addend) => FusedMultiplyAdd(left, right, addend);

    /// <summary>{a · (1 − t) + b · t}.</summary>
    public static Interval Lerp(Interval a, Interval b, Interval t)
    {
        if (!a.IsBounded || !b.IsBounded || !t.IsBounded)
        {
            return LerpAt(a, b, t);
        }
        // Linear in t for every a and b: the extremes are at its ends, where it does not matter that t occurs twice.
        return Hull(LerpAt(a, b, t.Lo), LerpAt(a, b, t.Hi));
    }

    private static Interval LerpAt(Interval a, Interval b, Interval t) => (a * (1 - t)) + (b * t);

    /// <summary>The lower end of x · y + c, neither x nor y being [0, 0].</summary>
    private static double LowEnd(Interval x, Interval y, double c)
    {
        if (x.Lo >= 0)
        {
            return Directed.MultiplyAddDown(y.Lo >= 0 ? x.Lo : x.Hi, y.Lo, c);
        }
        if (x.Hi <= 0)
        {
            return Directed.MultiplyAddDown(y.Hi > 0 ? x.Lo : x.Hi, y.Hi, c);
        }
        if (y.Lo >= 0)
        {
            return Directed.MultiplyAddDown(x.Lo, y.Hi, c);
        }
        if (y.Hi <= 0)
        {
            return Directed.MultiplyAddDown(x.Hi, y.Lo, c);
        }
        return Smaller(Directed.MultiplyAddDown(x.Lo, y.Hi, c), Directed.MultiplyAddDown(x.Hi, y.Lo, c));
    }
}
