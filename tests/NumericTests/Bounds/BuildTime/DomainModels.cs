using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Bounds.BuildTime;

/// <summary>Models whose variables all have a domain: the build has proved a constant for each.</summary>
internal static partial class DomainModels
{
    private static readonly double[] s_hidden =
    [
        0.82, -1.31, 0.44, 0.05, -0.63, 0.91, 0.27, -1.12, 0.36, 0.58, -0.94, 1.07,
        -0.21, 0.73, 1.18, -0.49, 0.66, -0.35, 0.97, 0.12, -0.88, -0.57, 0.31, 0.79,
    ];

    private static readonly double[] s_output = [1.1, -0.7, 0.6, -1.3, 0.9, 0.4];

    [Lipschitz(Max = 4)]
    public static double Square([Domain(-1, 2)] double x) => x * x;

    [Lipschitz, Monotone(nameof(income), Direction.Increasing), Monotone(nameof(debt), Direction.Decreasing)]
    public static double Score([Domain(1, 10)] double income, [Domain(0, 5)] double debt, [Domain(18, 99)] double age) =>
        1 / (1 + Math.Exp(-(0.8 * income - 1.3 * debt + 0.02 * age * Math.Sqrt(income))));

    [Lipschitz(Norm = Norm.Two)]
    public static double Camel([Domain(-3, 3)] double x, [Domain(-2, 2)] double y) =>
        (4 - 2.1 * x * x + x * x * x * x / 3) * x * x + x * y + 4 * y * y * (y * y - 1);

    [Lipschitz(Norm = Norm.One)]
    public static double Penalty([Domain(-3, 3)] double x, [Domain(-3, 3)] double y)
    {
        double p = x > 1 ? 2 * x - 1 : x * x;
        return p * Math.Cos(y) + Math.Max(y, 0.5 * x);
    }

    [Lipschitz]
    public static double Net([Domain(-1, 1)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int unit = 0; unit < 6; unit++)
        {
            double z = 0.1 * unit - 0.2;
            for (int j = 0; j < 4; j++)
            {
                z += s_hidden[unit * 4 + j] * x[j];
            }
            sum += s_output[unit] * Math.Tanh(z);
        }
        return sum;
    }

    [Lipschitz]
    public static float Decay([Domain(0, 4)] float time, [Domain(0.5, 2)] float rate) => MathF.Exp(-rate * time) * (1 + 0.5f * time);

    [Lipschitz(Norm = Norm.Two)]
    public static double Swirl([Domain(-2, 2)] Vector2 at, [Domain(0.25, 1)] double width) => Math.Sin(at.X * at.Y) * Math.Exp(-width * at.X);

    [Lipschitz]
    public static double Growth([Domain(0.1, 0.9)] double start, [Domain(0, 2)] double rate)
    {
        double p = start;
        for (int year = 0; year < 5; year++)
        {
            p += rate * p * (1 - p);
        }
        return p;
    }
}
