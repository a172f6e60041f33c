using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>
    /// {xʸ}: for x &gt; 0, 0ʸ = 0 for y &gt; 0, and, as <see cref="Math.Pow(double, double)"/> has it, negative x at whole y and 0⁰ = 1.
    /// </summary>
    public static Interval Pow(Interval x, Interval y)
    {
        if (x.IsEmpty || y.IsEmpty)
        {
            return Empty;
        }
        if (y.Lo == y.Hi && Math.Floor(y.Lo) == y.Lo)
        {
            return PowWhole(x, y.Lo);
        }
        Interval result = x.Hi >= 0 ? PowOfPositive(Clip(x, 0, x.Hi), y) : Empty;
        if (x.Lo <= 0 && x.Hi >= 0 && y.Lo <= 0 && y.Hi >= 0)
        {
            result = Hull(result, Raw(1, 1));
        }
        double first = Math.Ceiling(y.Lo);
        double last = Math.Floor(y.Hi);
        if (x.Lo < 0 && first <= last)
        {
            Interval negative = Clip(x, x.Lo, 0);
            result = Hull(result, first == last ? PowWhole(negative, first) : Both(PowOfPositive(-negative, Raw(first, last))));
        }
        return result;
    }

    /// <summary>{ⁿ√x}: all x for odd n, x ≥ 0 for even n, without 0 for negative n; empty for n = 0.</summary>
    public static Interval RootN(Interval x, int n)
    {
        bool isOdd = (n & 1) != 0;
        if (n == 0 || x.IsEmpty || (x.Hi < 0 && !isOdd) || (n < 0 && (IsZero(x) || (x.Hi == 0 && !isOdd))))
        {
            return Empty;
        }
        if (!isOdd)
        {
            x = Clip(x, 0, x.Hi);
        }
        if (n > 0)
        {
            return Raw(SignedRoot(x.Lo, n).Lo, SignedRoot(x.Hi, n).Hi);
        }
        if (x.Lo < 0 && x.Hi > 0)
        {
            return Entire;
        }
        return Raw(x.Hi == 0 ? double.NegativeInfinity : SignedRoot(x.Hi, n).Lo, x.Lo == 0 ? double.PositiveInfinity : SignedRoot(x.Lo, n).Hi);
    }

    /// <summary>{∛x}.</summary>
    public static Interval Cbrt(Interval x) => RootN(x, 3);

    /// <summary>{√(x² + y²)}.</summary>
    public static Interval Hypot(Interval x, Interval y) => x.IsEmpty || y.IsEmpty
        ? Empty
        : Raw(Length(x.Mignitude, y.Mignitude).Lo, Length(x.Magnitude, y.Magnitude).Hi);

    /// <summary>{xⁿ} for a whole n and any x.</summary>
    private static Interval PowWhole(Interval x, double n)
    {
        if (n == 0)
        {
            return Raw(1, 1);
        }
        if (n < 0 && IsZero(x))
        {
            return Empty;
        }
        bool isOdd = Math.Abs(n % 2) == 1;
        if (!isOdd)
        {
            x = Raw(x.Mignitude, x.Magnitude);
        }
        if (n > 0)
        {
            return Raw(SignedPower(x.Lo, n).Lo, SignedPower(x.Hi, n).Hi);
        }
        if (x.Lo < 0 && x.Hi > 0)
        {
            return Entire;
        }
        return Raw(x.Hi == 0 ? double.NegativeInfinity : SignedPower(x.Hi, n).Lo, x.Lo == 0 ? double.PositiveInfinity : SignedPower(x.Lo, n).Hi);
    }

    /// <summary>
    /// {xʸ} for x ≥ 0: xʸ grows with x where y &gt; 0 and falls where y &lt; 0, grows with y where x &gt; 1 and falls where x &lt; 1, so that the extremes are at
    /// corners.
    /// </summary>
    private static Interval PowOfPositive(Interval x, Interval y)
    {
        if (x.Hi == 0)
        {
            return y.Hi > 0 ? default : Empty;
        }
        if (y.Lo >= 0)
        {
            return Raw(Power(x.Lo, x.Lo < 1 ? y.Hi : y.Lo).Lo, Power(x.Hi, x.Hi > 1 ? y.Hi : y.Lo).Hi);
        }
        if (y.Hi <= 0)
        {
            return Raw(Power(x.Hi, x.Hi > 1 ? y.Lo : y.Hi).Lo, Power(x.Lo, x.Lo < 1 ? y.Lo : y.Hi).Hi);
        }
        return Raw(
            Smaller(Power(x.Lo, y.Hi).Lo, Power(x.Hi, y.Lo).Lo),
            Larger(Power(x.Lo, y.Lo).Hi, Power(x.Hi, y.Hi).Hi));
    }

    /// <summary>xʸ for x ≥ 0, and its limits where an end is 0 or infinite.</summary>
    private static Interval Power(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return Raw(1, 1);
        }
        if (x != 0 && !double.IsInfinity(x) && !double.IsInfinity(y))
        {
            return Kernels.Pow(x, y);
        }
        return x > 1 == y > 0 ? Raw(double.MaxValue, double.PositiveInfinity) : default;
    }

    private static Interval SignedPower(double x, double n) => x < 0 && Math.Abs(n % 2) == 1 ? -Power(-x, n) : Power(Math.Abs(x), n);

    private static Interval SignedRoot(double x, int n)
    {
        double magnitude = Math.Abs(x);
        Interval root = magnitude == 0 || double.IsInfinity(magnitude) ? Power(magnitude, n) : Kernels.Root(magnitude, n);
        return x < 0 ? -root : root;
    }

    private static Interval Length(double a, double b)
    {
        double large = Larger(a, b);
        return double.IsInfinity(large) ? Raw(double.MaxValue, large) : Kernels.Hypot(large, Smaller(a, b));
    }

    /// <summary>The values and their negatives.</summary>
    private static Interval Both(Interval x) => Hull(x, -x);
}
