using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// The operations on intervals that symbolic numbers have too: the same method of <c>Form</c>. What jumps has none, because a linear bound of it would bound
/// nothing.
/// </summary>
internal static class FormRules
{
    /// <summary>Rows of the table that are smooth or only bend.</summary>
    public static readonly IReadOnlyList<Primitive> Rows =
    [
        Exp, Exp2, Exp10, ExpM1, Exp2M1, Exp10M1, Log, LogOfBase, Log2, Log10, LogP1, Log2P1, Log10P1,
        Sqrt, Cbrt, RootN, Pow, Hypot, FusedMultiplyAdd, MultiplyAddEstimate, Lerp, ScaleB,
        Sin, Cos, Tan, SinPi, CosPi, TanPi, Asin, Acos, Atan, AsinPi, AcosPi, AtanPi, Atan2, Atan2Pi, DegreesToRadians, RadiansToDegrees,
        Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,
        Abs, CopySign, Max, Min, MaxNumber, MinNumber, Clamp,
        Erf, Erfc, NormalCdf, NormalPdf, LogGamma, Digamma, Trigamma, Polygamma, Sigmoid, SoftPlus, AccurateExpM1, AccurateLogP1,
    ];

    /// <summary>One of two conditions, by a third.</summary>
    public static readonly Primitive SelectTruth = new() { Name = "eitherTruth", Arity = 3, Cost = Cost.Cheap, DoubleText = "FormTruth.Select({0}, {1}, {2})" };

    private static readonly Primitive[] s_same = [BoundOperations.Point, BoundOperations.Between, BoundOperations.CanBeTrue, BoundOperations.CanBeFalse];

    private static readonly Primitive[] s_own =
    [
        BoundOperations.Sqr, BoundOperations.Select, BoundOperations.Inside, BoundOperations.InsideOpen, BoundOperations.IsNegative,
        BoundOperations.Less, BoundOperations.LessOrEqual, BoundOperations.Greater, BoundOperations.GreaterOrEqual, BoundOperations.Equal, BoundOperations.NotEqual,
    ];

    /// <summary>By the operation on intervals.</summary>
    public static readonly IReadOnlyDictionary<Primitive, Primitive> All = Create();

    private static Dictionary<Primitive, Primitive> Create()
    {
        Dictionary<Primitive, Primitive> rules = s_same.ToDictionary(static p => p);
        foreach (Primitive primitive in Rows.Select(IntervalRules.Find).Concat(s_own))
        {
            rules[primitive] = new() { Name = primitive.Name, Arity = primitive.Arity, Cost = primitive.Cost, DoubleText = primitive.DoubleText.Replace("Interval.", "Form.") };
        }
        rules[BoundOperations.PowN] = new() { Name = "pow", Arity = 2, Cost = Cost.Cheap, DoubleText = "Form.Pow({0}, {1})" };
        return rules;
    }
}
