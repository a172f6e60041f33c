using System;
using Proxima;

namespace Samples.Explained;

/// <summary>Written by the import of Logistic.json: change that, not this.</summary>
public static partial class Logistic
{
    private static readonly double[] Weights1 =
    [
        1.3442, -1.4549, 0.3535, 0.7607, -1.0719, 2.6061, -0.6757, -0.2012, -0.3719, 0.2788,
    ];

    private static readonly double[] Offsets1 =
    [
        0.3542,
    ];

    [Lipschitz, Surrogate]
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
