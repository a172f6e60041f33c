using System;

namespace Proxima;

/// <content>Functions of several arguments, lane by lane.</content>
public readonly partial struct IntervalLanes
{
    /// <inheritdoc cref="Interval.Pow(Interval, Interval)"/>
    public static IntervalLanes Pow(IntervalLanes x, IntervalLanes y) => Each(Interval.Pow, x, y);

    /// <inheritdoc cref="Interval.Hypot(Interval, Interval)"/>
    public static IntervalLanes Hypot(IntervalLanes x, IntervalLanes y) => Each(Interval.Hypot, x, y);

    /// <inheritdoc cref="Interval.Atan2(Interval, Interval)"/>
    public static IntervalLanes Atan2(IntervalLanes y, IntervalLanes x) => Each(Interval.Atan2, y, x);

    /// <inheritdoc cref="Interval.Atan2Pi(Interval, Interval)"/>
    public static IntervalLanes Atan2Pi(IntervalLanes y, IntervalLanes x) => Each(Interval.Atan2Pi, y, x);

    /// <inheritdoc cref="Interval.CopySign(Interval, Interval)"/>
    public static IntervalLanes CopySign(IntervalLanes x, IntervalLanes sign) => Each(Interval.CopySign, x, sign);

    /// <inheritdoc cref="Interval.MaxNumber(Interval, Interval)"/>
    public static IntervalLanes MaxNumber(IntervalLanes left, IntervalLanes right) => Max(left, right);

    /// <inheritdoc cref="Interval.MinNumber(Interval, Interval)"/>
    public static IntervalLanes MinNumber(IntervalLanes left, IntervalLanes right) => Min(left, right);

    /// <inheritdoc cref="Interval.MaxMagnitude(Interval, Interval)"/>
    public static IntervalLanes MaxMagnitude(IntervalLanes left, IntervalLanes right) => Each(Interval.MaxMagnitude, left, right);

    /// <inheritdoc cref="Interval.MinMagnitude(Interval, Interval)"/>
    public static IntervalLanes MinMagnitude(IntervalLanes left, IntervalLanes right) => Each(Interval.MinMagnitude, left, right);

    /// <inheritdoc cref="Interval.MaxMagnitudeNumber(Interval, Interval)"/>
    public static IntervalLanes MaxMagnitudeNumber(IntervalLanes left, IntervalLanes right) => Each(Interval.MaxMagnitudeNumber, left, right);

    /// <inheritdoc cref="Interval.MinMagnitudeNumber(Interval, Interval)"/>
    public static IntervalLanes MinMagnitudeNumber(IntervalLanes left, IntervalLanes right) => Each(Interval.MinMagnitudeNumber, left, right);

    /// <inheritdoc cref="Interval.AngleJump(Interval, Interval)"/>
    public static IntervalLanes AngleJump(IntervalLanes y, IntervalLanes x) => Each(Interval.AngleJump, y, x);

    /// <inheritdoc cref="Interval.HypotSlope(Interval, Interval)"/>
    public static IntervalLanes HypotSlope(IntervalLanes x, IntervalLanes y) => Each(Interval.HypotSlope, x, y);

    /// <inheritdoc cref="Interval.Log(Interval, Interval)"/>
    public static IntervalLanes Log(IntervalLanes x, IntervalLanes newBase) => Each(Interval.Log, x, newBase);

    /// <inheritdoc cref="Interval.FusedMultiplyAdd(Interval, Interval, Interval)"/>
    public static IntervalLanes FusedMultiplyAdd(IntervalLanes left, IntervalLanes right, IntervalLanes addend) => Each(Interval.FusedMultiplyAdd, left, right, addend);

    /// <inheritdoc cref="Interval.MultiplyAddEstimate(Interval, Interval, Interval)"/>
    public static IntervalLanes MultiplyAddEstimate(IntervalLanes left, IntervalLanes right, IntervalLanes addend) => FusedMultiplyAdd(left, right, addend);

    /// <inheritdoc cref="Interval.Lerp(Interval, Interval, Interval)"/>
    public static IntervalLanes Lerp(IntervalLanes a, IntervalLanes b, IntervalLanes t) => Each(Interval.Lerp, a, b, t);

    /// <inheritdoc cref="Interval.Clamp(Interval, Interval, Interval)"/>
    public static IntervalLanes Clamp(IntervalLanes value, IntervalLanes min, IntervalLanes max) => Each(Interval.Clamp, value, min, max);

    /// <inheritdoc cref="Interval.RootN(Interval, int)"/>
    public static IntervalLanes RootN(IntervalLanes x, int n) => EachWith(Interval.RootN, x, n);

    /// <inheritdoc cref="Interval.ScaleB(Interval, int)"/>
    public static IntervalLanes ScaleB(IntervalLanes x, int n) => EachWith(Interval.ScaleB, x, n);

    /// <inheritdoc cref="Interval.PowN(Interval, int)"/>
    public static IntervalLanes PowN(IntervalLanes x, int n) => EachWith(Interval.PowN, x, n);

    /// <inheritdoc cref="Interval.Round(Interval, int)"/>
    public static IntervalLanes Round(IntervalLanes x, int digits) => EachWith(Interval.Round, x, digits);

    /// <inheritdoc cref="Interval.Round(Interval, MidpointRounding)"/>
    public static IntervalLanes Round(IntervalLanes x, MidpointRounding mode) => EachWith(Interval.Round, x, mode);

    /// <inheritdoc cref="Interval.Round(Interval, int, MidpointRounding)"/>
    public static IntervalLanes Round(IntervalLanes x, int digits, MidpointRounding mode) => EachWith(Interval.Round, x, digits, mode);

    /// <inheritdoc cref="Interval.Polygamma(int, Interval)"/>
    public static IntervalLanes Polygamma(int n, IntervalLanes x) => EachWith(static (lane, n) => Interval.Polygamma(n, lane), x, n);

    /// <inheritdoc cref="Interval.InsideOpen(Interval, double, double)"/>
    public static IntervalLanes InsideOpen(IntervalLanes x, double lo, double hi) => EachWith(Interval.InsideOpen, x, lo, hi);
}
