using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Proxima;

namespace NumericTests.Singles;

/// <summary>A kernel of single precision at every width, the reference for it and the ulps its documentation states.</summary>
/// <param name="Lanes">The kernel.</param>
/// <param name="Half">The kernel of 256 bits.</param>
/// <param name="Quarter">The kernel of 128 bits.</param>
/// <param name="Scalar">The kernel of one value.</param>
/// <param name="Exact">The function in double precision, given the argument and the kernel's value.</param>
/// <param name="Settled">The lanes whose value is known to be right.</param>
/// <param name="Ulps">The bound.</param>
/// <param name="Boundaries">Where the kernel changes its method.</param>
internal sealed record SingleFunction(
    Func<Vector512<float>, Vector512<float>> Lanes, Func<Vector256<float>, Vector256<float>> Half, Func<Vector128<float>, Vector128<float>> Quarter, Func<float, float> Scalar,
    Func<Vector512<double>, Vector512<double>, Vector512<double>> Exact, Func<Vector512<float>, Vector512<float>, Vector512<float>> Settled, double Ulps, params float[] Boundaries);

/// <summary>Every kernel of single precision with one argument.</summary>
internal static class SingleFunctions
{
    public static readonly Dictionary<string, SingleFunction> All = new()
    {
        ["Exp"] = new(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, SingleReference.Exp, SingleLimits.Exp, 1.04, -104, -103.97208f, -87.33654f, 88.722839f, 88.37626f, 89, 0.34657359f),
        ["ExpM1"] = new(VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, SingleReference.ExpM1, SingleLimits.ExpM1, Either(1.53, 1.66), -18, -17.32868f, 0.34657359f, -0.34657359f, 88.722839f, 89),
        ["Log"] = new(VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, SingleReference.Log, SingleLimits.Log, 0.88, 0.70710678f, 1.41421356f, 1, 1.17549435e-38f),
        ["LogP1"] = new(VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, SingleReference.LogP1, SingleLimits.LogP1, 1.47, -0.29289322f, 0.41421356f, -1, 1.1754943e-38f, 8.5070587e37f, 1.7014117e38f),
        ["Sin"] = new(VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, SingleReference.Sin, SingleLimits.Odd, 1.55, 1.57079637f, 3.14159274f, 4.712389f, 1e5f, 99999.56f),
        ["Cos"] = new(VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, SingleReference.Cos, SingleLimits.Cos, 1.57, 1.57079637f, 3.14159274f, 4.712389f, 1e5f, 99999.56f),
        ["Tan"] = new(VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, SingleReference.Tan, SingleLimits.Odd, 1.78, 0.78539819f, 1.57079637f, 3.14159274f, 1e5f, 99999.56f),
        ["Tanh"] = new(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, SingleReference.Tanh, SingleLimits.Tanh, 1.24, 0.6f, 9.010913f, 10),
        ["Sigmoid"] = new(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, SingleReference.Sigmoid, SingleLimits.Sigmoid, 1.75, -16, 20, -87.33654f, -103.97208f, -104),
        ["SoftPlus"] = new(VectorMath.SoftPlus, VectorMath.SoftPlus, VectorMath.SoftPlus, VectorMath.SoftPlus, SingleReference.SoftPlus, SingleLimits.SoftPlus, 1.75, 0.8813736f, -0.8813736f, -87.33654f, -103.97208f, -104),
        ["Atan"] = new(VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, SingleReference.Atan, SingleLimits.Atan, 1.39, 1, 16777216),
        ["Asin"] = new(VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, SingleReference.Asin, SingleLimits.Asin, 1.19, 0.5f, 1),
        ["Acos"] = new(VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, SingleReference.Acos, SingleLimits.Acos, 1.14, 0.5f, 1),
        ["Cbrt"] = new(VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, SingleReference.Cbrt, SingleLimits.None, Either(0.82, 0.97), 1.17549435e-38f, 1, 8, 27),
        ["Erf"] = new(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, SingleReference.Erf, SingleLimits.Erf, Either(1.1, 1.3), 1, 3.92f, 4),
    };

    /// <summary>A bound where the hardware fuses multiply-adds, and where it does not.</summary>
    private static double Either(double fused, double apart) => Fma.IsSupported || AdvSimd.IsSupported ? fused : apart;
}
