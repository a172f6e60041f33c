using System;

namespace Proxima;

readonly partial record struct Interval
{
    /// <summary>An increasing function over x, whose kernel knows the limits at infinity.</summary>
    private static Interval Increasing(Interval x, Func<double, Interval> kernel)
    {
        if (x.IsEmpty)
        {
            return Empty;
        }
        Interval low = kernel(x.Lo);
        return x.Lo == x.Hi ? low : Raw(low.Lo, kernel(x.Hi).Hi);
    }

    private static Interval Decreasing(Interval x, Func<double, Interval> kernel)
    {
        if (x.IsEmpty)
        {
            return Empty;
        }
        Interval low = kernel(x.Lo);
        return x.Lo == x.Hi ? low : Raw(kernel(x.Hi).Lo, low.Hi);
    }

    /// <summary>The part of x in [lo, hi], which is known not to be empty.</summary>
    private static Interval Clip(Interval x, double lo, double hi) => Raw(Larger(x.Lo, lo), Smaller(x.Hi, hi));
}
