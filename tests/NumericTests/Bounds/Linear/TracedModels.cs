using System;
using Proxima;

namespace NumericTests.Bounds.Linear;

/// <summary>Models as a user writes them: nets as loops over arrays, kinks as branches, steps.</summary>
internal static partial class TracedModels
{
    /// <summary>Dense layers of one width and a weighted sum, weights row by row.</summary>
    [Lipschitz]
    public static double Tanh(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weights, [Constant] ReadOnlySpan<double> biases, [Constant] int width, [Constant] int layers)
    {
        Span<double> values = stackalloc double[64], next = stackalloc double[64];
        int inputs = x.Length, weight = 0, bias = 0;
        for (int j = 0; j < x.Length; j++)
        {
            values[j] = x[j];
        }
        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < width; i++)
            {
                double sum = biases[bias + i];
                for (int j = 0; j < inputs; j++)
                {
                    sum += weights[weight + (i * inputs) + j] * values[j];
                }
                next[i] = Math.Tanh(sum);
            }
            weight += width * inputs;
            bias += width;
            inputs = width;
            for (int i = 0; i < width; i++)
            {
                values[i] = next[i];
            }
        }
        double result = biases[bias];
        for (int j = 0; j < inputs; j++)
        {
            result += weights[weight + j] * values[j];
        }
        return result;
    }

    /// <summary>The same with rectified units, written as a branch.</summary>
    [Lipschitz]
    public static double Relu(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weights, [Constant] ReadOnlySpan<double> biases, [Constant] int width, [Constant] int layers)
    {
        Span<double> values = stackalloc double[64], next = stackalloc double[64];
        int inputs = x.Length, weight = 0, bias = 0;
        for (int j = 0; j < x.Length; j++)
        {
            values[j] = x[j];
        }
        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < width; i++)
            {
                double sum = biases[bias + i];
                for (int j = 0; j < inputs; j++)
                {
                    sum += weights[weight + (i * inputs) + j] * values[j];
                }
                if (sum > 0)
                {
                    next[i] = sum;
                }
                else
                {
                    next[i] = 0;
                }
            }
            weight += width * inputs;
            bias += width;
            inputs = width;
            for (int i = 0; i < width; i++)
            {
                values[i] = next[i];
            }
        }
        double result = biases[bias];
        for (int j = 0; j < inputs; j++)
        {
            result += weights[weight + j] * values[j];
        }
        return result;
    }

    /// <summary>A hinge away from zero, a leaky unit and a magnitude.</summary>
    [Lipschitz]
    public static double Hinges(double x, double y)
    {
        double hinge = x > 1 ? (3 * x) - 2 : x;
        double leaky = y < 0 ? 0.25 * y : y;
        return hinge + leaky + Math.Abs(x - y);
    }

    /// <summary>A kink between two curves, on which they meet.</summary>
    [Lipschitz]
    public static double Huber(double x, double y)
    {
        double d = Math.Abs(x - y);
        return d > 1 ? (2 * d) - 1 : d * d;
    }

    /// <summary>Every kind of row: of one argument, of two, of a base and an exponent, with a domain.</summary>
    [Lipschitz]
    public static double Functions(double x, double y) =>
        Math.Pow(x, 3) + Math.Pow(x, 1.5) + Math.Pow(1.25, y) + Math.Pow(x, y) + Math.Atan2(y, x) + double.Hypot(x, y) + Math.Cbrt(x)
        + Math.Log(x, 3) + Special.LogGamma(x) + Math.FusedMultiplyAdd(x, y, x) + double.Lerp(x, y, 0.25) + Math.Clamp(y, 0.75, x + 2) + double.SinPi(y) + Math.ScaleB(y, -2);

    [Lipschitz]
    public static double Step(double x) => Math.Floor(x) + x;

    [Lipschitz]
    public static double Jump(double x) => x > 0 ? x : x - 1;
}
