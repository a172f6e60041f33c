using System.Collections.Generic;
using Proxima;
using Proxima.Generator.Numerics;

namespace NumericTests.VectorWidths;

/// <summary>
/// The kernels of <see cref="VectorMath"/> in double precision. The bound of each is the one its documentation states, above the greatest error met on 10⁷ arguments
/// against double-double references, with fused multiply-add and without. A range whose ends are far apart is sampled logarithmically.
/// Met with fused multiply-add: Exp 1.07, ExpM1 1.89, Log 0.82, LogP1 1.39, Sin 1.67, Cos 1.66, Tan 1.14, Tanh 1.61, Sigmoid 1.69, SoftPlus 1.67, Atan 1.88, Asin 1.22,
/// Acos 1.19, Cbrt 0.50, Erf 1.12, Atan2 1.93, Pow 1.26.
/// </summary>
internal static class Kernels
{
    public static readonly Dictionary<string, Kernel> All = new()
    {
        ["Exp"] = Kernel.OfOne(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, DoubleDoubleFunctions.Exp, 1.1,
            (-1, 1), (-708, 709.7), (-745, -708)),
        ["ExpM1"] = Kernel.OfOne(VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, DoubleDoubleFunctions.ExpM1, 2.0,
            (-0.35, 0.35), (0.34, 1.1), (-1.1, -0.34), (-40, 709.7), (1e-290, 1e-3)),
        ["Log"] = Kernel.OfOne(VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, DoubleDoubleFunctions.Log, 0.9,
            (0.5, 2), (0.99, 1.01), (1e-307, 1e308), (1e-323, 2e-308)),
        ["LogP1"] = Kernel.OfOne(VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, DoubleDoubleFunctions.LogP1, 1.5,
            (-0.3, 0.5), (-1, 10), (1e-290, 1e308), (-1e-3, 1e-3)),
        ["Sin"] = Kernel.OfOne(VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, DoubleDoubleFunctions.Sin, 2.0,
            (-1.6, 1.6), (-20, 20), (-3e6, 3e6), (1e-290, 1e300)),
        ["Cos"] = Kernel.OfOne(VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, DoubleDoubleFunctions.Cos, 2.0,
            (-1.6, 1.6), (-20, 20), (-3e6, 3e6), (1e-290, 1e300)),
        ["Tan"] = Kernel.OfOne(VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, DoubleDoubleFunctions.Tan, 1.2,
            (-0.8, 0.8), (-20, 20), (-1.5e6, 1.5e6), (1e-290, 1e300)),
        ["Tanh"] = Kernel.OfOne(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, DoubleDoubleFunctions.Tanh, 1.7,
            (-0.55, 0.55), (0.549, 0.7), (-4, 4), (1e-290, 30)),
        ["Sigmoid"] = Kernel.OfOne(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, DoubleDoubleFunctions.Sigmoid, 1.7,
            (-5, 5), (-708, 50)),
        ["SoftPlus"] = Kernel.OfOne(VectorMath.SoftPlus, VectorMath.SoftPlus, VectorMath.SoftPlus, VectorMath.SoftPlus, DoubleDoubleFunctions.SoftPlus, 1.8,
            (-1, 1), (-5, 5), (-708, 50)),
        ["Atan"] = Kernel.OfOne(VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, DoubleDoubleFunctions.Atan, 2.0,
            (-0.44, 0.44), (0.4375, 0.5), (0.5, 2.3), (2.2, 10), (1e-290, 1e290)),
        ["Asin"] = Kernel.OfOne(VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, DoubleDoubleFunctions.Asin, 1.3,
            (-0.5, 0.5), (0.5, 1), (1e-290, 1)),
        ["Acos"] = Kernel.OfOne(VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, DoubleDoubleFunctions.Acos, 1.2,
            (-0.5, 0.5), (0.5, 1), (-1, -0.5), (0.999, 1)),
        ["Cbrt"] = Kernel.OfOne(VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, DoubleDoubleFunctions.Cbrt, 0.6,
            (0.7, 8), (1e-290, 1e290), (-1e3, 1e3)),
        ["Erf"] = Kernel.OfOne(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, DoubleDoubleFunctions.Erf, 1.4,
            (-1, 1), (1, 1.5), (1, 6.5), (1e-290, 10)),
        ["Atan2"] = new(VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2, DoubleDoubleFunctions.Atan2, 2.0,
            [(-1, 1), (-1e-3, 1e-3), (0.4, 0.5), (1e-290, 1e290)], (-1, 1)),
        ["Pow"] = new(VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, DoubleDoubleFunctions.Pow, 1.4,
            [(0.1, 10), (0.5, 2), (0.999, 1.001), (1.41, 1.42)], (-290, 290)),
        ["Pow of far bases"] = new(VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, DoubleDoubleFunctions.Pow, 1.4,
            [(1e-300, 1e300)], (-0.95, 0.95)),
        ["Pow next to 1"] = new(VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow, DoubleDoubleFunctions.Pow, 1.4,
            [(0.999, 1.001)], (-6e5, 6e5)),
    };
}
