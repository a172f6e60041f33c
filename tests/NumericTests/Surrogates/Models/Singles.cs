using System;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>Explained models in single precision.</summary>
public static partial class Singles
{
    private static readonly float[] Weights = [0.6f, -1.1f, 0.3f, 0.9f, 0.2f, -0.7f, -0.4f, 0.8f, 1.2f];

    /// <summary>A net with three hidden units: a term with a first layer, and a link.</summary>
    [Surrogate]
    public static float Net(ReadOnlySpan<float> x)
    {
        float margin = 0.1f;
        for (int j = 0; j < 3; j++)
        {
            float unit = 0.2f;
            for (int i = 0; i < 3; i++)
            {
                unit += Weights[3 * j + i] * x[i];
            }
            margin += (j + 1) * MathF.Tanh(unit);
        }
        return 1 / (1 + MathF.Exp(-margin));
    }

    /// <summary>A model of affine pieces.</summary>
    [Surrogate]
    public static float Bend(float a, float b) => MathF.Max(a + 2 * b, 0.5f) + MathF.Abs(a - b);

    /// <summary>Terms without a first layer.</summary>
    [Surrogate]
    public static float Terms(float a, float b, float c) => a * b + MathF.Exp(0.5f * c) - 2 * a;
}
