using System;
using System.Collections.Generic;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Primitives;

/// <summary>The table of elementary functions, and the methods that spell them.</summary>
internal static class PrimitiveTable
{
    /// <summary>Every elementary row, in a fixed order.</summary>
    public static readonly IReadOnlyList<Primitive> All =
    [
        Exp, Exp2, Exp10, ExpM1, Exp2M1, Exp10M1, Log, LogOfBase, Log2, Log10, LogP1, Log2P1, Log10P1,
        Sqrt, Cbrt, RootN, Pow, Hypot, FusedMultiplyAdd, MultiplyAddEstimate, Lerp, ScaleB, ReciprocalEstimate, ReciprocalSqrtEstimate,
        Sin, Cos, Tan, SinPi, CosPi, TanPi, Asin, Acos, Atan, AsinPi, AcosPi, AtanPi, Atan2, Atan2Pi, DegreesToRadians, RadiansToDegrees,
        Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,
        Abs, CopySign, Sign, Max, Min, MaxNumber, MinNumber, MaxMagnitude, MinMagnitude, MaxMagnitudeNumber, MinMagnitudeNumber, Clamp,
        Floor, Ceiling, Truncate, Round, RoundToDigits, RoundByMode, RoundToDigitsByMode, BitIncrement, BitDecrement, IEEERemainder,
        Erf, Erfc, NormalCdf, NormalPdf, LogGamma, Digamma, Trigamma, Polygamma, Sigmoid, SoftPlus, AccurateExpM1, AccurateLogP1,
        IsNaN, IsInfinity, IsFinite, IsNegative, IsPositive, IsPositiveInfinity, IsNegativeInfinity, IsInteger,
        Detach, Hold, Attach,
    ];

    private static readonly Dictionary<(string Method, int Arity), Primitive> Methods = CreateMethods();

    /// <summary>
    /// The row that a static method of <c>System.Math</c>, <c>System.MathF</c>, <c>double</c>, <c>float</c> or <c>Proxima.Special</c> spells, or null. Two
    /// arguments of Round are digits or a mode, which only <see cref="FindRound"/> can tell.
    /// </summary>
    public static Primitive? FindMethod(string containingType, string method, int arity) =>
        containingType is "System.Math" or "System.MathF" or "double" or "float" or "System.Double" or "System.Single" or "Proxima.Special"
        && Methods.TryGetValue((containingType == "Proxima.Special" ? "Special." + method : method, arity), out Primitive? primitive) ? primitive : null;

    /// <summary>The row of <c>Round</c> with more than one argument, by whether it takes digits and whether it takes a MidpointRounding.</summary>
    public static Primitive FindRound(bool hasDigits, bool hasMode) => (hasDigits, hasMode) switch
    {
        (false, false) => Round,
        (true, false) => RoundToDigits,
        (false, true) => RoundByMode,
        (true, true) => RoundToDigitsByMode,
    };

    /// <summary>The name in a row's spelling is the name of its method: <c>Math.Exp({0})</c>. Those of <c>Special</c> keep their type, since the platform has two of the same name.</summary>
    private static Dictionary<(string Method, int Arity), Primitive> CreateMethods()
    {
        Dictionary<(string, int), Primitive> methods = [];
        foreach (Primitive primitive in All)
        {
            int dot = primitive.DoubleText.IndexOf('.');
            if (dot >= 0 && primitive != RoundToDigits && primitive != RoundByMode && primitive != RoundToDigitsByMode)
            {
                int start = primitive.DoubleText.StartsWith("Special.", StringComparison.Ordinal) ? 0 : dot + 1;
                methods.Add((primitive.DoubleText.Substring(start, primitive.DoubleText.IndexOf('(') - start), primitive.Arity), primitive);
            }
        }
        methods.Add(("Ieee754Remainder", 2), IEEERemainder);
        return methods;
    }
}
