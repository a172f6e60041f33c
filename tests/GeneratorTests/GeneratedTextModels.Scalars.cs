using System.Collections.Immutable;

namespace GeneratorTests;

// Straight lines, branches, exits and calls.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Scalars() => ImmutableSortedDictionary<string, string>.Empty
        .Add("StraightLine", Class(
            """
                /// <summary>Probability of default.</summary>
                [Gradient]
                public static double Score(double income, double debt, double age)
                {
                    double link = 0.8 * income - 1.3 * debt + 0.02 * age * Math.Sqrt(income);
                    return 1 / (1 + Math.Exp(-link));
                }
            """))
        .Add("Branch", Class(
            """
                /// <summary>Huber's loss.</summary>
                [Gradient]
                public static double Huber(double error, double width)
                {
                    double loss;
                    if (Math.Abs(error) <= width)
                    {
                        loss = 0.5 * error * error;
                    }
                    else
                    {
                        loss = width * (Math.Abs(error) - 0.5 * width);
                    }
                    return loss;
                }
            """))
        .Add("EarlyReturn", Class(
            """
                /// <summary>A payoff that is capped.</summary>
                [Gradient]
                public static double Payoff(double spot, double strike, double cap)
                {
                    if (spot <= strike)
                    {
                        return 0;
                    }
                    double gain = spot - strike;
                    if (gain > cap)
                    {
                        return cap;
                    }
                    return gain * gain;
                }
            """))
        .Add("Guard", Class(
            """
                /// <summary>Logarithmic growth.</summary>
                [Gradient]
                public static double Growth(double end, double start)
                {
                    if (!(start > 0))
                    {
                        throw new ArgumentOutOfRangeException(nameof(start));
                    }
                    return Math.Log(end / start);
                }
            """))
        .Add("Call", Class(
            """
                /// <summary>A sum of two bells.</summary>
                [Gradient]
                public static double Bells(double x, double centre, double width) => Bell(x, 0.0, width) + 2.0 * Bell(x, centre, width);

                private static double Bell(double x, double centre, double width)
                {
                    double distance = (x - centre) / width;
                    return Math.Exp(-distance * distance);
                }
            """))
        .Add("Recursion", Class(
            """
                /// <summary>A continued fraction.</summary>
                [Gradient]
                public static double Fraction(double x, int depth) => Tail(x, depth);

                private static double Tail(double x, int depth) => depth <= 0 ? x : 1.0 / (x + Tail(x, depth - 1));
            """))
        .Add("Table", Class(
            """
                private static readonly double[] Weights = [0.5, 1.5, -2.0, 0.25];

                /// <summary>A polynomial with a table of coefficients.</summary>
                [Gradient]
                public static double Polynomial(double x)
                {
                    double sum = 0;
                    for (int i = Weights.Length - 1; i >= 0; i--)
                    {
                        sum = sum * x + Weights[i];
                    }
                    return sum;
                }
            """))
        .Add("Float", Class(
            """
                /// <summary>A sigmoid with a slope.</summary>
                [Gradient, Batch]
                public static float Sigmoid(float x, float slope) => 1 / (1 + MathF.Exp(-slope * x));
            """));
}
