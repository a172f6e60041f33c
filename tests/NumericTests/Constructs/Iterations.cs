using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Ways to repeat.</summary>
public static partial class Iterations
{
    [Gradient]
    public static double ForWithStep(ReadOnlySpan<double> x)
    {
        double s = 1;
        for (int i = x.Length - 1; i >= 0; i -= 3)
        {
            s *= x[i];
        }
        for (int i = 1; i < x.Length; i *= 2)
        {
            s += x[i] * x[i];
        }
        return s;
    }

    [Gradient]
    public static double ForWithTwoCounters(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            s += x[i] * x[j] * (j - i);
        }
        return s;
    }

    [Gradient]
    public static double ForEachOverSpan(ReadOnlySpan<double> x)
    {
        double p = 1;
        foreach (double element in x)
        {
            p *= 1 + (element * element);
        }
        return p;
    }

    [Gradient, Batch]
    public static double DoWhile(double x, double y)
    {
        double t = x;
        int n = 0;
        do
        {
            t = (t * y) + (x / (n + 1));
            n++;
        }
        while (t < 3 && n < 50);
        return t;
    }

    /// <summary>Outer steps that are skipped, and inner ones.</summary>
    [Gradient]
    public static double NestedContinue(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i % 3 == 1)
            {
                continue;
            }
            double p = 1;
            for (int j = 0; j < x.Length; j++)
            {
                if (j == i || x[j] < 0)
                {
                    continue;
                }
                p *= x[j];
            }
            s += p * x[i];
        }
        return s;
    }

    [Gradient]
    public static double Triangular(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double inner = 1;
            for (int j = 0; j <= i; j++)
            {
                inner *= x[j] + (0.1 * i);
            }
            s += inner * inner;
        }
        return s;
    }

    /// <summary>Loops that may not run at all, by count or by bounds.</summary>
    [Gradient, Batch]
    public static double ZeroTrip(double x, double y, int n)
    {
        double p = x;
        for (int i = 0; i < n; i++)
        {
            p *= y;
        }
        int k = n;
        while (k > 0)
        {
            p += y;
            k--;
        }
        return p;
    }

    /// <summary>The loop's own variable is active in its start, its end and its step.</summary>
    [Gradient, Batch]
    public static double ActiveLoopVariable(double x, double y)
    {
        double s = 0;
        for (double t = x; t < 3 * y; t += 0.7 * y)
        {
            s += t * t;
        }
        return s;
    }

    /// <summary>The number of steps depends on the data.</summary>
    [Gradient, Batch]
    public static double WhileDataDependent(double x, double y)
    {
        double v = x;
        while (v > 1)
        {
            v *= y;
        }
        return v;
    }

    [Gradient]
    public static double BreakFromInnerLoop(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double partial = 0;
            for (int j = i; j < x.Length; j++)
            {
                partial += x[j] * x[i];
                if (partial > 1)
                {
                    break;
                }
            }
            s += partial * partial;
        }
        return s;
    }

    /// <summary>A <c>break</c> that leaves a switch and one that leaves the loop around it.</summary>
    [Gradient]
    public static double BreakFromSwitchInLoop(ReadOnlySpan<double> x)
    {
        double s = 1;
        for (int i = 0; i < x.Length; i++)
        {
            switch (i)
            {
                case 1:
                    s += x[i];
                    break;
                case 2:
                    continue;
                default:
                    s *= x[i];
                    break;
            }
            if (s > 100)
            {
                break;
            }
            s += 0.5 * x[i] * x[i];
        }
        return s;
    }

    [Gradient]
    public static double ReturnFromInnerLoop(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                s += x[i] * x[j];
                if (s > 2)
                {
                    return s * x[0];
                }
            }
        }
        return -s;
    }

    [Gradient, Batch]
    public static double EndlessLoopWithBreak(double x, double y)
    {
        double t = x;
        for (; ; )
        {
            t += y * t;
            if (t > 10)
            {
                break;
            }
            t -= 0.1 * y;
        }
        return t;
    }
}
