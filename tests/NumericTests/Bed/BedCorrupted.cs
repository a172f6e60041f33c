using System;
using Proxima;

namespace NumericTests.Bed;

/// <summary>Univariate functions: atoms with a plateau cut into them. The constants were drawn at random once.</summary>
public static partial class BedCorrupted
{
    /// <summary>Corrupted f000.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F111(double x) => x > -2.4 && x < -1.9 ? -8.83 : -8.5 - (6.56 * x);

    /// <summary>Corrupted f001.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F112(double x) => x > -2.9 && x < -1.7 ? 0.44 : 1.24 - (7.97 * x);

    /// <summary>Corrupted f003.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F114(double x) => x > 1.6 && x < 2.2 ? -31.99 : 3.11 + (3.54 * x) - (2.87 * (x * x));

    /// <summary>Corrupted f004.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F115(double x) => x > -0.6 && x < 0.1 ? 75.88 : -3.07 + (4.88 * (x * x)) + (3.98 * (x * x * x)) - (4.45 * x);

    /// <summary>Corrupted f006.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F117(double x)
    {
        return x > 1.3 && x < 2.7 ? -12.47 : 1.08 - (10.905216641589474 * Math.Sqrt(1 + (0.18181818181818182 * x)));
    }

    /// <summary>Corrupted f007.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F118(double x)
    {
        return x > 0.8 && x < 2.2 ? 6.49 : 0.29 + (6.402417512158982 * Math.Sqrt(1 + (0.18181818181818182 * x)));
    }

    /// <summary>Corrupted f009.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F120(double x) => x > -1.4 && x < -0.6 ? -4.46 : -0.95 - (2.21 * Math.Log(6 + x));

    /// <summary>Corrupted f010.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F121(double x) => x > -3.5 && x < -2.1 ? -5.37 : 1.24 - (3.91 * Math.Log(6 + x));

    /// <summary>Corrupted f012.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F123(double x) => x > -1.2 && x < 0.2 ? 0.04 : 1 / (30.449999999999996 + (4.35 * x));

    /// <summary>Corrupted f013.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F124(double x) => x > -2.1 && x < -1.3 ? 0.07 : 1 / (18.13 + (2.59 * x));

    /// <summary>Corrupted f015.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F126(double x) => x > 0.7 && x < 2 ? 0.24 : 0.06 - (0.86 * Math.Tanh(-0.8617999999999999 + (1.39 * x)));

    /// <summary>Corrupted f016.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F127(double x) => x > 1.4 && x < 1.8 ? -0.31 : -1.37 + (2.27 * Math.Tanh(2.0475 + (1.05 * x)));

    /// <summary>Corrupted f018.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F129(double x) => x > -2.6 && x < -1.4 ? -0.5 : -0.85 - (0.94 * Math.Sin(-0.4 + (1.54 * x)));

    /// <summary>Corrupted f019.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double F130(double x) => x > -2.1 && x < -1.2 ? -2.86 : -1.91 - (4.46 * Math.Sin(-2.22 + (1.18 * x)));
}
