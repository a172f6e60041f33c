using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group E, fits to published tables: Moré, Garbow and Hillstrom (1981).</summary>
public static partial class Fits
{
    private static readonly double[] BardData =
        [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    private static readonly int[] MeyerData =
    [
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744,
        8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872,
    ];

    /// <summary>(8) Bard.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Bard(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int u = 1; u <= BardData.Length; u++)
        {
            int v = 16 - u, w = Math.Min(u, v);
            double f = BardData[u - 1] - (x[0] + (u / ((v * x[1]) + (w * x[2]))));
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(10) Meyer: very different scales.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Meyer(ReadOnlySpan<double> x)
    {
        double sum = 0;
        int t = 50;
        foreach (int y in MeyerData)
        {
            double f = (x[0] * Math.Exp(x[1] / (t + x[2]))) - y;
            sum += f * f;
            t += 5;
        }
        return sum;
    }

    /// <summary>(18) Biggs, six exponents, m = 13.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Biggs(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= 13; i++)
        {
            double t = 0.1 * i;
            double y = Math.Exp(-t) - (5 * Math.Exp(-10 * t)) + (3 * Math.Exp(-4 * t));
            double f = (x[2] * Math.Exp(-t * x[0])) - (x[3] * Math.Exp(-t * x[1])) + (x[5] * Math.Exp(-t * x[4])) - y;
            sum += f * f;
        }
        return sum;
    }

    /// <summary>(20) Watson: a running power of t inside the loop over the coefficients, inside the loop over t.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Watson(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= 29; i++)
        {
            double t = i / 29.0, power = 1, slope = 0, value = x[0];
            for (int j = 1; j < x.Length; j++)
            {
                slope += j * x[j] * power;
                power *= t;
                value += x[j] * power;
            }
            double f = slope - (value * value) - 1;
            sum += f * f;
        }
        double last = x[1] - (x[0] * x[0]) - 1;
        return sum + (x[0] * x[0]) + (last * last);
    }

    /// <summary>(20) again with t and its powers active by name only: Horner's rule for the polynomial and its derivative together.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double WatsonByHorner(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= 29; i++)
        {
            double t = i / 29.0, value = 0, slope = 0;
            for (int j = x.Length - 1; j >= 0; j--)
            {
                slope = (slope * t) + value;
                value = (value * t) + x[j];
            }
            double f = slope - (value * value) - 1;
            sum += f * f;
        }
        double last = x[1] - (x[0] * x[0]) - 1;
        return sum + (x[0] * x[0]) + (last * last);
    }
}
