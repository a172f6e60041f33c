using System.Collections.Immutable;

namespace GeneratorTests;

// Approximations: one polynomial, in pieces, a reduced argument beside other companions.
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
            """));
}
