using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Univariate functions: products of two atoms. The constants were drawn at random once.</summary>
public static partial class BedProducts
{
    /// <summary>Tanh times rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F072(double x) =>
        1 / (1 + (0.76 * (x * x))) * (0.46 + (0.59 * x)) * (-2.26 - (2.79 * Math.Tanh(1.4933999999999998 + (1.31 * x))));

    /// <summary>Tanh times exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F073(double x) => 1.13 * (1.19 - (4.08 * Math.Tanh(0.0525 + (1.75 * x)))) * Math.Exp(-0.6 * x);

    /// <summary>Root times sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F075(double x)
    {
        return 0.88 * (1 / (1 + (0.04698156444836711 * Math.Exp(-2.2 * x))))
            * (-1.12 - (4.19792210504197 * Math.Sqrt(1 + (0.18181818181818182 * x))));
    }

    /// <summary>Sigmoid times cos.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F076(double x) =>
        4.52 * (1 / (1 + (31.601355018316397 * Math.Exp(-1.94 * x)))) * (2.83 - (3.21 * Math.Cos(-2.4 + (1.84 * x))));

    /// <summary>Rational times sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F078(double x) =>
        -0.27 * (1 / (1 + (0.010254896296404022 * Math.Exp(-2.29 * x)))) * (1 / (1 + (1.1 * (x * x)))) * (4.91 - (4.96 * x));

    /// <summary>Tanh times sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F079(double x) =>
        -3.25 * (1 / (1 + (0.1376281219125537 * Math.Exp(-1.34 * x)))) * (-1.93 - (0.69 * Math.Tanh(-1.1971999999999998 + (1.46 * x))));

    /// <summary>Gaussian times rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F081(double x)
    {
        return 2.9 * (1 / (1 + (1.58 * (x * x)))) * (-0.45 - (1.98 * x))
            * Math.Exp(-8.737570545552268 * ((1 + (0.3921568627450981 * x)) * (1 + (0.3921568627450981 * x))));
    }

    /// <summary>Tanh times softplus.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F082(double x) => (-1.65 - (0.29 * Math.Tanh(0.4046 + (1.19 * x)))) * Math.Log(1 + Math.Exp(x));

    /// <summary>Linear times root.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F084(double x) => (9.09 - (9.15 * x)) * (1.56 + (10.27201051401331 * Math.Sqrt(1 + (0.18181818181818182 * x))));

    /// <summary>Rational times sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F085(double x) =>
        -3.86 * (1 / (1 + (0.5926211229176163 * Math.Exp(-2.18 * x)))) * (1 / (1 + (1.88 * (x * x)))) * (3.98 + (2.07 * x));

    /// <summary>Logarithm times polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F087(double x) =>
        (-0.29 + (0.23 * Math.Log(6 + x))) * (-4.99 + (1.87 * (x * x)) + (0.29 * x) + (4.64 * (x * x * x)) - (2.29 * (x * x * x * x)));

    /// <summary>Polynomial times reciprocal.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F088(double x) => 1 / (26.32 + (3.76 * x)) * (-1.5 + (4.8 * x) - (1.25 * (x * x)) - (0.88 * (x * x * x)));

    /// <summary>Sigmoid times rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F090(double x) =>
        0.56 * (1 / (1 + (0.692671096970652 * Math.Exp(-1.53 * x)))) * (1 / (1 + (0.95 * (x * x)))) * (3.1 - (3.22 * x));
}
