namespace GeneratorTests;

/// <content>Calls of what has no source or no derivative, and restrictions of those that have.</content>
internal static partial class Refusals
{
    private static Refusal[] Callees =>
    [
        Refusal.Members("unknown callee", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => [|BitConverter.DoubleToInt64Bits(x)|] * x;
            """),
        Refusal.Members("extern callee", "PRX0102",
            """
                [DllImport("m")]
                private static extern double erf(double x);

                [Gradient]
                public static double F(double x) => [|erf(x)|] * x;
            """),
        Refusal.Members("sum of a sequence", "PRX0102",
            """
                [Gradient]
                public static double F(double[] x) => [|x.Sum()|];
            """),
        Refusal.Members("LINQ with a lambda", "PRX0102",
            """
                [Gradient]
                public static double F(double[] x) => [|x.Select(z => z * z)|].Sum();
            """),
        Refusal.Members("lambda handed to a library", "PRX0102",
            """
                [Gradient]
                public static double F(double[] x)
                {
                    double[] squares = [|Array.ConvertAll(x, z => z * z)|];
                    return squares[0];
                }
            """),
        Refusal.Members("sorting by a library", "PRX0102",
            """
                [Gradient]
                public static double F(double[] x)
                {
                    double[] sorted = [x[0], x[1]];
                    [|Array.Sort(sorted)|];
                    return sorted[0];
                }
            """),
        Refusal.Members("clock", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => x * [|DateTime.Now|].Ticks;
            """),
        Refusal.Members("time stamp", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => x * [|Stopwatch.GetTimestamp()|];
            """),
        Refusal.Members("shared random numbers", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => x * [|Random.Shared|].NextDouble();
            """),
        Refusal.Members("environment", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => x * [|Environment.ProcessorCount|];
            """),
        Refusal.Members("writing to the console", "PRX0102",
            """
                [Gradient]
                public static double F(double x)
                {
                    [|Console.WriteLine(x)|];
                    return x * x;
                }
            """),
        Refusal.Members("hash code of a variable", "PRX0102",
            """
                [Gradient]
                public static double F(double x) => x * [|x.GetHashCode()|];
            """),
        Refusal.Members("function without a derivative rule", "PRX0103",
            """
                [Gradient]
                public static double F(double x, double y) => [|Math.IEEERemainder(x, y)|] * x;
            """),
        Refusal.Members("recursive helper with a reference parameter", "PRX0104",
            """
                private static void Halve(ref double x, int n)
                {
                    if (n > 0)
                    {
                        x *= x;
                        Halve(ref x, n - 1);
                    }
                }

                [Gradient]
                public static double F(double x, int n)
                {
                    [|Halve(ref x, n)|];
                    return x;
                }
            """),
        Refusal.Members("model that grows beyond the limit", "PRX0107",
            """
                private static double A(double x) => B(x) + B(x + 1) + B(x + 2) + B(x + 3);

                private static double B(double x) => C(x) * C(x + 1) * C(x + 2) * C(x + 3);

                private static double C(double x) => D(x) + D(x + 1) + D(x + 2) + D(x + 3);

                private static double D(double x) => E(x) * E(x + 1) * E(x + 2) * E(x + 3);

                private static double E(double x) => G(x) + G(x + 1) + G(x + 2) + G(x + 3);

                private static double G(double x) => H(x) * H(x + 1) * H(x + 2) * H(x + 3);

                private static double H(double x) => K(x) + K(x + 1) + K(x + 2) + K(x + 3);

                private static double K(double x)
                {
                    double y = x * x;
                    y += x;
                    return y * y;
                }

                [Gradient]
                public static double [|F|](double x) => A(x);
            """),
    ];
}
