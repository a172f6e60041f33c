using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{aⁿ}; for n &lt; 0, {1/a⁻ⁿ : a ≠ 0}; a⁰ is 1.</summary>
    public static Interval PowN(Interval x, int n)
    {
        if (x.IsEmpty || n == 0)
        {
            return x.IsEmpty ? x : 1;
        }
        if (n < 0 && IsZero(x))
        {
            return Empty;
        }
        if ((n & 1) == 0)
        {
            x = Abs(x);
            return n > 0 ? Raw(PowerDown(x.Lo, n), PowerUp(x.Hi, n)) : Raw(PowerDown(x.Hi, n), PowerUp(x.Lo, n));
        }
        if (n > 0)
        {
            return Raw(PowerDown(x.Lo, n), PowerUp(x.Hi, n));
        }
        if (x.Lo < 0 && x.Hi > 0)
        {
            return Entire;
        }
        // The zero at an end is approached from the side where x is.
        return Raw(
            x.Hi == 0 ? double.NegativeInfinity : PowerDown(x.Hi, n),
            x.Lo == 0 ? double.PositiveInfinity : PowerUp(x.Lo, n));
    }

    /// <summary>{x · 2ⁿ}.</summary>
    public static Interval ScaleB(Interval x, int n) => Raw(Directed.ScaleDown(x.Lo, n), Directed.ScaleUp(x.Hi, n));

    private static double PowerDown(double x, int n)
    {
        if (x == 0 || double.IsInfinity(x))
        {
            return Limit(x, n);
        }
        return PowerOfDouble.Of(x, n).Down();
    }

    private static double PowerUp(double x, int n)
    {
        if (x == 0 || double.IsInfinity(x))
        {
            return Limit(x, n);
        }
        return PowerOfDouble.Of(x, n).Up();
    }

    private static double Limit(double x, int n)
    {
        double magnitude = (x == 0) == (n > 0) ? 0 : double.PositiveInfinity;
        return x < 0 && (n & 1) != 0 ? -magnitude : magnitude;
    }
}
