using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Functions of two and three variables.</summary>
public static partial class BedSurfaces
{
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Rosenbrock(double a, double b) => ((1 - a) * (1 - a)) + (100 * ((b - (a * a)) * (b - (a * a))));

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Himmelblau(double a, double b) =>
        (((a * a) + b - 11) * ((a * a) + b - 11)) + ((a + (b * b) - 7) * (a + (b * b) - 7));

    /// <summary>Branin's function with the usual constants, its first coordinate scaled by π where the second is scaled by 6.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Branin(double a, double b)
    {
        const double curvature = 5.1 / 4 / 6;
        double valley = -1 + (1.0 / 6 * b) + (5.0 / 6 * a / Math.PI) - (curvature * Math.Pow(Math.PI, -2) * (a * a));
        return 10 + (36 * (valley * valley)) + ((10 - (5.0 / 4 / Math.PI)) * Math.Cos(a));
    }

    /// <summary>A network of two tanh units.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double MlpTanh221(double a, double b) =>
        0.2 + (0.7 * Math.Tanh(0.1 + (0.5 * a) - (1.2 * b))) - (1.3 * Math.Tanh(-0.6 + (0.4 * b) + (0.9 * a)));

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LogSumExp(double a, double b, double c) => Math.Log(Math.Exp(a) + Math.Exp(b) + Math.Exp(c));

    /// <summary>Negative log-likelihood of two observations under a logistic model.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LogisticLoss(double a, double b, double c) =>
        Math.Log(1 + Math.Exp(a + c - (2 * b))) + Math.Log(1 + Math.Exp((0.7 * b) - c - (1.5 * a)));

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double SoftmaxComponent(double a, double b, double c) => Math.Exp(a) / (Math.Exp(a) + Math.Exp(b) + Math.Exp(c));

    /// <summary>Signed distance to a torus of radii 1 and 0.35.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Torus(double a, double b, double c)
    {
        double outside = Math.Sqrt((a * a) + (b * b)) - 1;
        return Math.Sqrt((c * c) + (outside * outside)) - 0.35;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Tanglecube(double a, double b, double c) => Quartic(a) + Quartic(b) + Quartic(c) + 11.8;

    private static double Quartic(double x) => (x * x * x * x) - (5 * (x * x));
}
