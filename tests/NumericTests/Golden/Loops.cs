using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group C, first half: loops and what they carry.</summary>
public static partial class Loops
{
    /// <summary>A carried product: the adjoint sweep needs every intermediate value.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double CarriedProduct(double x, double y)
    {
        double p = 1;
        for (int i = 0; i < 3; i++)
        {
            p *= x;
        }
        for (int i = 0; i < 3; i++)
        {
            p *= (p * y) + 1;
        }
        return p;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double NewtonSquareRoot(double x)
    {
        double y = 1;
        for (int i = 0; i < 6; i++)
        {
            y = (y + (x / y)) / 2;
        }
        return y;
    }

    /// <summary>Newton's iteration until it no longer moves: an unknown trip count.</summary>
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double NewtonSquareRootUntilStill(double x)
    {
        double y = 1, last;
        do
        {
            last = y;
            y = (y + (x / y)) / 2;
        }
        while (Math.Abs(y - last) > 1e-9);
        return y;
    }

    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double LogisticMap(double x, double r)
    {
        double t = x;
        int k = 0;
        do
        {
            t = r * t * (1 - t);
            k++;
        }
        while (k < 10 && t > 0.05);
        return t;
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double SumUntilLarge(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
            if (sum > 4)
            {
                break;
            }
        }
        return sum * x[0];
    }

    /// <summary>The same sum with the exit in the condition of a while loop.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double SumWhileSmall(double[] x)
    {
        double sum = 0;
        int i = 0;
        while (i < x.Length && sum <= 4)
        {
            sum += x[i] * x[i++];
        }
        return sum * x[0];
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Stencil(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i <= x.Length - 2; i++)
        {
            double curvature = x[i - 1] - (2 * x[i]) + x[i + 1];
            sum += (curvature * curvature) + (x[i] * x[i + 1]);
        }
        return sum;
    }

    /// <summary>The same sum with three neighbours that move along.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double StencilSliding(ReadOnlySpan<double> x)
    {
        double sum = 0, left = x[0], centre = x[1];
        foreach (double right in x[2..])
        {
            double curvature = left - (2 * centre) + right;
            sum += (curvature * curvature) + (centre * right);
            (left, centre) = (centre, right);
        }
        return sum;
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double EverySecondFromTheEnd(ReadOnlySpan<double> x)
    {
        double s = 1;
        for (int i = x.Length - 1; i >= 0; i -= 2)
        {
            s = (s * x[i]) + i;
        }
        return s;
    }
}
