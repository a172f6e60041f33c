using System.Collections.Immutable;

namespace GeneratorTests;

// Bounds on boxes.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Bounds() => ImmutableSortedDictionary<string, string>.Empty
        .Add("BoundBranch", Class(
            """
                /// <summary>A penalty that grows like a square at first and like a line further out, and a fee that starts at a threshold.</summary>
                [Lipschitz(Norm = Norm.One)]
                public static double Cost(double x, double y)
                {
                    double penalty = x > 1 ? 2 * x - 1 : x * x;
                    if (y > 10)
                    {
                        penalty += Math.Sqrt(y);
                    }
                    return penalty;
                }
            """))
        .Add("BoundDomain", Class(
            """
                /// <summary>How far debts outweigh an income: proved to grow with the one, and to change slowly.</summary>
                [Lipschitz(Max = 1.5), Monotone(nameof(debt), Direction.Increasing)]
                public static double Burden([Domain(1, 10)] double income, [Domain(0, 5)] double debt) => Math.Tanh(debt / income);
            """))
        .Add("BoundLoop", Class(
            """
                /// <summary>Population after some days of logistic growth with a catch of each day.</summary>
                [Lipschitz(Norm = Norm.Two)]
                public static double Final(double start, ReadOnlySpan<double> harvest, [Constant] double rate)
                {
                    double p = start;
                    for (int t = 0; t < harvest.Length; t++)
                    {
                        p = Math.Max(p + rate * p * (1 - p) - harvest[t], 0);
                    }
                    return p;
                }
            """));
}
