using System;
using Proxima;

namespace Benchmarks;

/// <summary>Fully connected layers as a user writes them, half the squared errors summed over the rows of a batch. Weights are row-major, a row per unit.</summary>
public static partial class Networks
{
    /// <summary>One hidden layer.</summary>
    [Gradient]
    public static double Shallow(
        ReadOnlySpan<double> w1, ReadOnlySpan<double> b1, ReadOnlySpan<double> w2, ReadOnlySpan<double> b2,
        [Constant] ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> targets, int rows, int inputs, int hidden, int outputs)
    {
        double[] h1 = new double[hidden];
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < hidden; j++)
            {
                double sum = b1[j];
                for (int i = 0; i < inputs; i++)
                {
                    sum += w1[(j * inputs) + i] * x[(row * inputs) + i];
                }
                h1[j] = Math.Tanh(sum);
            }
            for (int k = 0; k < outputs; k++)
            {
                double sum = b2[k];
                for (int j = 0; j < hidden; j++)
                {
                    sum += w2[(k * hidden) + j] * h1[j];
                }
                double error = sum - targets[(row * outputs) + k];
                loss += 0.5 * error * error;
            }
        }
        return loss;
    }

    /// <summary>Two hidden layers of one size.</summary>
    [Gradient]
    public static double Deep(
        ReadOnlySpan<double> w1, ReadOnlySpan<double> b1, ReadOnlySpan<double> w2, ReadOnlySpan<double> b2, ReadOnlySpan<double> w3, ReadOnlySpan<double> b3,
        [Constant] ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> targets, int rows, int inputs, int hidden, int outputs)
    {
        double[] h1 = new double[hidden];
        double[] h2 = new double[hidden];
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < hidden; j++)
            {
                double sum = b1[j];
                for (int i = 0; i < inputs; i++)
                {
                    sum += w1[(j * inputs) + i] * x[(row * inputs) + i];
                }
                h1[j] = Math.Tanh(sum);
            }
            for (int j = 0; j < hidden; j++)
            {
                double sum = b2[j];
                for (int i = 0; i < hidden; i++)
                {
                    sum += w2[(j * hidden) + i] * h1[i];
                }
                h2[j] = Math.Tanh(sum);
            }
            for (int k = 0; k < outputs; k++)
            {
                double sum = b3[k];
                for (int j = 0; j < hidden; j++)
                {
                    sum += w3[(k * hidden) + j] * h2[j];
                }
                double error = sum - targets[(row * outputs) + k];
                loss += 0.5 * error * error;
            }
        }
        return loss;
    }
}
