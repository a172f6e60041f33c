using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Univariate functions: one elementary function of a scaled argument. The constants were drawn at random once.</summary>
public static partial class BedAtoms
{
    /// <summary>Linear.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F000(double x) => -8.5 - (6.56 * x);

    /// <summary>Linear.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F001(double x) => 1.24 - (7.97 * x);

    /// <summary>Polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F003(double x) => 3.11 + (3.54 * x) - (2.87 * (x * x));

    /// <summary>Polynomial.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F004(double x) => -3.07 + (4.88 * (x * x)) + (3.98 * (x * x * x)) - (4.45 * x);

    /// <summary>Root.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F006(double x) => 1.08 - (10.905216641589474 * Math.Sqrt(1 + (0.18181818181818182 * x)));

    /// <summary>Root.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F007(double x) => 0.29 + (6.402417512158982 * Math.Sqrt(1 + (0.18181818181818182 * x)));

    /// <summary>Logarithm.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F009(double x) => -0.95 - (2.21 * Math.Log(6 + x));

    /// <summary>Logarithm.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F010(double x) => 1.24 - (3.91 * Math.Log(6 + x));

    /// <summary>Reciprocal.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F012(double x) => 1 / (30.449999999999996 + (4.35 * x));

    /// <summary>Reciprocal.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F013(double x) => 1 / (18.13 + (2.59 * x));

    /// <summary>Tanh.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F015(double x) => 0.06 - (0.86 * Math.Tanh(-0.8617999999999999 + (1.39 * x)));

    /// <summary>Tanh.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F016(double x) => -1.37 + (2.27 * Math.Tanh(2.0475 + (1.05 * x)));

    /// <summary>Sin.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F018(double x) => -0.85 - (0.94 * Math.Sin(-0.4 + (1.54 * x)));

    /// <summary>Sin.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F019(double x) => -1.91 - (4.46 * Math.Sin(-2.22 + (1.18 * x)));

    /// <summary>Cos.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F021(double x) => -1.18 + (0.67 * Math.Cos(2.94 + (1.92 * x)));

    /// <summary>Cos.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F022(double x) => 2.45 + (4.6 * Math.Cos(1.86 + (2.97 * x)));

    /// <summary>Gaussian.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F024(double x) =>
        0.61 * Math.Exp(-3.180802469135802 * ((1 + (0.4405286343612335 * x)) * (1 + (0.4405286343612335 * x))));

    /// <summary>Gaussian.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F025(double x) =>
        -0.15 * Math.Exp(-6.277168114616673 * ((-1 + (0.34843205574912894 * x)) * (-1 + (0.34843205574912894 * x))));

    /// <summary>Sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F027(double x) => 1.65 * (1 / (1 + (0.7741419687922484 * Math.Exp(-0.32 * x))));

    /// <summary>Sigmoid.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F028(double x) => 0.22 * (1 / (1 + (2.282565432253806 * Math.Exp(-0.63 * x))));

    /// <summary>Rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F030(double x) => 1 / (1 + (1.9 * (x * x))) * (1.16 + (2.42 * x));

    /// <summary>Rational.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F031(double x) => 1 / (1 + (1.42 * (x * x))) * (2.49 - (1.12 * x));

    /// <summary>Relu.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F033(double x) => x > 0.22 ? -0.22 + x : -0.0858 + (0.39 * x);

    /// <summary>Relu.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F034(double x) => x > -1.19 ? 1.19 + x : 0.476 + (0.4 * x);

    /// <summary>Softplus.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F036(double x) => Math.Log(1 + Math.Exp(x));

    /// <summary>Softplus.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F037(double x) => Math.Log(1 + Math.Exp(x));

    /// <summary>Exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F039(double x) => -1.71 * Math.Exp(-0.44 * x);

    /// <summary>Exp.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F040(double x) => 0.4 * Math.Exp(-0.35 * x);

    /// <summary>Atan.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F042(double x) => -4.6 * Math.Atan(0.29 * x);

    /// <summary>Atan.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F043(double x) => -1.18 * Math.Atan(0.57 * x);

#pragma warning disable PRX0201 // Steps and rectangles do not depend on their variable: a zero derivative is what these tests expect.
    /// <summary>Step: its derivative is zero wherever it exists.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F045(double x) => x > -2.03 ? -1.34 : 0.47;

    /// <summary>Step: its derivative is zero wherever it exists.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F046(double x) => x > -0.05 ? 1.84 : -2.83;

    /// <summary>Rectangle: its derivative is zero wherever it exists.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F048(double x) => x >= -2.14 && x <= 2.14 ? 1 : 0;

    /// <summary>Rectangle: its derivative is zero wherever it exists.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F049(double x) => x >= -1.66 && x <= 1.66 ? 1 : 0;
#pragma warning restore PRX0201
}
