using System;
using CsCheck;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>Random doubles and intervals: ordinary, huge, subnormal, around powers of two, and the special ones.</summary>
internal static class Doubles
{
    public static readonly Gen<double> Finite = Gen.Frequency(
        (4, Gen.Double[-4, 4]),
        (3, Gen.ULong.Select(static bits => BitConverter.UInt64BitsToDouble(bits)).Where(double.IsFinite)),
        (2, Gen.Int[-1074, 1023].Select(Gen.Int[-3, 3], static (exponent, steps) => Step(Math.ScaleB(1, exponent), steps))),
        (1, Gen.Long[-(1L << 53), 1L << 53].Select(static bits => bits * double.Epsilon)),
        (1, Gen.OneOfConst(0.0, 1, -1, 2, 0.5, 3, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308)),
        (1, Gen.Int[-20, 20].Select(static whole => (double)whole)));

    /// <summary>Sets with finite ends, half lines, single numbers, ends at zero; one in forty is empty.</summary>
    public static readonly Gen<Interval> Intervals = Gen.Select(Finite, Finite, Gen.Int[0, 39]).Select(static (a, b, kind) => kind switch
    {
        0 => Interval.Empty,
        1 => Interval.Entire,
        2 => new Interval(a, double.PositiveInfinity),
        3 => new Interval(double.NegativeInfinity, a),
        4 => new Interval(0, double.PositiveInfinity),
        5 => new Interval(double.NegativeInfinity, 0),
        6 or 7 => new Interval(0, Math.Abs(a)),
        8 or 9 => new Interval(-Math.Abs(a), 0),
        10 => default,
        < 18 => new Interval(a, a),
        _ => new Interval(Math.Min(a, b), Math.Max(a, b)),
    });

    /// <summary>Finite members: the ends, and something between.</summary>
    public static double[] Members(Interval x)
    {
        if (x.IsEmpty)
        {
            return [];
        }
        double lo = Math.Max(x.Lo, double.MinValue);
        double hi = Math.Min(x.Hi, double.MaxValue);
        return [lo, hi, x.Midpoint, Math.Clamp(0, lo, hi), Math.Clamp((0.75 * lo) + (0.25 * hi), lo, hi)];
    }

    private static double Step(double x, int steps)
    {
        for (; steps > 0; steps--)
        {
            x = Math.BitIncrement(x);
        }
        for (; steps < 0; steps++)
        {
            x = Math.BitDecrement(x);
        }
        return double.IsFinite(x) ? x : 1;
    }
}
