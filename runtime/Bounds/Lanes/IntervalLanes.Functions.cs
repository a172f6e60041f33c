namespace Proxima;

/// <content>Functions of one argument, lane by lane.</content>
public readonly partial struct IntervalLanes
{
    /// <inheritdoc cref="Interval.Exp2(Interval)"/>
    public static IntervalLanes Exp2(IntervalLanes x) => Each(Interval.Exp2, x);

    /// <inheritdoc cref="Interval.Exp10(Interval)"/>
    public static IntervalLanes Exp10(IntervalLanes x) => Each(Interval.Exp10, x);

    /// <inheritdoc cref="Interval.ExpM1(Interval)"/>
    public static IntervalLanes ExpM1(IntervalLanes x) => Each(Interval.ExpM1, x);

    /// <inheritdoc cref="Interval.Exp2M1(Interval)"/>
    public static IntervalLanes Exp2M1(IntervalLanes x) => Each(Interval.Exp2M1, x);

    /// <inheritdoc cref="Interval.Exp10M1(Interval)"/>
    public static IntervalLanes Exp10M1(IntervalLanes x) => Each(Interval.Exp10M1, x);

    /// <inheritdoc cref="Interval.Log(Interval)"/>
    public static IntervalLanes Log(IntervalLanes x) => Each(Interval.Log, x);

    /// <inheritdoc cref="Interval.Log2(Interval)"/>
    public static IntervalLanes Log2(IntervalLanes x) => Each(Interval.Log2, x);

    /// <inheritdoc cref="Interval.Log10(Interval)"/>
    public static IntervalLanes Log10(IntervalLanes x) => Each(Interval.Log10, x);

    /// <inheritdoc cref="Interval.LogP1(Interval)"/>
    public static IntervalLanes LogP1(IntervalLanes x) => Each(Interval.LogP1, x);

    /// <inheritdoc cref="Interval.Log2P1(Interval)"/>
    public static IntervalLanes Log2P1(IntervalLanes x) => Each(Interval.Log2P1, x);

    /// <inheritdoc cref="Interval.Log10P1(Interval)"/>
    public static IntervalLanes Log10P1(IntervalLanes x) => Each(Interval.Log10P1, x);

    /// <inheritdoc cref="Interval.Cbrt(Interval)"/>
    public static IntervalLanes Cbrt(IntervalLanes x) => Each(Interval.Cbrt, x);

    /// <inheritdoc cref="Interval.Sin(Interval)"/>
    public static IntervalLanes Sin(IntervalLanes x) => Each(Interval.Sin, x);

    /// <inheritdoc cref="Interval.Cos(Interval)"/>
    public static IntervalLanes Cos(IntervalLanes x) => Each(Interval.Cos, x);

    /// <inheritdoc cref="Interval.Tan(Interval)"/>
    public static IntervalLanes Tan(IntervalLanes x) => Each(Interval.Tan, x);

    /// <inheritdoc cref="Interval.SinPi(Interval)"/>
    public static IntervalLanes SinPi(IntervalLanes x) => Each(Interval.SinPi, x);

    /// <inheritdoc cref="Interval.CosPi(Interval)"/>
    public static IntervalLanes CosPi(IntervalLanes x) => Each(Interval.CosPi, x);

    /// <inheritdoc cref="Interval.TanPi(Interval)"/>
    public static IntervalLanes TanPi(IntervalLanes x) => Each(Interval.TanPi, x);

    /// <inheritdoc cref="Interval.Asin(Interval)"/>
    public static IntervalLanes Asin(IntervalLanes x) => Each(Interval.Asin, x);

    /// <inheritdoc cref="Interval.Acos(Interval)"/>
    public static IntervalLanes Acos(IntervalLanes x) => Each(Interval.Acos, x);

    /// <inheritdoc cref="Interval.Atan(Interval)"/>
    public static IntervalLanes Atan(IntervalLanes x) => Each(Interval.Atan, x);

    /// <inheritdoc cref="Interval.AsinPi(Interval)"/>
    public static IntervalLanes AsinPi(IntervalLanes x) => Each(Interval.AsinPi, x);

    /// <inheritdoc cref="Interval.AcosPi(Interval)"/>
    public static IntervalLanes AcosPi(IntervalLanes x) => Each(Interval.AcosPi, x);

    /// <inheritdoc cref="Interval.AtanPi(Interval)"/>
    public static IntervalLanes AtanPi(IntervalLanes x) => Each(Interval.AtanPi, x);

    /// <inheritdoc cref="Interval.DegreesToRadians(Interval)"/>
    public static IntervalLanes DegreesToRadians(IntervalLanes degrees) => Each(Interval.DegreesToRadians, degrees);

    /// <inheritdoc cref="Interval.RadiansToDegrees(Interval)"/>
    public static IntervalLanes RadiansToDegrees(IntervalLanes radians) => Each(Interval.RadiansToDegrees, radians);

    /// <inheritdoc cref="Interval.Sinh(Interval)"/>
    public static IntervalLanes Sinh(IntervalLanes x) => Each(Interval.Sinh, x);

    /// <inheritdoc cref="Interval.Cosh(Interval)"/>
    public static IntervalLanes Cosh(IntervalLanes x) => Each(Interval.Cosh, x);

    /// <inheritdoc cref="Interval.Tanh(Interval)"/>
    public static IntervalLanes Tanh(IntervalLanes x) => Each(Interval.Tanh, x);

    /// <inheritdoc cref="Interval.Asinh(Interval)"/>
    public static IntervalLanes Asinh(IntervalLanes x) => Each(Interval.Asinh, x);

    /// <inheritdoc cref="Interval.Acosh(Interval)"/>
    public static IntervalLanes Acosh(IntervalLanes x) => Each(Interval.Acosh, x);

    /// <inheritdoc cref="Interval.Atanh(Interval)"/>
    public static IntervalLanes Atanh(IntervalLanes x) => Each(Interval.Atanh, x);

    /// <inheritdoc cref="Interval.Sign(Interval)"/>
    public static IntervalLanes Sign(IntervalLanes x) => Each(Interval.Sign, x);

    /// <inheritdoc cref="Interval.Floor(Interval)"/>
    public static IntervalLanes Floor(IntervalLanes x) => Each(Interval.Floor, x);

    /// <inheritdoc cref="Interval.Ceiling(Interval)"/>
    public static IntervalLanes Ceiling(IntervalLanes x) => Each(Interval.Ceiling, x);

    /// <inheritdoc cref="Interval.Truncate(Interval)"/>
    public static IntervalLanes Truncate(IntervalLanes x) => Each(Interval.Truncate, x);

    /// <inheritdoc cref="Interval.Round(Interval)"/>
    public static IntervalLanes Round(IntervalLanes x) => Each(Interval.Round, x);

    /// <inheritdoc cref="Interval.Erf(Interval)"/>
    public static IntervalLanes Erf(IntervalLanes x) => Each(Interval.Erf, x);

    /// <inheritdoc cref="Interval.Erfc(Interval)"/>
    public static IntervalLanes Erfc(IntervalLanes x) => Each(Interval.Erfc, x);

    /// <inheritdoc cref="Interval.NormalCdf(Interval)"/>
    public static IntervalLanes NormalCdf(IntervalLanes x) => Each(Interval.NormalCdf, x);

    /// <inheritdoc cref="Interval.NormalPdf(Interval)"/>
    public static IntervalLanes NormalPdf(IntervalLanes x) => Each(Interval.NormalPdf, x);

    /// <inheritdoc cref="Interval.LogGamma(Interval)"/>
    public static IntervalLanes LogGamma(IntervalLanes x) => Each(Interval.LogGamma, x);

    /// <inheritdoc cref="Interval.Digamma(Interval)"/>
    public static IntervalLanes Digamma(IntervalLanes x) => Each(Interval.Digamma, x);

    /// <inheritdoc cref="Interval.Trigamma(Interval)"/>
    public static IntervalLanes Trigamma(IntervalLanes x) => Each(Interval.Trigamma, x);

    /// <inheritdoc cref="Interval.SoftPlus(Interval)"/>
    public static IntervalLanes SoftPlus(IntervalLanes x) => Each(Interval.SoftPlus, x);

    /// <inheritdoc cref="Interval.StepSlope(Interval)"/>
    public static IntervalLanes StepSlope(IntervalLanes steps) => Each(Interval.StepSlope, steps);

    /// <inheritdoc cref="Interval.PoleSlope(Interval)"/>
    public static IntervalLanes PoleSlope(IntervalLanes values) => Each(Interval.PoleSlope, values);
}
