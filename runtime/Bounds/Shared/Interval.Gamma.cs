using System;

namespace Proxima;

readonly partial record struct Interval
{
    // Γ has its least positive value between these two doubles; the logarithm of it is above the third.
    private const double BelowGammaMinimum = 1.4616321449683622;
    private const double AboveGammaMinimum = 1.4616321449683625;
    private const double LeastLogGamma = -0.12148629053584962;

    /// <summary>{ln |Γ(x)| : x not 0, −1, −2 …}.</summary>
    public static Interval LogGamma(Interval x)
    {
        if (x.IsEmpty || (x.Lo == x.Hi && IsPole(x.Lo)))
        {
            return Empty;
        }
        if (x.Lo == x.Hi)
        {
            return Kernels.LogGamma(x.Lo);
        }
        if (x.Lo >= AboveGammaMinimum)
        {
            return Increasing(x, Kernels.LogGamma);
        }
        if (x.Lo >= 0)
        {
            return x.Hi <= BelowGammaMinimum
                ? Decreasing(x, Kernels.LogGamma)
                : Raw(LeastLogGamma, Larger(Kernels.LogGamma(x.Lo).Hi, Kernels.LogGamma(x.Hi).Hi));
        }
        if (HasPole(x))
        {
            return Raw(x.Hi > 0 ? Smaller(LogGammaLeastBelow(x.Lo), LeastLogGamma) : LogGammaLeastBelow(x.Lo), double.PositiveInfinity);
        }
        return Convex(x, Kernels.LogGamma, Kernels.Digamma);
    }

    /// <summary>{ψ(x) : x not 0, −1, −2 …}: increasing between poles, unbounded both ways across one.</summary>
    public static Interval Digamma(Interval x) => BetweenPoles(x, Kernels.Digamma);

    /// <summary>{ψ′(x) : x not 0, −1, −2 …}.</summary>
    public static Interval Trigamma(Interval x) => Polygamma(1, x);

    /// <summary>{ψ⁽ⁿ⁾(x) : x not 0, −1, −2 …}.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative or above 170.</exception>
    public static Interval Polygamma(int n, Interval x)
    {
        if (n < 0 || n > 170)
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "The order must be from 0 to 170.");
        }
        if (n == 0)
        {
            return Digamma(x);
        }
        if ((n & 1) == 0)
        {
            return BetweenPoles(x, x => Kernels.Polygamma(n, x));
        }
        if (x.IsEmpty || (x.Lo == x.Hi && IsPole(x.Lo)))
        {
            return Empty;
        }
        if (x.Lo >= 0)
        {
            return Decreasing(x, x => Kernels.Polygamma(n, x));
        }
        return HasPole(x) ? Raw(0, double.PositiveInfinity) : Convex(x, x => Kernels.Polygamma(n, x), x => Kernels.Polygamma(n + 1, x));
    }

    /// <summary>A function that increases from −∞ to ∞ between neighbouring poles.</summary>
    private static Interval BetweenPoles(Interval x, Func<double, Interval> kernel)
    {
        if (x.IsEmpty || (x.Lo == x.Hi && IsPole(x.Lo)))
        {
            return Empty;
        }
        if (HasPole(Raw(Neighbours.Above(x.Lo), Neighbours.Below(x.Hi))))
        {
            return Entire;
        }
        double lo = IsPole(x.Lo) ? double.NegativeInfinity : kernel(x.Lo).Lo;
        return Raw(lo, IsPole(x.Hi) ? double.PositiveInfinity : kernel(x.Hi).Hi);
    }

    /// <summary>
    /// A convex function from its values u, v and slopes s, t at the ends a, b: where s &lt; 0 &lt; t nothing is below the crossing of the tangents, (t·(u − s·a) −
    /// s·(v − t·b))/(t − s).
    /// </summary>
    private static Interval Convex(Interval x, Func<double, Interval> kernel, Func<double, Interval> derivative)
    {
        Interval u = kernel(x.Lo), v = kernel(x.Hi), s = derivative(x.Lo), t = derivative(x.Hi);
        double hi = Larger(u.Hi, v.Hi);
        if (s.Lo >= 0)
        {
            return Raw(u.Lo, hi);
        }
        if (t.Hi <= 0)
        {
            return Raw(v.Lo, hi);
        }
        if (s.Hi >= 0 || t.Lo <= 0)
        {
            // An end is the least point to within the error of the slope, which the whole width may use.
            double width = x.Width;
            Interval least = s.Hi >= 0 ? u + (Raw(s.Lo, 0) * width) : v - (Raw(0, t.Hi) * width);
            return Raw(least.Lo, hi);
        }
        Interval crossing = ((t * (u - (s * x.Lo))) - (s * (v - (t * x.Hi)))) / (t - s);
        return Raw(crossing.Lo, hi);
    }

    /// <summary>ln |Γ(−y)| = ln π − ln |sin πy| − ln Γ(y + 1) is at least ln π − ln Γ(y + 1), and that falls with y where ln Γ(y + 1) is positive.</summary>
    private static double LogGammaLeastBelow(double x)
    {
        double most = double.IsInfinity(x) ? double.PositiveInfinity : Kernels.LogGamma(Directed.SubtractUp(1, x)).Hi;
        return Directed.SubtractDown(1.1447298858494, most > 0 ? most : 0);
    }

    private static bool IsPole(double x) => x <= 0 && x == Math.Floor(x);

    /// <summary>Whether 0 or a negative whole number is a member.</summary>
    private static bool HasPole(Interval x) => x.Lo <= 0 && (x.Hi >= 0 || Math.Floor(x.Hi) >= x.Lo);
}
