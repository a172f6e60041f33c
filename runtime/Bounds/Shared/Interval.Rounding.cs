using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>{⌊a⌋}.</summary>
    public static Interval Floor(Interval x) => Raw(Math.Floor(x.Lo), Math.Floor(x.Hi));

    /// <summary>{⌈a⌉}.</summary>
    public static Interval Ceiling(Interval x) => Raw(Math.Ceiling(x.Lo), Math.Ceiling(x.Hi));

    /// <summary>{a without its fraction}.</summary>
    public static Interval Truncate(Interval x) => Raw(Math.Truncate(x.Lo), Math.Truncate(x.Hi));

    /// <summary>{a rounded to the nearest whole number, ties to even}.</summary>
    public static Interval Round(Interval x) => Raw(Math.Round(x.Lo), Math.Round(x.Hi));

    /// <summary>{a rounded to a whole number in the given way}.</summary>
    /// <exception cref="ArgumentException">No such way.</exception>
    public static Interval Round(Interval x, MidpointRounding mode) => (int)mode switch
    {
        0 => Round(x),
        1 => Raw(AwayFromZero(x.Lo), AwayFromZero(x.Hi)),
        // The names of the others are younger than .NET Standard 2.0: to zero, down, up.
        2 => Truncate(x),
        3 => Floor(x),
        4 => Ceiling(x),
        _ => throw new ArgumentException(FormattableString.Invariant($"{(int)mode} is no way of rounding."), nameof(mode)),
    };

    /// <summary>{a rounded to so many decimals, ties to even}; next to a tie, whichever way the program's product with a power of ten falls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">digits is not within 0 … 15.</exception>
    public static Interval Round(Interval x, int digits) => Round(x, digits, MidpointRounding.ToEven);

    /// <summary>{a rounded to so many decimals in the given way}.</summary>
    /// <exception cref="ArgumentOutOfRangeException">digits is not within 0 … 15.</exception>
    /// <exception cref="ArgumentException">No such way.</exception>
    public static Interval Round(Interval x, int digits, MidpointRounding mode)
    {
        if (digits is < 0 or > 15)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, "Rounding takes 0 to 15 decimals.");
        }
        Interval power = PowN(10, digits);
        // Huge numbers have no decimals: the program leaves them as they are.
        Interval rounded = Round(x * power, mode) / power;
        return x.Magnitude >= 1e16 ? Hull(rounded, x) : rounded;
    }

    /// <summary>
    /// The derivative of a step function over a set, from the steps it takes there: 0 where it takes one, all reals where it jumps from one to another.
    /// </summary>
    public static Interval StepSlope(Interval steps)
    {
        if (steps.IsEmpty)
        {
            return Empty;
        }
        return steps.IsPoint ? default : Entire;
    }

    /// <summary>{the next larger double}: what lies between a and the one after the largest.</summary>
    public static Interval BitIncrement(Interval x) => Raw(x.Lo, Neighbours.Above(x.Hi));

    /// <summary>{the next smaller double}: what lies between the one before the smallest and a.</summary>
    public static Interval BitDecrement(Interval x) => Raw(Neighbours.Below(x.Lo), x.Hi);

    // Not Math.Floor(x + 0.5): 0.49999999999999994 + 0.5 is 1.
    private static double AwayFromZero(double x)
    {
        double whole = Math.Truncate(x);
        double fraction = x - whole;
        return Math.Abs(fraction) >= 0.5 ? whole + Math.Sign(fraction) : whole;
    }
}
