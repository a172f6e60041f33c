using System;

namespace Proxima;

/// <content>The logistic function and its integral, from e = e^(−|x|).</content>
internal static partial class Kernels
{
    /// <summary>1/(1 + e), or e/(1 + e) for negative x; from −80 on down that is eˣ to 2⁻¹¹⁵.</summary>
    public static Interval Sigmoid(double x)
    {
        if (x < -80)
        {
            return Exp(x);
        }
        if (x > 80)
        {
            return double.IsInfinity(x) ? Exact(1) : Interval.Raw(Neighbours.Below(1), 1);
        }
        if (x == 0)
        {
            return Exact(0.5);
        }
        Twofold parts = ExpParts(-Math.Abs(x), out int k);
        Twofold small = parts.Scale(PowerOfTwo(k));
        Twofold sum = 1 + small;
        Interval value = Near((x < 0 ? small : new Twofold(1)) / sum, 2 * ExpError);
        return value.Hi > 1 ? Interval.Raw(value.Lo, 1) : value;
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e); beyond ±80 it is x or eˣ to 2⁻¹¹⁵. The error of e counts once at most: all terms are positive.</summary>
    public static Interval SoftPlus(double x)
    {
        if (x < -80)
        {
            return Exp(x);
        }
        if (x > 80)
        {
            return double.IsInfinity(x) ? Interval.Raw(double.MaxValue, x) : Outwards(x);
        }
        Twofold parts = ExpParts(-Math.Abs(x), out int k);
        Twofold logarithm = LogP1Middle(parts.Scale(PowerOfTwo(k)));
        return Near(x > 0 ? logarithm + x : logarithm, 2 * ExpError);
    }
}
