using System.Collections.Immutable;

namespace GeneratorTests;

// Many rows at once.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Batches() => ImmutableSortedDictionary<string, string>.Empty
        .Add("BatchStraightLine", Class(
            """
                /// <summary>Black and Scholes' first distance.</summary>
                [Gradient, Batch]
                public static double Distance(double spot, double strike, double rate, double volatility, double time) =>
                    (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / (volatility * Math.Sqrt(time));
            """))
        .Add("BatchBranch", Class(
            """
                /// <summary>A tax with two brackets.</summary>
                [Gradient, Batch]
                public static double Tax(double income, double limit)
                {
                    double tax = 0.2 * income;
                    if (income > limit)
                    {
                        tax += 0.3 * (income - limit);
                    }
                    return tax;
                }
            """))
        .Add("BatchWhile", Class(
            """
                /// <summary>A square root by Newton's method.</summary>
                [Gradient, Batch]
                public static double Root(double x)
                {
                    double root = x;
                    while (Math.Abs(root * root - x) > 1e-12 * x)
                    {
                        root = 0.5 * (root + x / root);
                    }
                    return root;
                }
            """))
        .Add("BatchArray", Class(
            """
                /// <summary>A weighted norm.</summary>
                [Gradient, Batch]
                public static double Norm(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> weight)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        sum += weight[i] * x[i] * x[i];
                    }
                    return Math.Sqrt(sum);
                }
            """))
        .Add("BatchOnly", Class(
            """
                /// <summary>Value only.</summary>
                [Batch]
                public static double Bell(double x, double width) => Math.Exp(-(x / width) * (x / width));
            """));
}
