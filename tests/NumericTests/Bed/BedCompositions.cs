using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Univariate functions: an atom of an atom. The constants were drawn at random once.</summary>
public static partial class BedCompositions
{
    /// <summary>Cos of tanh.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F091(double x) =>
        -1.75 - (1.47 * Math.Cos(-1.74 + (8.370000000000001 * Math.Tanh(-0.4725 + (0.65 * Math.Tanh(1.9402000000000001 + (1.78 * x)))))));

    /// <summary>Polynomial of polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F093(double x)
    {
        double squashed = Math.Tanh(-0.95 + (1.085 * x));
        return -1.57 + (302.13 * (squashed * squashed * squashed * squashed)) + (13.080000000000002 * squashed)
            + (134.46 * (squashed * squashed * squashed)) - (7.47 * (squashed * squashed));
    }

    /// <summary>Logarithm of sin.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F094(double x) => -0.27 + (1.43 * Math.Log(6 + (3 * Math.Tanh(0.0225 + (0.22 * Math.Sin(-2.74 + (0.97 * x)))))));

    /// <summary>Logarithm of atan.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F096(double x) => -0.08 + (4.68 * Math.Log(6 + (3 * Math.Tanh(0.5175 * Math.Atan(0.96 * x)))));

    /// <summary>Linear of cos.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F097(double x) => 3.51 + (16.47 * Math.Tanh(-0.6975 + (1.0925 * Math.Cos(-0.7 + (1.3 * x)))));

    /// <summary>Logarithm of root.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F099(double x) =>
        -0.48 + (1.47 * Math.Log(6 + (3 * Math.Tanh(0.3675 + (2.2572625844150256 * Math.Sqrt(1 + (0.18181818181818182 * x)))))));

    /// <summary>Sin of exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F100(double x) => 1.77 - (1.75 * Math.Sin(-1.01 + (7.98 * Math.Tanh(0.3325 * Math.Exp(-0.29 * x)))));

    /// <summary>Sigmoid of logarithm.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F102(double x) =>
        -3.89 * (1 / (1 + (0.16762934780975705 * Math.Exp(2.8499999999999996 * Math.Tanh(-0.0325 + (0.6225 * Math.Log(6 + x)))))));

    /// <summary>Gaussian of tanh.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F103(double x)
    {
        double squashed = Math.Tanh(0.545 + (0.425 * Math.Tanh(1.1858 + (1.54 * x))));
        return -0.49 * Math.Exp(-2.4329584775086497 * ((0.27666666666666667 - squashed) * (0.27666666666666667 - squashed)));
    }

    /// <summary>Polynomial of exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F105(double x)
    {
        double squashed = Math.Tanh(0.3175 * Math.Exp(-0.42 * x));
        return -0.97 + (3.1500000000000004 * squashed) + (2.6999999999999997 * (squashed * squashed))
            - (315.9 * (squashed * squashed * squashed * squashed)) - (112.32000000000001 * (squashed * squashed * squashed));
    }

    /// <summary>Sigmoid of polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F106(double x)
    {
        double squashed = Math.Tanh(0.9975 + (0.54 * x) + (0.345 * (x * x * x)) + (1.2475 * (x * x)));
        return -4.51 / (1 + (0.060108741425852506 * Math.Exp(-4.26 * squashed)));
    }

    /// <summary>Exp of exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F108(double x) => -1.6 * Math.Exp(-1.02 * Math.Tanh(0.2825 * Math.Exp(-0.22 * x)));

    /// <summary>Sin of reciprocal.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F109(double x) =>
        -1.13 - (2.91 * Math.Sin(-0.4 + (0.8400000000000001 * Math.Tanh(1.0 / 4 * (1 / (10.43 + (1.49 * x)))))));
}
