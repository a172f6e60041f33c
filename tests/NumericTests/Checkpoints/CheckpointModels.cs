using System;
using Proxima;

namespace NumericTests.Checkpoints;

/// <summary>Each model twice: as it is, and checkpointed.</summary>
public static partial class CheckpointModels
{
    [Gradient]
    public static double Affine(double a, double b, double start, int n) => AffineOf(a, b, start, n);

    [Gradient, Checkpoint]
    public static double AffineInSegments(double a, double b, double start, int n) => AffineOf(a, b, start, n);

    [Gradient]
    public static double Growth(double rate, double start, int n) => GrowthOf(rate, start, n);

    [Gradient, Checkpoint]
    public static double GrowthInSegments(double rate, double start, int n) => GrowthOf(rate, start, n);

    [Gradient]
    public static double Heat(ReadOnlySpan<double> initial, double k, int n) => HeatOf(initial, k, n);

    [Gradient, Checkpoint]
    public static double HeatInSegments(ReadOnlySpan<double> initial, double k, int n) => HeatOf(initial, k, n);

    [Gradient]
    public static double Nested(double x, double y, int n) => NestedOf(x, y, n);

    [Gradient, Checkpoint]
    public static double NestedInSegments(double x, double y, int n) => NestedOf(x, y, n);

    [Gradient]
    public static double Branching(double x, double y, int n) => BranchingOf(x, y, n);

    [Gradient, Checkpoint]
    public static double BranchingInSegments(double x, double y, int n) => BranchingOf(x, y, n);

    [Gradient]
    public static double LeftEarly(double x, double y, int n) => LeftEarlyOf(x, y, n);

    [Gradient, Checkpoint]
    public static double LeftEarlyInSegments(double x, double y, int n) => LeftEarlyOf(x, y, n);

    [Gradient]
    public static double Down(double x, double y, int n) => DownOf(x, y, n);

    [Gradient, Checkpoint]
    public static double DownInSegments(double x, double y, int n) => DownOf(x, y, n);

    [Gradient]
    public static double Logged(double x, double y, int n) => LoggedOf(x, y, n);

    [Gradient, Checkpoint]
    public static double LoggedInSegments(double x, double y, int n) => LoggedOf(x, y, n);

    [Gradient]
    public static double Rows(ReadOnlySpan<double> x, double k, int n)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double p = Row(x[i], k, n);
            sum += p * p;
        }
        return Math.Sqrt(1 + sum);
    }

    /// <summary>The loop of the helper, inside a loop that is not checkpointed.</summary>
    [Gradient]
    public static double RowsInSegments(ReadOnlySpan<double> x, double k, int n)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double p = RowInSegments(x[i], k, n);
            sum += p * p;
        }
        return Math.Sqrt(1 + sum);
    }

    /// <summary>With five inputs, so that the plain form is reverse mode too.</summary>
    [Gradient]
    public static float Single(float rate, float start, float a, float b, float c, int n)
    {
        float p = start;
        for (int t = 0; t < n; t++)
        {
            p += rate * p * (1 - p);
        }
        return (a * p * p) + (b * p) + c;
    }

    [Gradient, Checkpoint]
    public static float SingleInSegments(float rate, float start, float a, float b, float c, int n)
    {
        float p = start;
        for (int t = 0; t < n; t++)
        {
            p += rate * p * (1 - p);
        }
        return (a * p * p) + (b * p) + c;
    }

    [Adjoint, Jacobian]
    public static double Trace(double x, double y, int n, [Result] Span<double> path) => TraceOf(x, y, n, path);

    [Adjoint, Jacobian, Checkpoint]
    public static double TraceInSegments(double x, double y, int n, [Result] Span<double> path) => TraceOf(x, y, n, path);

    [Adjoint]
    public static void Smooth(double x, double y, int n, [Result] Span<double> path) => SmoothOf(x, y, n, path);

    /// <summary>Reads back what it writes.</summary>
    [Adjoint, Checkpoint]
    public static void SmoothInSegments(double x, double y, int n, [Result] Span<double> path) => SmoothOf(x, y, n, path);

    [Hessian]
    public static double Curved(double x, double y, int n) => BranchingOf(x, y, n);

    [Hessian, Checkpoint]
    public static double CurvedInSegments(double x, double y, int n) => BranchingOf(x, y, n);

    [Gradient]
    public static double Advised(double x, double y, int n) => Free(x, y, n);

    [Gradient, PreferStore]
    public static double AdvisedToStore(double x, double y, int n)
    {
        for (int t = 0; t < n; t++)
        {
            double wave = Math.Sin(x * y), square = wave * wave;
            x = (square * wave) + (0.5 * Math.Exp(-x * x));
        }
        return x;
    }

    [Gradient]
    public static double AdvisedToRecompute(double x, double y, int n)
    {
        return Run(x, n);

        [PreferRecompute]
        double Run(double start, int count)
        {
            for (int t = 0; t < count; t++)
            {
                double wave = Math.Sin(start * y), square = wave * wave;
                start = (square * wave) + (0.5 * Math.Exp(-start * start));
            }
            return start;
        }
    }

    private static double Free(double x, double y, int n)
    {
        for (int t = 0; t < n; t++)
        {
            double wave = Math.Sin(x * y), square = wave * wave;
            x = (square * wave) + (0.5 * Math.Exp(-x * x));
        }
        return x;
    }

    private static double TraceOf(double x, double y, int n, Span<double> path)
    {
        double p = x;
        for (int t = 0; t < n; t++)
        {
            p = (Math.Sin(p) * y) + (0.1 * p * p);
            path[t] = p * p;
        }
        return p;
    }

    private static void SmoothOf(double x, double y, int n, Span<double> path)
    {
        path[0] = x;
        path[1] = y;
        path[2] = x * y;
        for (int t = 0; t < n; t++)
        {
            path[1] = Math.Sin(path[0] + path[2]) * path[1];
            path[2] = (0.3 * path[1]) + (0.5 * path[0]);
            path[0] = Math.Cos(path[2] * y);
        }
    }

    private static double AffineOf(double a, double b, double p, int n)
    {
        for (int t = 0; t < n; t++)
        {
            p = (a * p) + b;
        }
        return p;
    }

    private static double GrowthOf(double rate, double p, int n)
    {
        for (int t = 0; t < n; t++)
        {
            p += rate * p * (1 - p);
        }
        return p;
    }

    private static double HeatOf(ReadOnlySpan<double> initial, double k, int n)
    {
        Span<double> u = new double[initial.Length];
        initial.CopyTo(u);
        for (int t = 0; t < n; t++)
        {
            for (int j = 1; j < u.Length - 1; j++)
            {
                u[j] += (k * (u[j - 1] - (2 * u[j]) + u[j + 1])) + (0.01 * u[j] * u[j]);
            }
        }
        double energy = 0;
        for (int j = 0; j < u.Length; j++)
        {
            energy += (j + 1) * u[j] * u[j];
        }
        return energy;
    }

    private static double NestedOf(double x, double y, int n)
    {
        double p = x, q = 1;
        for (int t = 0; t < n; t++)
        {
            for (int j = 0; j < t % 4; j++)
            {
                p = Math.Sin(p + (0.1 * j * y));
            }
            double r = p * p;
            while (r > 0.2)
            {
                r *= 0.6 * Math.Cos(0.1 * y);
            }
            q += r * p * q * 0.01;
        }
        return p * q;
    }

    private static double BranchingOf(double x, double y, int n)
    {
        if (n < 0)
        {
            return x * y;
        }
        double p = x;
        int m = n + ((n % 2) * 2);
        for (int t = 0; t < m; t++)
        {
            if (p > 0.5)
            {
                double q = Math.Exp(-p * y);
                p = (q * p) + (0.1 * x);
            }
            else
            {
                p = p + (0.3 * y) - (0.05 * p * p);
            }
        }
        return p * p;
    }

    private static double LeftEarlyOf(double x, double y, int n)
    {
        double p = x;
        double sum = 0;
        for (int t = 1; t <= n; t++)
        {
            p = (p * y) + (0.01 * p * p);
            if (p > 40)
            {
                break;
            }
            sum += Math.Sqrt(p) / t;
        }
        return sum + p;
    }

    private static double DownOf(double x, double y, int n)
    {
        double p = x;
        for (int i = n - 1; i >= -2; i -= 3)
        {
            p = Math.Sin(p) + (y / (4 + i));
        }
        return p;
    }

    private static double LoggedOf(double x, double y, int n)
    {
        Span<double> log = new double[Math.Max(n, 0)];
        Span<double> last = new double[3];
        last[0] = x;
        for (int t = 0; t < n; t++)
        {
            last[(t + 1) % 3] = Math.Sin(last[t % 3] * y) + (0.5 * last[(t + 2) % 3]);
            log[t] = last[(t + 1) % 3] * t;
        }
        double sum = last[0] * last[1];
        last[0] = 7;
        for (int t = 0; t < n; t++)
        {
            sum += log[t] * log[t];
        }
        return sum + (last[0] * x);
    }

    private static double Row(double x, double k, int n)
    {
        Span<double> u = [x, k, x * k];
        for (int t = 0; t < n; t++)
        {
            u[0] += 0.01 * u[1] * u[2];
            u[1] -= 0.01 * u[0] * x;
            u[2] = Math.Cos(u[2] * k);
        }
        return u[0] + (u[1] * u[2]);
    }

    [Checkpoint]
    private static double RowInSegments(double x, double k, int n)
    {
        Span<double> u = [x, k, x * k];
        for (int t = 0; t < n; t++)
        {
            u[0] += 0.01 * u[1] * u[2];
            u[1] -= 0.01 * u[0] * x;
            u[2] = Math.Cos(u[2] * k);
        }
        return u[0] + (u[1] * u[2]);
    }
}
