using System;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Written by the import of Logistic10.json: change that, not this.</summary>
public static partial class Logistic10
{
    private static readonly double[] Weights1 =
    [
        1.3316, 0.7153, -1.5454, -0.0084, 0.6213, -0.7201, 0.2655, 0.1085, 0.0043, -0.1746,
    ];

    private static readonly double[] Offsets1 =
    [
        -0.25,
    ];

    [Surrogate]
    public static double Score(ReadOnlySpan<double> x)
    {
        double margin = Offsets1[0];
        for (int i = 0; i < 10; i++)
        {
            margin += Weights1[i] * x[i];
        }
        return 1 / (1 + Math.Exp(-margin));
    }
}
