using System.Collections.Immutable;

namespace GeneratorTests;

// Approximations: odd, in pieces, of two variables; a table. A reduced argument is in samples/FastMath.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Approximations() => ImmutableSortedDictionary<string, string>.Empty
        .Add("ApproximateOdd", Class(
            """
                /// <summary>A soft clipper.</summary>
                [Approximate(-1, 1, RelativeError = 1e-6, Derivative = true)]
                public static float Clip(float x) => MathF.Tanh(x);
            """))
        .Add("ApproximatePieces", Class(
            """
                /// <summary>The logistic function.</summary>
                [Approximate(-10, 10, MaxError = 1e-5)]
                public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
            """))
        .Add("ApproximateSurface", Class(
            """
                /// <summary>The light that haze lets through.</summary>
                [Approximate(MaxError = 1e-3)]
                public static float Haze([Domain(0, 2)] float depth, [Domain(-1, 1)] float height) => MathF.Exp(-depth * MathF.Sqrt(1 + height * height));
            """))
        .Add("Tabulate", Class(
            """
                /// <summary>The eccentric anomaly of an orbit, by Newton's method.</summary>
                [Tabulate(0, 3.2, MaxError = 1e-4)]
                public static double Anomaly(double mean)
                {
                    double e = mean;
                    for (int i = 0; i < 5; i++)
                    {
                        e -= (e - 0.4 * Math.Sin(e) - mean) / (1 - 0.4 * Math.Cos(e));
                    }
                    return e;
                }
            """));
}
