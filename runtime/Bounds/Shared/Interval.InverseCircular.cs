namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{arcsin x : −1 ≤ x ≤ 1}.</summary>
    public static Interval Asin(Interval x) => Meets(x) ? Increasing(Clip(x, -1, 1), Kernels.Asin) : Empty;

    /// <summary>{arccos x : −1 ≤ x ≤ 1}.</summary>
    public static Interval Acos(Interval x) => Meets(x) ? Decreasing(Clip(x, -1, 1), Kernels.Acos) : Empty;

    /// <summary>{arctan x}.</summary>
    public static Interval Atan(Interval x) => Increasing(x, Kernels.Atan);

    /// <summary>{arcsin x / π : −1 ≤ x ≤ 1}.</summary>
    public static Interval AsinPi(Interval x) => Meets(x) ? Increasing(Clip(x, -1, 1), Kernels.AsinPi) : Empty;

    /// <summary>{arccos x / π : −1 ≤ x ≤ 1}.</summary>
    public static Interval AcosPi(Interval x) => Meets(x) ? Decreasing(Clip(x, -1, 1), Kernels.AcosPi) : Empty;

    /// <summary>{arctan x / π}.</summary>
    public static Interval AtanPi(Interval x) => Increasing(x, Kernels.AtanPi);

    /// <summary>{the angle of (x, y), in (−π, π] : not both zero}; all angles where the negative x-axis is crossed.</summary>
    public static Interval Atan2(Interval y, Interval x) => Angle(y, x, isInHalfTurns: false);

    /// <summary>{the angle of (x, y) in half turns, in (−1, 1] : not both zero}.</summary>
    public static Interval Atan2Pi(Interval y, Interval x) => Angle(y, x, isInHalfTurns: true);

    private static Interval Angle(Interval y, Interval x, bool isInHalfTurns)
    {
        if (x.IsEmpty || y.IsEmpty || (IsZero(x) && IsZero(y)))
        {
            return Empty;
        }
        if (y.Lo >= 0)
        {
            return UpperAngle(y, x, isInHalfTurns);
        }
        if (x.Lo < 0 && y.Hi >= 0)
        {
            double whole = Kernels.Angle(0, -1, isInHalfTurns).Hi; // the angle of y = 0 is +π
            return Raw(-whole, whole);
        }
        if (y.Hi <= 0)
        {
            return -UpperAngle(-y, x, isInHalfTurns);
        }
        return Raw(-Kernels.Angle(-y.Lo, x.Lo, isInHalfTurns).Hi, Kernels.Angle(y.Hi, x.Lo, isInHalfTurns).Hi);
    }

    /// <summary>For y ≥ 0 the angle falls with x, and grows with y where x &gt; 0 and falls where x &lt; 0; a corner at the origin is not a point of it.</summary>
    private static Interval UpperAngle(Interval y, Interval x, bool isInHalfTurns)
    {
        double nearY = x.Hi > 0 ? y.Lo : y.Hi;
        double nearX = x.Hi == 0 && y.Hi == 0 ? x.Lo : x.Hi;
        double farY = x.Lo < 0 ? y.Lo : y.Hi;
        double farX = x.Lo == 0 && y.Hi == 0 ? x.Hi : x.Lo;
        return Raw(Kernels.Angle(nearY, nearX, isInHalfTurns).Lo, Kernels.Angle(farY, farX, isInHalfTurns).Hi);
    }

    private static bool Meets(Interval x) => x.Lo <= 1 && x.Hi >= -1;
}
