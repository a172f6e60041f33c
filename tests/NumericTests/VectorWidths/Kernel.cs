using System;
using System.Runtime.Intrinsics;
using Proxima.Generator.Numerics;

namespace NumericTests.VectorWidths;

/// <summary>One vector function at every width, its true value, where to sample it and the greatest error that may be met there, in ulps.</summary>
internal sealed record Kernel(
    Func<Vector512<double>, Vector512<double>, Vector512<double>> Eight,
    Func<Vector256<double>, Vector256<double>, Vector256<double>> Four,
    Func<Vector128<double>, Vector128<double>, Vector128<double>> Two,
    Func<double, double, double> One,
    Func<DoubleDouble, DoubleDouble, DoubleDouble> Reference,
    double Ulps, (double Low, double High)[] Ranges, (double Low, double High)? Other = null)
{
    /// <summary>A function of one argument; the second is ignored.</summary>
    public static Kernel OfOne(
        Func<Vector512<double>, Vector512<double>> eight, Func<Vector256<double>, Vector256<double>> four, Func<Vector128<double>, Vector128<double>> two,
        Func<double, double> one, Func<DoubleDouble, DoubleDouble> reference, double ulps, params (double Low, double High)[] ranges) =>
        new((x, _) => eight(x), (x, _) => four(x), (x, _) => two(x), (x, _) => one(x), (x, _) => reference(x), ulps, ranges);
}
