using System;
using Proxima;

namespace NumericTests.VectorResults;

/// <summary>Models that write spans, dense in all or a triangle of their inputs.</summary>
public static partial class SpanResults
{
    [Tangent, Adjoint, Jacobian]
    public static void Softmax(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
            {
                largest = x[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(x[i] - largest);
            sum += y[i];
        }
        for (int i = 0; i < x.Length; i++)
        {
            y[i] /= sum;
        }
    }

    /// <summary>A recurrence through the result itself.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Growth(ReadOnlySpan<double> x, double rate, [Result] Span<double> y)
    {
        y[0] = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            y[i] = (rate * y[i - 1] * (1 - y[i - 1])) + (x[i] * x[0]);
        }
    }

    /// <summary>Two results of different length and a returned one, from a span and a number.</summary>
    [Tangent, Adjoint, Jacobian]
    public static double Split(ReadOnlySpan<double> x, double scale, [Result] Span<double> sines, [Result] Span<double> sums)
    {
        double total = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sines[i] = Math.Sin(scale * x[i]);
            total += sines[i] * x[i];
        }
        for (int i = 0; i + 1 < x.Length; i++)
        {
            sums[i] = x[i] + (x[i + 1] * scale);
        }
        return total / scale;
    }

    /// <summary>A matrix and a vector as variables.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Layer(double[,] weights, double[] x, [Result] Span<double> y)
    {
        for (int i = 0; i < weights.GetLength(0); i++)
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
            {
                sum += weights[i, j] * x[j];
            }
            y[i] = Math.Tanh(sum);
        }
    }

    /// <summary>A product of polynomials in a local array, then its running sums.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Convolution(ReadOnlySpan<double> a, ReadOnlySpan<double> b, [Result] Span<double> y)
    {
        double[] product = new double[a.Length + b.Length - 1];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }
        double running = 0;
        for (int i = 0; i < product.Length; i++)
        {
            running += product[i] * product[i];
            y[i] = running;
        }
    }

    /// <summary>Lorenz's equations by Euler's rule: three states and three parameters, all states of all steps as results.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Lorenz(ReadOnlySpan<double> start, double sigma, double rho, double beta, int steps, [Result] Span<double> path)
    {
        double x = start[0], y = start[1], z = start[2];
        for (int step = 0; step < steps; step++)
        {
            double dx = sigma * (y - x), dy = (x * (rho - z)) - y, dz = (x * y) - (beta * z);
            x += 0.01 * dx;
            y += 0.01 * dy;
            z += 0.01 * dz;
            path[3 * step] = x;
            path[(3 * step) + 1] = y;
            path[(3 * step) + 2] = z;
        }
    }
}
