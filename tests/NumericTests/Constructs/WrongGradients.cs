using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Shapes whose gradients other source-transforming tools are known to have got wrong without a word.</summary>
public static partial class WrongGradients
{
    /// <summary>An active divisor written inline and accumulated in a loop.</summary>
    [Gradient, Batch]
    public static double InlineDivisor(double x, double y)
    {
        double s = 0;
        for (int i = 0; i < 4; i++)
        {
            s += x / (y + (i * x));
        }
        return s;
    }

    /// <summary>An early return before a loop that is then never entered.</summary>
    [Gradient, Batch]
    public static double ReturnBeforeLoop(double x, int n)
    {
        double p = x * x;
        if (n == 0)
        {
            return p;
        }
        for (int i = 0; i < n; i++)
        {
            p *= x;
        }
        return p;
    }

    /// <summary>An index step that a <c>continue</c> must not skip in the reverse sweep.</summary>
    [Gradient]
    public static double ContinueKeepsTheStep(ReadOnlySpan<double> x)
    {
        double p = 1;
        for (int i = 0; i < x.Length; i += 2)
        {
            if (x[i] < 0)
            {
                continue;
            }
            p = (p * x[i]) + i;
        }
        return p;
    }

    /// <summary>An index step that a <c>break</c> leaves out: the index is used after the loop.</summary>
    [Gradient]
    public static double BreakOmitsTheStep(ReadOnlySpan<double> x)
    {
        double p = 1;
        int i;
        for (i = 0; i < x.Length; i++)
        {
            p *= x[i];
            if (p > 3)
            {
                break;
            }
        }
        return p * x[i];
    }

    /// <summary>An assignment inside the condition of a loop.</summary>
    [Gradient, Batch]
    public static double AssignmentInLoopCondition(double x, double y)
    {
        double v = x, s = 0;
        while ((v *= y) < 10)
        {
            s += v;
        }
        return s + v;
    }

    /// <summary>An active variable in the initialiser of a loop.</summary>
    [Gradient, Batch]
    public static double ActiveInitialiser(double x)
    {
        double s = 0;
        int n = 0;
        for (double t = x * x; n < 3; n++)
        {
            s += t;
            t *= x;
        }
        return s;
    }

    /// <summary>A <c>break</c> in a foreach.</summary>
    [Gradient]
    public static double BreakInForEach(ReadOnlySpan<double> x)
    {
        double p = 1;
        foreach (double element in x)
        {
            if (element < 0)
            {
                break;
            }
            p *= element * element;
        }
        return p;
    }

    /// <summary>A loop-carried sum and product, reversed with the values of every iteration, not those of the last.</summary>
    [Gradient, Batch]
    public static double EveryIterationCounts(double x)
    {
        double sum = 0, product = 1;
        for (int i = 0; i < 5; i++)
        {
            sum += x * x;
            product *= x;
        }
        return sum + product;
    }

    /// <summary>The same variable on both sides of an overwrite: the adjoint must be cleared before it is added to.</summary>
    [Gradient, Batch]
    public static double OverwriteClearsTheAdjoint(double x, double y)
    {
        double t = x * x;
        t += y;
        t *= 3;
        double u = Math.Sin(t);
        t = u + 1;
        t *= t;
        return t * y;
    }
}
