using System;
using System.Runtime.CompilerServices;

namespace Proxima;

/// <content>Sine, cosine and tangent.</content>
internal static partial class Kernels
{
    /// <summary>Twice the error of <see cref="Turned"/>.</summary>
    private const double TurnError = TwoTo62Less;

    /// <summary>sin(x + turn·π/2) for finite x, and the quadrant of x + turn·π/2: 0 to 3, or −1 where the error would not tell.</summary>
    public static Interval Sin(double x, int turn, out int quadrant)
    {
        Twofold r = Reduce(x, out int j, out double error);
        j = (j + (32 * turn)) & 127;
        quadrant = Quadrant(r, j, error);
        if (x == 0 && (turn & 1) == 0)
        {
            return Exact((turn & 2) == 0 ? x : -x);
        }
        if (Math.Abs(x) < TwoTo28Less)
        {
            // sin x = x − δ, cos x = 1 − δ, with δ less than half a unit in the last place.
            Interval near = (turn & 1) == 0 ? Inwards(x) : x == 0 ? Exact(1) : Interval.Raw(Neighbours.Below(1), 1);
            return (turn & 2) == 0 ? near : -near;
        }
        Twofold value = Turned(r, j);
        return Clipped(Within(value, (Math.Abs(value.Hi) * TurnError) + error));
    }

    /// <summary>tan x for finite x, and the quadrant of x.</summary>
    public static Interval Tan(double x, out int quadrant)
    {
        Twofold r = Reduce(x, out int j, out double error);
        quadrant = Quadrant(r, j, error);
        if (Math.Abs(x) < TwoTo28Less)
        {
            return Outwards(x); // x + δ
        }
        // Both errors of the reduction count 1/|sin| and 1/|cos| times, and |r| bounds the smaller of these from below.
        double relative = (2 * TurnError) + (error == 0 ? 0 : 4 * error / Math.Abs(r.Hi));
        return Near(Turned(r, j) / Turned(r, (j + 32) & 127), relative);
    }

    /// <summary>sin(π·(x + turn/2)) for finite x; exact at multiples of ½.</summary>
    public static Interval SinPi(double x, int turn)
    {
        if (Math.Abs(x) < TwoTo40Less && (turn & 1) == 0)
        {
            Interval near = Proportional(x, KernelConstants.Pi); // sin πx = πx(1 − δ), δ < (πx)²/6 < 2⁻⁷⁹
            return (turn & 2) == 0 ? near : -near;
        }
        Twofold r = ReducePi(x, out int j);
        j = (j + (32 * turn)) & 127;
        if (r.Hi == 0 && (j & 31) == 0)
        {
            return Exact(KernelTables.Sines[2 * j]);
        }
        return Clipped(Near(Turned(r, j), TurnError));
    }

    /// <summary>tan πx for finite x that is no pole; exact at multiples of ¼.</summary>
    public static Interval TanPi(double x)
    {
        if (Math.Abs(x) < TwoTo40Less)
        {
            return Proportional(x, KernelConstants.Pi); // the same with δ < (πx)²/3 < 2⁻⁷⁷
        }
        Twofold r = ReducePi(x, out int j);
        if (r.Hi == 0 && (j & 15) == 0)
        {
            return Exact((j & 31) == 0 ? 0 : (j & 63) == 16 ? 1 : -1);
        }
        return Near(Turned(r, j) / Turned(r, (j + 32) & 127), 2 * TurnError);
    }

    public static Interval DegreesToRadians(double x) => Multiple(x, KernelConstants.RadiansPerDegree);

    public static Interval RadiansToDegrees(double x) => Multiple(x, KernelConstants.DegreesPerRadian);

    /// <summary>
    /// sin(jπ/64 + r) for |r| ≤ 0.0246 = 2⁻⁵·³⁴, within 2⁻⁶³ relative: s·cos r + c·sin r with s, c from the table.
    /// sin r = r + S: S is at most r²/6 = 2⁻¹³·³ of r, truncated after r⁹ (2⁻⁷⁸ of r), with six roundings: 2⁻⁶³·⁷ of r. cos r = 1 − r²/2 + C: C is at most 2⁻²⁵·⁹,
    /// truncated after r¹⁰ (2⁻⁹³), with six roundings: 2⁻⁷⁶. Where s = 0 the result is r + S; elsewhere it is at least |r|, and at least 0.024, and 2⁻⁷⁶ is 2⁻⁷⁰ of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold Turned(Twofold r, int j)
    {
        double[] sines = KernelTables.Sines;
        double h = r.Hi;
        Twofold square = r * r;
        double z = square.Hi;
        double cube = h * z * ((-1.0 / 6) + (z * ((1.0 / 120) + (z * ((-1.0 / 5040) + (z * (1.0 / 362880)))))));
        Twofold sine = Twofold.Ordered(h, r.Lo + cube);
        int cosine = 2 * ((j + 32) & 127);
        if ((j & 63) == 0)
        {
            return j == 0 ? sine : -sine;
        }
        double quartic = z * z * ((1.0 / 24) + (z * ((-1.0 / 720) + (z * ((1.0 / 40320) + (z * (-1.0 / 3628800)))))));
        Twofold versine = Twofold.Ordered(-0.5 * z, (-0.5 * square.Lo) + quartic);
        Twofold s = new(sines[2 * j], sines[(2 * j) + 1]);
        Twofold c = new(sines[cosine], sines[cosine + 1]);
        return s + ((c * sine) + (s * versine));
    }

    /// <summary>Which quarter of the circle jπ/64 + r lies in.</summary>
    private static int Quadrant(Twofold r, int j, double error)
    {
        if ((j & 31) != 0)
        {
            return j >> 5;
        }
        if (Math.Abs(r.Hi) <= 2 * error && error != 0)
        {
            return -1; // no double comes as near to a multiple of π/2, but nothing here depends on that
        }
        return r.Hi < 0 ? ((j >> 5) + 3) & 3 : j >> 5;
    }

    /// <summary>c · x; the limit at infinity.</summary>
    private static Interval Multiple(double x, Twofold c) =>
        double.IsInfinity(x) ? Signed(Interval.Raw(double.MaxValue, double.PositiveInfinity), x) : Proportional(x, c);

    /// <summary>A sine beyond ±1 is a rounding error.</summary>
    private static Interval Clipped(Interval x) => Interval.Raw(x.Lo < -1 ? -1 : x.Lo, x.Hi > 1 ? 1 : x.Hi);
}
