using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Exponentials, by the kernels of single numbers in vectors.</content>
public readonly partial struct IntervalLanes
{
    /// <inheritdoc cref="Interval.Exp(Interval)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IntervalLanes Exp(IntervalLanes x)
    {
        Kernels.ExpEnds(x._lo, out Vector512<double> lo, out _);
        Kernels.ExpEnds(x._hi, out _, out Vector512<double> hi);
        IntervalLanes result = new(lo, hi);
        ulong isKnown = IsWithin(x, 690);
        return isKnown == AllLanes ? result : result.Replaced(isKnown, static (a, _) => Interval.Exp(a), x, x);
    }

    /// <inheritdoc cref="Interval.Sigmoid(Interval)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IntervalLanes Sigmoid(IntervalLanes x)
    {
        Kernels.SigmoidEnds(x._lo, out Vector512<double> lo, out _);
        Kernels.SigmoidEnds(x._hi, out _, out Vector512<double> hi);
        IntervalLanes result = new(lo, hi);
        ulong isKnown = IsWithin(x, 80);
        return isKnown == AllLanes ? result : result.Replaced(isKnown, static (a, _) => Interval.Sigmoid(a), x, x);
    }

    /// <inheritdoc cref="Interval.SigmoidSlope(Interval)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IntervalLanes SigmoidSlope(IntervalLanes x)
    {
        IntervalLanes magnitude = Abs(x);
        Kernels.SigmoidEnds(magnitude._hi, out Vector512<double> farLo, out _);
        Kernels.SigmoidEnds(-magnitude._hi, out Vector512<double> otherFarLo, out _);
        Kernels.SigmoidEnds(magnitude._lo, out _, out Vector512<double> nearHi);
        Kernels.SigmoidEnds(-magnitude._lo, out _, out Vector512<double> otherNearHi);
        IntervalLanes result = new(
            Avx512F.Multiply(farLo, otherFarLo, FloatRoundingMode.ToNegativeInfinity),
            Vector512.Min(Avx512F.Multiply(nearHi, otherNearHi, FloatRoundingMode.ToPositiveInfinity), Vector512.Create(0.25)));
        ulong isKnown = IsWithin(x, 80);
        return isKnown == AllLanes ? result : result.Replaced(isKnown, static (a, _) => Interval.SigmoidSlope(a), x, x);
    }

    /// <summary>The lanes with both ends at most so far from zero; none that are empty.</summary>
    private static ulong IsWithin(IntervalLanes x, double most) =>
        Vector512.ExtractMostSignificantBits(Vector512.GreaterThanOrEqual(x._lo, Vector512.Create(-most)) & Vector512.LessThanOrEqual(x._hi, Vector512.Create(most)));
}
