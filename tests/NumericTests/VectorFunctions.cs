using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using Proxima;
using Proxima.Generator.Numerics;

namespace NumericTests;

internal sealed record UnaryFunction(
    Func<Vector512<double>, Vector512<double>> Lanes, Func<double, double> Scalar, double Ulps,
    Func<Vector512<float>, Vector512<float>> FloatLanes, Func<float, float> FloatScalar, double FloatUlps);

internal sealed record BinaryFunction(
    Func<Vector512<double>, Vector512<double>, Vector512<double>> Lanes, Func<double, double, double> Scalar,
    Func<Vector512<float>, Vector512<float>, Vector512<float>> FloatLanes, Func<float, float, float> FloatScalar, double Ulps = 0);

/// <summary>Every function of <see cref="VectorMath"/> beside its scalar form and the ulps its documentation allows.</summary>
internal static class VectorFunctions
{
    public static readonly Dictionary<string, UnaryFunction> Unary = new()
    {
        ["Abs"] = new(VectorMath.Abs, Math.Abs, 0, VectorMath.Abs, MathF.Abs, 0),
        ["Sqrt"] = new(VectorMath.Sqrt, Math.Sqrt, 0, VectorMath.Sqrt, MathF.Sqrt, 0),
        ["Floor"] = new(VectorMath.Floor, Math.Floor, 0, VectorMath.Floor, MathF.Floor, 0),
        ["Ceiling"] = new(VectorMath.Ceiling, Math.Ceiling, 0, VectorMath.Ceiling, MathF.Ceiling, 0),
        ["Truncate"] = new(VectorMath.Truncate, Math.Truncate, 0, VectorMath.Truncate, MathF.Truncate, 0),
        ["Round"] = new(VectorMath.Round, Math.Round, 0, VectorMath.Round, MathF.Round, 0),
        ["Exp"] = new(VectorMath.Exp, Math.Exp, 2, VectorMath.Exp, MathF.Exp, 2),
        ["Exp2"] = new(VectorMath.Exp2, double.Exp2, 0, VectorMath.Exp2, float.Exp2, 0),
        ["Exp10"] = new(VectorMath.Exp10, double.Exp10, 0, VectorMath.Exp10, float.Exp10, 0),
        ["ExpM1"] = new(VectorMath.ExpM1, static x => (double)DoubleDoubleFunctions.ExpM1(x), 2, VectorMath.ExpM1, float.ExpM1, 0),
        ["Exp2M1"] = new(VectorMath.Exp2M1, double.Exp2M1, 0, VectorMath.Exp2M1, float.Exp2M1, 0),
        ["Exp10M1"] = new(VectorMath.Exp10M1, double.Exp10M1, 0, VectorMath.Exp10M1, float.Exp10M1, 0),
        ["Log"] = new(VectorMath.Log, Math.Log, 2, VectorMath.Log, MathF.Log, 1),
        ["Log2"] = new(VectorMath.Log2, Math.Log2, 4, VectorMath.Log2, MathF.Log2, 4),
        ["Log10"] = new(VectorMath.Log10, Math.Log10, 0, VectorMath.Log10, MathF.Log10, 0),
        ["LogP1"] = new(VectorMath.LogP1, static x => (double)DoubleDoubleFunctions.LogP1(x), 2, VectorMath.LogP1, float.LogP1, 0),
        ["Log2P1"] = new(VectorMath.Log2P1, double.Log2P1, 0, VectorMath.Log2P1, float.Log2P1, 0),
        ["Log10P1"] = new(VectorMath.Log10P1, double.Log10P1, 0, VectorMath.Log10P1, float.Log10P1, 0),
        ["Sin"] = new(VectorMath.Sin, Math.Sin, 2, VectorMath.Sin, MathF.Sin, 1),
        ["Cos"] = new(VectorMath.Cos, Math.Cos, 2, VectorMath.Cos, MathF.Cos, 1),
        ["Tan"] = new(VectorMath.Tan, Math.Tan, 2, VectorMath.Tan, MathF.Tan, 0),
        ["Asin"] = new(VectorMath.Asin, Math.Asin, 2, VectorMath.Asin, MathF.Asin, 0),
        ["Acos"] = new(VectorMath.Acos, Math.Acos, 2, VectorMath.Acos, MathF.Acos, 0),
        ["Atan"] = new(VectorMath.Atan, Math.Atan, 2, VectorMath.Atan, MathF.Atan, 0),
        ["SinPi"] = new(VectorMath.SinPi, double.SinPi, 0, VectorMath.SinPi, float.SinPi, 0),
        ["CosPi"] = new(VectorMath.CosPi, double.CosPi, 0, VectorMath.CosPi, float.CosPi, 0),
        ["TanPi"] = new(VectorMath.TanPi, double.TanPi, 0, VectorMath.TanPi, float.TanPi, 0),
        ["AsinPi"] = new(VectorMath.AsinPi, double.AsinPi, 0, VectorMath.AsinPi, float.AsinPi, 0),
        ["AcosPi"] = new(VectorMath.AcosPi, double.AcosPi, 0, VectorMath.AcosPi, float.AcosPi, 0),
        ["AtanPi"] = new(VectorMath.AtanPi, double.AtanPi, 0, VectorMath.AtanPi, float.AtanPi, 0),
        ["Sinh"] = new(VectorMath.Sinh, Math.Sinh, 0, VectorMath.Sinh, MathF.Sinh, 0),
        ["Cosh"] = new(VectorMath.Cosh, Math.Cosh, 0, VectorMath.Cosh, MathF.Cosh, 0),
        ["Tanh"] = new(VectorMath.Tanh, Math.Tanh, 2, VectorMath.Tanh, MathF.Tanh, 2),
        ["Asinh"] = new(VectorMath.Asinh, Math.Asinh, 0, VectorMath.Asinh, MathF.Asinh, 0),
        ["Acosh"] = new(VectorMath.Acosh, Math.Acosh, 0, VectorMath.Acosh, MathF.Acosh, 0),
        ["Atanh"] = new(VectorMath.Atanh, Math.Atanh, 0, VectorMath.Atanh, MathF.Atanh, 0),
        ["Cbrt"] = new(VectorMath.Cbrt, Math.Cbrt, 4, VectorMath.Cbrt, MathF.Cbrt, 0),
    };

    public static readonly Dictionary<string, BinaryFunction> Binary = new()
    {
        ["Min"] = new(VectorMath.Min, Math.Min, VectorMath.Min, MathF.Min),
        ["Max"] = new(VectorMath.Max, Math.Max, VectorMath.Max, MathF.Max),
        ["CopySign"] = new(VectorMath.CopySign, Math.CopySign, VectorMath.CopySign, MathF.CopySign),
        ["Log"] = new(VectorMath.Log, Math.Log, VectorMath.Log, MathF.Log),
        ["Atan2"] = new(VectorMath.Atan2, Math.Atan2, VectorMath.Atan2, MathF.Atan2, 2),
        ["Atan2Pi"] = new(VectorMath.Atan2Pi, double.Atan2Pi, VectorMath.Atan2Pi, float.Atan2Pi),
        ["Pow"] = new(VectorMath.Pow, Math.Pow, VectorMath.Pow, MathF.Pow, 2),
        ["Hypot"] = new(VectorMath.Hypot, double.Hypot, VectorMath.Hypot, float.Hypot),
        ["IEEERemainder"] = new(VectorMath.IEEERemainder, Math.IEEERemainder, VectorMath.IEEERemainder, MathF.IEEERemainder),
        ["Remainder"] = new(VectorMath.Remainder, static (x, y) => x % y, VectorMath.Remainder, static (x, y) => x % y),
    };
}
