using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group A again, in other words that must give the same numbers.</summary>
public static partial class StraightLineVariants
{
    private static readonly double[] CubicCoefficients = [3, -2, 1, -5];

    /// <summary>Horner's rule over a constant table.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double CubicByHorner(double x)
    {
        double sum = 0;
        foreach (double coefficient in CubicCoefficients)
        {
            sum = (sum * x) + coefficient;
        }
        return sum;
    }

    /// <summary>Numerator and denominator as a deconstructed tuple.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double RationalByTuple(double x)
    {
        (double numerator, double denominator) = (1.0, 3.0);
        numerator += x * x;
        denominator += (x * x * x * x) - x;
        return numerator / denominator;
    }

    /// <summary>Each partial derivative of the product is the product of the other factors.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Product(ReadOnlySpan<double> x)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
        }
        return product;
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ProductOfEach(double[] factors)
    {
        double product = 1;
        foreach (double factor in factors)
        {
            product *= factor;
        }
        return product;
    }

    /// <summary>Powers by logarithms, in a helper of another class.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double PowersByLogarithm(double x, double y) => Exponentials.Power(x, y) + Exponentials.Power(y, x);

    /// <summary>The point as a tuple.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double PolarOfTuple((double X, double Y) point)
    {
        (double x, double y) = point;
        return Math.Atan2(y, x) + Math.Sqrt((x * x) + (y * y));
    }
}

internal static class Exponentials
{
    public static double Power(double @base, double exponent) => Math.Exp(exponent * Math.Log(@base));
}
