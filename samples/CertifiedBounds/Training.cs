using System;
using Proxima;

namespace Samples.CertifiedBounds;

/// <summary>Trains the net that <see cref="Credit"/> has in its source, by the generated gradient.</summary>
public static partial class Training
{
    public const int Hidden = 6;
    public const int Parameters = (Hidden * (Applicants.Inputs + 2)) + 1;
    private const double Decay = 3e-4;

    /// <summary>Log-loss per applicant, with a pull of the weights to zero. A hidden unit has four weights, an offset and its weight in the score.</summary>
    [Gradient]
    public static double Loss(ReadOnlySpan<double> net, [Constant] ReadOnlySpan<double> rows, [Constant] ReadOnlySpan<double> paidBack)
    {
        double loss = 0;
        for (int i = 0; i < paidBack.Length; i++)
        {
            double income = (rows[4 * i] - 60) / 40, debt = (rows[(4 * i) + 1] - 30) / 30, age = (rows[(4 * i) + 2] - 50) / 20, employed = (rows[(4 * i) + 3] - 15) / 15;
            double score = net[36];
            for (int j = 0; j < 6; j++)
            {
                score += net[(6 * j) + 5] * Math.Tanh(net[6 * j] * income + net[(6 * j) + 1] * debt + net[(6 * j) + 2] * age + net[(6 * j) + 3] * employed + net[(6 * j) + 4]);
            }
            // log(1 + e^score) − y·score
            loss += Math.Max(score, 0) + double.LogP1(Math.Exp(-Math.Abs(score))) - (paidBack[i] * score);
        }
        double size = 0;
        for (int k = 0; k < net.Length; k++)
        {
            size += net[k] * net[k];
        }
        return (loss / paidBack.Length) + (Decay * size);
    }

    /// <summary>Adam (Kingma and Ba 2015) on all rows at once.</summary>
    public static double[] Run(double[] rows, double[] paidBack, int steps)
    {
        double[] net = new double[Parameters], gradient = new double[Parameters], mean = new double[Parameters], square = new double[Parameters];
        for (int k = 0; k < net.Length; k++)
        {
            net[k] = Math.Sin(37 * k); // any numbers that differ
        }
        for (int step = 1; step <= steps; step++)
        {
            LossGradient(net, rows, paidBack, gradient);
            double rate = 0.02 * Math.Sqrt(1 - Math.Pow(0.999, step)) / (1 - Math.Pow(0.9, step));
            for (int k = 0; k < net.Length; k++)
            {
                mean[k] += 0.1 * (gradient[k] - mean[k]);
                square[k] += 0.001 * ((gradient[k] * gradient[k]) - square[k]);
                net[k] -= rate * mean[k] / (Math.Sqrt(square[k]) + 1e-8);
            }
        }
        return net;
    }
}
