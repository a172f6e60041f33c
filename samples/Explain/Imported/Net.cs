using System;
using Proxima;

namespace Samples.Explained;

/// <summary>Written by the import of Net.json: change that, not this.</summary>
public static partial class Net
{
    private static readonly double[] Weights1 =
    [
        0.306, 0.181, 1.1755, 1.6884, -0.286, 0.1704, -0.1628, -0.1881, -0.2022, 0.1413, 0.5358, 0.4455,
        0.3356, 0.8608, 0.2906, 1.4463, -0.4807, -0.264, -0.1004, 0.107, -0.5583, 0.9158, 0.0225, -0.9563,
        0.0339, -0.3795, 0.5927, -0.2349, 0.68, 0.6716, -0.5483, 0.8505, 0.1391, -0.3504, 0.1182, -0.7339,
        -0.0353, 0.4429, 0.0914, -0.2203, 0.4446, -0.5898, -0.4094, 1.0807, -0.1736, -0.3317, -0.9577, 0.2269,
        -0.3914, -0.1924, 0.1975, 0.5472, -0.7503, -0.4922, 0.4876, -0.2249, 0.4096, -0.3854, 0.3355, -0.5401,
        -0.6007, 0.2006, -0.0169, 0.3708, 0.707, -0.9883, -0.0624, 0.5003, 0.1814, -0.3371, 0.4299, -0.561,
        -0.3907, -0.479, -0.5443, 1.8073, -0.1734, 0.1912, 0.355, 0.0983,
    ];

    private static readonly double[] Offsets1 =
    [
        -0.2051, 0.3124, 0.0643, 0.3813, -0.208, -0.1858, 0.5301, 0.5665,
    ];

    private static readonly double[] Weights2 =
    [
        0.9463, 0.5096, -0.6998, -0.8772, 0.3865, -0.4687, -0.8211, 1.0943,
    ];

    private static readonly double[] Offsets2 =
    [
        0.2263,
    ];

    [Lipschitz, Surrogate]
    public static double Score(ReadOnlySpan<double> x)
    {
        Span<double> hidden1 = stackalloc double[8];
        for (int j = 0; j < 8; j++)
        {
            double sum = Offsets1[j];
            for (int i = 0; i < 10; i++)
            {
                sum += Weights1[j * 10 + i] * x[i];
            }
            hidden1[j] = Math.Tanh(sum);
        }
        double margin = Offsets2[0];
        for (int i = 0; i < 8; i++)
        {
            margin += Weights2[i] * hidden1[i];
        }
        return 1 / (1 + Math.Exp(-margin));
    }
}
