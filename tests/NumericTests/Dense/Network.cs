using System;
using Proxima;

namespace NumericTests;

/// <summary>A network with two hidden layers over the rows of a batch, and its gradient as one would write it by hand.</summary>
public static partial class Network
{
    [Gradient]
    public static double Loss(
        ReadOnlySpan<double> w1, ReadOnlySpan<double> b1, ReadOnlySpan<double> w2, ReadOnlySpan<double> b2, ReadOnlySpan<double> w3, double b3,
        [Constant] ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> target, int inputs, int hidden)
    {
        double loss = 0;
        Span<double> h1 = stackalloc double[hidden];
        Span<double> h2 = stackalloc double[hidden];
        for (int row = 0; row < target.Length; row++)
        {
            for (int i = 0; i < hidden; i++)
            {
                double sum = b1[i];
                for (int j = 0; j < inputs; j++)
                {
                    sum += w1[(i * inputs) + j] * x[(row * inputs) + j];
                }
                h1[i] = Math.Tanh(sum);
            }
            for (int i = 0; i < hidden; i++)
            {
                double sum = b2[i];
                for (int j = 0; j < hidden; j++)
                {
                    sum += w2[(i * hidden) + j] * h1[j];
                }
                h2[i] = Math.Tanh(sum);
            }
            double output = b3;
            for (int j = 0; j < hidden; j++)
            {
                output += w3[j] * h2[j];
            }
            double error = output - target[row];
            loss += 0.5 * error * error;
        }
        return loss;
    }

    /// <summary>The derivatives in the order of the variables, after the value.</summary>
    public static double[] ByHand(double[] w1, double[] b1, double[] w2, double[] b2, double[] w3, double b3, double[] x, double[] target, int inputs, int hidden)
    {
        double[] dW1 = new double[w1.Length], dB1 = new double[hidden], dW2 = new double[w2.Length], dB2 = new double[hidden], dW3 = new double[hidden];
        double loss = 0, dB3 = 0;
        double[] h1 = new double[hidden], h2 = new double[hidden], delta1 = new double[hidden], delta2 = new double[hidden];
        for (int row = 0; row < target.Length; row++)
        {
            ReadOnlySpan<double> input = x.AsSpan(row * inputs, inputs);
            double output = b3;
            for (int i = 0; i < hidden; i++)
            {
                h1[i] = Math.Tanh(b1[i] + Dot(w1.AsSpan(i * inputs, inputs), input));
            }
            for (int i = 0; i < hidden; i++)
            {
                h2[i] = Math.Tanh(b2[i] + Dot(w2.AsSpan(i * hidden, hidden), h1));
                output += w3[i] * h2[i];
            }
            double error = output - target[row];
            loss += 0.5 * error * error;
            dB3 += error;
            for (int i = 0; i < hidden; i++)
            {
                dW3[i] += error * h2[i];
                delta2[i] = error * w3[i] * (1 - (h2[i] * h2[i]));
                dB2[i] += delta2[i];
            }
            for (int j = 0; j < hidden; j++)
            {
                double back = 0;
                for (int i = 0; i < hidden; i++)
                {
                    back += w2[(i * hidden) + j] * delta2[i];
                    dW2[(i * hidden) + j] += delta2[i] * h1[j];
                }
                delta1[j] = back * (1 - (h1[j] * h1[j]));
                dB1[j] += delta1[j];
            }
            for (int k = 0; k < dW1.Length; k++)
            {
                dW1[k] += delta1[k / inputs] * input[k % inputs];
            }
        }
        return [loss, .. dW1, .. dB1, .. dW2, .. dB2, .. dW3, dB3];
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
