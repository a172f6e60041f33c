using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Univariate functions: sums of two atoms. The constants were drawn at random once.</summary>
public static partial class BedSums
{
    /// <summary>Polynomial plus sin.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F051(double x)
    {
        return 7.220000000000001 + (1.53 * x) - (1.4 * Math.Sin(2.03 + (0.41 * x))) - (3.1 * (x * x)) - (0.9 * (x * x * x * x))
            - (1.99 * (x * x * x));
    }

    /// <summary>Logarithm plus logarithm.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F052(double x) => 1.8499999999999999 + (5.99 * Math.Log(6 + x));

    /// <summary>Relu plus relu.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F054(double x) => (x > -1.95 ? 1.95 + x : 0.9165 + (0.47 * x)) + (x > 0.43 ? -0.43 + x : -0.3182 + (0.74 * x));

    /// <summary>Softplus plus exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F055(double x) => (1.36 * Math.Exp(-0.43 * x)) + Math.Log(1 + Math.Exp(x));

    /// <summary>Relu plus rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F057(double x) =>
        (1 / (1 + (1.52 * (x * x))) * (-1.18 - (3.18 * x))) + (x > 0.24 ? -0.24 + x : -0.0072 + (0.03 * x));

    /// <summary>Gaussian plus root.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F058(double x)
    {
        return 0.38 + (8.95869410126275 * Math.Sqrt(1 + (0.18181818181818182 * x)))
            + (2.94 * Math.Exp(-0.47380374344114673 * ((1 + (0.909090909090909 * x)) * (1 + (0.909090909090909 * x)))));
    }

    /// <summary>Sigmoid plus rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F060(double x) =>
        (-1.3 * (1 / (1 + (0.037703588627500284 * Math.Exp(-2.2 * x))))) + (1 / (1 + (0.34 * (x * x))) * (-4.23 + (4.25 * x)));

    /// <summary>Reciprocal plus rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F061(double x) => (1 / (10.99 + (1.57 * x))) + (1 / (1 + (1.97 * (x * x))) * (-0.02 + (3.78 * x)));

    /// <summary>Relu plus tanh.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F063(double x) =>
        -2.22 - (2.48 * Math.Tanh(-0.847 + (1.21 * x))) + (x > 0.06 ? -0.06 + x : -0.0474 + (0.79 * x));

    /// <summary>Relu plus atan.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F064(double x) => (-2.92 * Math.Atan(1.38 * x)) + (x > -1.48 ? 1.48 + x : 0.6512 + (0.44 * x));

    /// <summary>Logarithm plus exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F066(double x) => 2.5 + (2.05 * Math.Log(6 + x)) - (1.68 * Math.Exp(0.18 * x));

    /// <summary>Atan plus reciprocal.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F067(double x) => (1 / (9.66 + (1.38 * x))) + (2.7 * Math.Atan(1.32 * x));

    /// <summary>Sin plus polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F069(double x) =>
        1.56 + (2.28 * x) + (2.31 * (x * x)) + (3.56 * (x * x * x)) - (3.29 * Math.Sin(-0.6 + (0.79 * x)));

    /// <summary>Softplus plus rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F070(double x) => (1 / (1 + (1.99 * (x * x))) * (0.66 - (4.76 * x))) + Math.Log(1 + Math.Exp(x));
}
