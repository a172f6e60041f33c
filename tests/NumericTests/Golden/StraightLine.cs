using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group A: expressions without control flow.</summary>
public static partial class StraightLine
{
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Cubic(double x) => (3 * x * x * x) - (2 * x * x) + x - 5;

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Rational(double x) => ((x * x) + 1) / ((x * x * x * x) - x + 3);

    /// <summary>Both the base and the exponent are active, twice.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Powers(double x, double y) => Math.Pow(x, y) + Math.Pow(y, x);

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Polar(double x, double y) => Math.Atan2(y, x) + double.Hypot(x, y);

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Logarithms(double x, double y) =>
        Math.Log2(x) + Math.Log10(y) + double.LogP1(x * y) + (double.ExpM1(x) * Math.Cbrt(y));

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double FusedProducts(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z) * Math.FusedMultiplyAdd(z, x, y);

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double SharedTerms(double x, double y)
    {
        double u = x * y;
        double v = u + Math.Sin(u);
        double w = (v * v) + u;
        return w * Math.Exp(-w);
    }

    /// <summary>A double and an integer that are held constant.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double ConstantParameters([Constant] double a, double x, int n) => (a * x * x * x) + (n * x);
}
