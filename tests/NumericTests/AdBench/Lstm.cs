using System;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>
/// A long short-term memory whose gates are diagonal, predicting the next character of a sequence, as a user writes it. Parameters of a layer: a row of
/// weights, then a row of biases; in a row the forget, input and output gates and the change.
/// </summary>
public static partial class Lstm
{
    [Gradient]
    public static double Objective(
        ReadOnlySpan<double> main, ReadOnlySpan<double> extra,
        [Constant] ReadOnlySpan<double> state, [Constant] ReadOnlySpan<double> sequence, int layers, int length, int bits)
    {
        double[] hidden = new double[layers * bits];
        double[] cell = new double[layers * bits];
        for (int layer = 0; layer < layers; layer++)
        {
            for (int j = 0; j < bits; j++)
            {
                hidden[(layer * bits) + j] = state[(2 * layer * bits) + j];
                cell[(layer * bits) + j] = state[(((2 * layer) + 1) * bits) + j];
            }
        }

        double[] input = new double[bits];
        double total = 0;
        for (int t = 0; t < length - 1; t++)
        {
            for (int j = 0; j < bits; j++)
            {
                input[j] = sequence[(t * bits) + j] * extra[j];
            }
            for (int layer = 0; layer < layers; layer++)
            {
                int weights = 8 * layer * bits, biases = weights + (4 * bits);
                for (int j = 0; j < bits; j++)
                {
                    int unit = (layer * bits) + j;
                    double forget = Sigmoid((input[j] * main[weights + j]) + main[biases + j]);
                    double ingate = Sigmoid((hidden[unit] * main[weights + bits + j]) + main[biases + bits + j]);
                    double outgate = Sigmoid((input[j] * main[weights + (2 * bits) + j]) + main[biases + (2 * bits) + j]);
                    double change = Math.Tanh((hidden[unit] * main[weights + (3 * bits) + j]) + main[biases + (3 * bits) + j]);
                    cell[unit] = (cell[unit] * forget) + (ingate * change);
                    hidden[unit] = outgate * Math.Tanh(cell[unit]);
                    input[j] = hidden[unit];
                }
            }
            double normaliser = 2;
            for (int j = 0; j < bits; j++)
            {
                input[j] = (input[j] * extra[bits + j]) + extra[(2 * bits) + j];
                normaliser += Math.Exp(input[j]);
            }
            double logNormaliser = Math.Log(normaliser);
            for (int j = 0; j < bits; j++)
            {
                total += sequence[((t + 1) * bits) + j] * (input[j] - logNormaliser);
            }
        }
        return -total / ((length - 1) * bits);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
