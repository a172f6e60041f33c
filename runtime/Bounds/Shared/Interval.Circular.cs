using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{sin x}.</summary>
    public static Interval Sin(Interval x) => Wave(x, 0);

    /// <summary>{cos x}.</summary>
    public static Interval Cos(Interval x) => Wave(x, 1);

    /// <summary>{tan x}: unbounded both ways across a pole.</summary>
    public static Interval Tan(Interval x)
    {
        if (x.IsEmpty)
        {
            return Empty;
        }
        double width = x.Hi - x.Lo;
        if (!(width <= 3.2)) // infinite too; 3.2 is less than three quadrants, so that the quadrants of the ends tell how many lie between
        {
            return Entire;
        }
        Interval low = Kernels.Tan(x.Lo, out int first);
        if (width == 0)
        {
            return low;
        }
        Interval high = Kernels.Tan(x.Hi, out int last);
        return first < 0 || last < 0 || Enters(first, last, 1) || Enters(first, last, 3) ? Entire : Raw(low.Lo, high.Hi);
    }

    /// <summary>{sin πx}.</summary>
    public static Interval SinPi(Interval x) => WavePi(x, 0);

    /// <summary>{cos πx}.</summary>
    public static Interval CosPi(Interval x) => WavePi(x, 1);

    /// <summary>{tan πx : x − ½ not whole}: unbounded both ways across a pole.</summary>
    public static Interval TanPi(Interval x)
    {
        if (x.IsEmpty || (x.Lo == x.Hi && IsHalf(x.Lo)))
        {
            return Empty;
        }
        if (!(x.Hi - x.Lo < 1))
        {
            return Entire;
        }
        // From pole to pole: where x ends at one, the last quadrant is the one before it.
        int last = IsHalf(x.Hi) ? (QuadrantPi(x.Hi) + 3) & 3 : QuadrantPi(x.Hi);
        int first = QuadrantPi(x.Lo);
        if (Enters(first, last, 1) || Enters(first, last, 3))
        {
            return Entire;
        }
        return Raw(
            IsHalf(x.Lo) ? double.NegativeInfinity : Kernels.TanPi(x.Lo).Lo,
            IsHalf(x.Hi) ? double.PositiveInfinity : Kernels.TanPi(x.Hi).Hi);
    }

    /// <summary>{x · π/180}.</summary>
    public static Interval DegreesToRadians(Interval degrees) => Increasing(degrees, Kernels.DegreesToRadians);

    /// <summary>{x · 180/π}.</summary>
    public static Interval RadiansToDegrees(Interval radians) => Increasing(radians, Kernels.RadiansToDegrees);

    /// <summary>
    /// {sin(x + turn·π/2)} from the values at the ends and the quadrants between them: entering the second there is a maximum, entering the fourth a minimum.
    /// A width below 6.28 is less than a period, so equal quadrants are the same one (width at most π/2) or four apart (at least 3π/2).
    /// </summary>
    private static Interval Wave(Interval x, int turn)
    {
        if (x.IsEmpty)
        {
            return Empty;
        }
        double width = x.Hi - x.Lo;
        if (!(width <= 6.28)) // infinite too
        {
            return Raw(-1, 1);
        }
        Interval low = Kernels.Sin(x.Lo, turn, out int first);
        if (width == 0)
        {
            return low;
        }
        Interval high = Kernels.Sin(x.Hi, turn, out int last);
        return first < 0 || last < 0 || (first == last && width > 3) ? Raw(-1, 1) : Turning(low, high, first, last);
    }

    private static Interval WavePi(Interval x, int turn)
    {
        if (x.IsEmpty)
        {
            return Empty;
        }
        double width = x.Hi - x.Lo;
        if (!(width < 2))
        {
            return Raw(-1, 1);
        }
        Interval low = Kernels.SinPi(x.Lo, turn);
        if (width == 0)
        {
            return low;
        }
        Interval high = Kernels.SinPi(x.Hi, turn);
        int first = (QuadrantPi(x.Lo) + turn) & 3;
        int last = (QuadrantPi(x.Hi) + turn) & 3;
        return first == last && width > 1 ? Raw(-1, 1) : Turning(low, high, first, last);
    }

    private static Interval Turning(Interval low, Interval high, int first, int last) => Raw(
        Enters(first, last, 3) ? -1 : Smaller(low.Lo, high.Lo),
        Enters(first, last, 1) ? 1 : Larger(low.Hi, high.Hi));

    /// <summary>Whether the way round from one quadrant to another enters a third, less than once around.</summary>
    private static bool Enters(int first, int last, int quadrant) => ((quadrant - first - 1) & 3) < ((last - first) & 3);

    /// <summary>⌊2x⌋ modulo 4, exactly; from 2⁵⁴ on every double is a multiple of 2.</summary>
    private static int QuadrantPi(double x)
    {
        if (!(Math.Abs(x) < 1e18))
        {
            return 0;
        }
        double quadrants = Math.Floor(2 * x);
        return (int)(quadrants - (4 * Math.Floor(quadrants * 0.25)));
    }

    private static bool IsHalf(double x) => Math.Abs(x) < 1e18 && Math.Floor(x) + 0.5 == x;
}
