using System;
using System.Collections.Generic;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>The methods of <see cref="Interval"/> behind the rows of the table, for the interpreter of bounds.</summary>
internal static class IntervalFunctions
{
    public static readonly IReadOnlyDictionary<Primitive, Func<Interval, Interval>> Unary = new Dictionary<Primitive, Func<Interval, Interval>>
    {
        [Exp] = Interval.Exp, [Exp2] = Interval.Exp2, [Exp10] = Interval.Exp10, [ExpM1] = Interval.ExpM1, [Exp2M1] = Interval.Exp2M1, [Exp10M1] = Interval.Exp10M1,
        [Log] = Interval.Log, [Log2] = Interval.Log2, [Log10] = Interval.Log10, [LogP1] = Interval.LogP1, [Log2P1] = Interval.Log2P1, [Log10P1] = Interval.Log10P1,
        [Sqrt] = Interval.Sqrt, [Cbrt] = Interval.Cbrt,
        [Sin] = Interval.Sin, [Cos] = Interval.Cos, [Tan] = Interval.Tan, [SinPi] = Interval.SinPi, [CosPi] = Interval.CosPi, [TanPi] = Interval.TanPi,
        [Asin] = Interval.Asin, [Acos] = Interval.Acos, [Atan] = Interval.Atan, [AsinPi] = Interval.AsinPi, [AcosPi] = Interval.AcosPi, [AtanPi] = Interval.AtanPi,
        [DegreesToRadians] = Interval.DegreesToRadians, [RadiansToDegrees] = Interval.RadiansToDegrees,
        [Sinh] = Interval.Sinh, [Cosh] = Interval.Cosh, [Tanh] = Interval.Tanh, [Asinh] = Interval.Asinh, [Acosh] = Interval.Acosh, [Atanh] = Interval.Atanh,
        [Abs] = Interval.Abs, [Sign] = Interval.Sign,
        [Floor] = Interval.Floor, [Ceiling] = Interval.Ceiling, [Truncate] = Interval.Truncate, [Round] = Interval.Round,
        [Erf] = Interval.Erf, [Erfc] = Interval.Erfc, [NormalCdf] = Interval.NormalCdf, [NormalPdf] = Interval.NormalPdf,
        [LogGamma] = Interval.LogGamma, [Digamma] = Interval.Digamma, [Trigamma] = Interval.Trigamma,
        [Sigmoid] = Interval.Sigmoid, [SoftPlus] = Interval.SoftPlus, [AccurateExpM1] = Interval.ExpM1, [AccurateLogP1] = Interval.LogP1,
    };

    public static readonly IReadOnlyDictionary<Primitive, Func<Interval, Interval, Interval>> Binary = new Dictionary<Primitive, Func<Interval, Interval, Interval>>
    {
        [LogOfBase] = Interval.Log, [Pow] = Interval.Pow, [Hypot] = Interval.Hypot, [Atan2] = Interval.Atan2, [Atan2Pi] = Interval.Atan2Pi,
        [CopySign] = Interval.CopySign, [Max] = Interval.Max, [Min] = Interval.Min, [MaxNumber] = Interval.MaxNumber, [MinNumber] = Interval.MinNumber,
        [MaxMagnitude] = Interval.MaxMagnitude, [MinMagnitude] = Interval.MinMagnitude,
        [MaxMagnitudeNumber] = Interval.MaxMagnitudeNumber, [MinMagnitudeNumber] = Interval.MinMagnitudeNumber,
    };

    public static readonly IReadOnlyDictionary<Primitive, Func<Interval, Interval, Interval, Interval>> Ternary = new Dictionary<Primitive, Func<Interval, Interval, Interval, Interval>>
    {
        [FusedMultiplyAdd] = Interval.FusedMultiplyAdd, [MultiplyAddEstimate] = Interval.MultiplyAddEstimate, [Lerp] = Interval.Lerp, [Clamp] = Interval.Clamp,
    };

    /// <summary>With a whole number: a root, a scale, digits, a mode.</summary>
    public static readonly IReadOnlyDictionary<Primitive, Func<Interval, int, Interval>> WithInteger = new Dictionary<Primitive, Func<Interval, int, Interval>>
    {
        [RootN] = Interval.RootN, [ScaleB] = Interval.ScaleB, [RoundToDigits] = Interval.Round, [RoundByMode] = static (x, mode) => Interval.Round(x, (MidpointRounding)mode),
    };

    public static readonly IReadOnlyDictionary<Primitive, Func<int, Interval, Interval>> OfOrder = new Dictionary<Primitive, Func<int, Interval, Interval>>
    {
        [Polygamma] = Interval.Polygamma,
    };

    public static readonly IReadOnlyDictionary<Primitive, Func<Interval, int, int, Interval>> WithTwoIntegers = new Dictionary<Primitive, Func<Interval, int, int, Interval>>
    {
        [RoundToDigitsByMode] = static (x, digits, mode) => Interval.Round(x, digits, (MidpointRounding)mode),
    };

    public static bool Has(Primitive primitive) =>
        Unary.ContainsKey(primitive) || Binary.ContainsKey(primitive) || Ternary.ContainsKey(primitive) || WithInteger.ContainsKey(primitive) || OfOrder.ContainsKey(primitive) || WithTwoIntegers.ContainsKey(primitive);
}
