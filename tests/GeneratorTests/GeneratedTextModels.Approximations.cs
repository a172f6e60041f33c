using System.Collections.Immutable;

namespace GeneratorTests;

// Approximations: in pieces, a reduced argument beside other companions; a table.
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
        .Add("ApproximateAndGradient", Class(
            """
                /// <summary>Growth.</summary>
                [Gradient, Approximate(-80, 80, Ulps = 2)]
                public static float Growth(float t) => MathF.Exp(t);
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
