using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group E, problems of two to four unknowns: Moré, Garbow and Hillstrom (1981); the numbers in the summaries are theirs.</summary>
public static partial class SmallResiduals
{
    /// <summary>(2) Freudenstein and Roth.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double FreudensteinRoth(double x1, double x2)
    {
        double f1 = -13 + x1 + ((((5 - x2) * x2) - 2) * x2);
        double f2 = -29 + x1 + ((((x2 + 1) * x2) - 14) * x2);
        return (f1 * f1) + (f2 * f2);
    }

    /// <summary>(4) Brown, badly scaled.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double BrownBadlyScaled(double x1, double x2)
    {
        double f1 = x1 - 1e6, f2 = x2 - 2e-6, f3 = (x1 * x2) - 2;
        return (f1 * f1) + (f2 * f2) + (f3 * f3);
    }

    /// <summary>(6) Jennrich and Sampson, m = 10.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double JennrichSampson(double x1, double x2)
    {
        double sum = 0;
        for (int i = 1; i <= 10; i++)
        {
            double f = 2 + (2 * i) - (Math.Exp(i * x1) + Math.Exp(i * x2));
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(12) Box, three-dimensional, m = 10.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Box(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= 10; i++)
        {
            double t = 0.1 * i;
            double f = Math.Exp(-t * x[0]) - Math.Exp(-t * x[1]) - (x[2] * (Math.Exp(-t) - Math.Exp(-10 * t)));
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(14) Wood.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Wood(double[] x)
    {
        double valley = x[1] - (x[0] * x[0]), other = x[3] - (x[2] * x[2]);
        return (100 * Square(valley)) + Square(1 - x[0]) + (90 * Square(other)) + Square(1 - x[2])
            + (10 * Square(x[1] + x[3] - 2)) + (0.1 * Square(x[1] - x[3]));
    }

    /// <summary>(16) Brown and Dennis, m = 20: squares of squares.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double BrownDennis(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= 20; i++)
        {
            double t = i / 5.0;
            double first = x[0] + (t * x[1]) - Math.Exp(t);
            double second = x[2] + (x[3] * Math.Sin(t)) - Math.Cos(t);
            sum += Square(Square(first) + Square(second));
        }
        return sum;
    }

    private static double Square(double value) => value * value;
}
