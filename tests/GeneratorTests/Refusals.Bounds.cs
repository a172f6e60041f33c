namespace GeneratorTests;

/// <content>Models that have no bounds, or infinite ones, and all their other companions.</content>
internal static partial class Refusals
{
    private static Refusal[] Bounds =>
    [
        Refusal.Members("bounds of a while loop", "PRX0302",
            """
                [Gradient, Lipschitz]
                public static double F(double x)
                {
                    [|while (x > 1)
                    {
                        x = Math.Sqrt(x);
                    }|]
                    return x;
                }
            """),
        Refusal.Members("bounds of a recursive method", "PRX0303",
            """
                [Gradient, Lipschitz]
                public static double [|F|](double x, double y) => Power(x, 3) * y;

                private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);
            """),
        Refusal.Members("bounds of a jump", "PRX0301",
            """
                [Gradient, Lipschitz]
                public static double F(double x, double y)
                {
                    [|if (x > 1)
                    {
                        y = 2 * y;
                    }|]
                    return x * y;
                }
            """),
        Refusal.Members("slope of a root at zero", "PRX0305",
            """
                [Lipschitz]
                public static double F([Domain(0, 4)] double x, [Domain(0, 1)] double y)
                {
                    [|double root = Math.Sqrt(x);|]
                    return root * y;
                }
            """),
        Refusal.Members("slope of a logarithm at zero", "PRX0305",
            """
                [Lipschitz]
                public static double F([Domain(0, 4)] double x)
                {
                    [|double log = Math.Log(x);|]
                    return 2 * log;
                }
            """),
        Refusal.Members("slope of a small power at zero", "PRX0305",
            """
                [Lipschitz]
                public static double F([Domain(0, 4)] double x)
                {
                    [|double power = Math.Pow(x, 0.75);|]
                    return 2 * power;
                }
            """),
        Refusal.Members("slope at a pole", "PRX0305",
            """
                [Lipschitz]
                public static double F([Domain(0, 2)] double x)
                {
                    [|double tan = Math.Tan(x);|]
                    return 2 * tan;
                }
            """),
        Refusal.Members("division through zero", "PRX0306",
            """
                [Lipschitz]
                public static double F([Domain(-1, 4)] double x, [Domain(0, 1)] double y)
                {
                    [|double share = y / x;|]
                    return share + x;
                }
            """),
        Refusal.Members("negative power through zero", "PRX0306",
            """
                [Lipschitz]
                public static double F([Domain(-1, 4)] double x)
                {
                    [|double share = Math.Pow(x, -2);|]
                    return share + x;
                }
            """),
        Refusal.Members("root of negative numbers", "PRX0307",
            """
                [Lipschitz]
                public static double F([Domain(-1, 4)] double x)
                {
                    double shifted = x - 0.5;
                    [|double root = Math.Sqrt(shifted);|]
                    return root + x;
                }
            """),
        Refusal.Members("direction that is refuted", "PRX0309",
            """
                [Gradient, [|Monotone(nameof(x), Direction.Increasing)|]]
                public static double F([Domain(-1, 2)] double x) => x * x;
            """),
        Refusal.Members("constant that is refuted", "PRX0309",
            """
                [Gradient, [|Lipschitz(Max = 3.9)|], Monotone(nameof(y), Direction.Increasing)]
                public static double F([Domain(-1, 2)] double x, [Domain(0, 1)] double y) => x * x + y;
            """),
        Refusal.Members("second of two directions", "PRX0309",
            """
                [Lipschitz]
                [Monotone(nameof(x), Direction.Decreasing)]
                [[|Monotone(nameof(y), Direction.Decreasing)|]]
                public static double F([Domain(-2, -1)] double x, [Domain(0, 1)] double y) => x * x + y;
            """),
        Refusal.Members("claim that depends on a constant", "PRX0310",
            """
                [[|Lipschitz(Max = 3)|]]
                public static double F([Domain(0, 1)] double x, [Constant] double rate) => x * rate;
            """),
        Refusal.Members("claim about a jump", "PRX0310",
            """
                [Lipschitz, [|Monotone(nameof(x), Direction.Increasing)|]]
                public static double F([Domain(0, 1)] double x) => Math.Atan2(0.3 - x, -1);
            """),
        Refusal.Members("claim about what has no bounds", "PRX0310",
            """
                [Lipschitz(Max = 3)]
                public static double F([Domain(0, 1)] double x)
                {
                    [|while (x > 0.5)
                    {
                        x = 0.5 * x;
                    }|]
                    return x;
                }
            """),
        Refusal.Members("claim without a domain", "PRX0311",
            """
                [Gradient, Monotone(nameof(x), Direction.Increasing)]
                public static double F([Domain(0, 1)] double x, double [|y|]) => x * y;
            """),
        Refusal.Members("claim about no variable", "PRX0009",
            """
                [Monotone("z", Direction.Increasing)]
                public static double [|F|]([Domain(0, 1)] double x, [Constant] double z) => x * z;
            """),
        Refusal.Members("domain from the larger end", "PRX0017",
            """
                [Gradient]
                public static double F([[|Domain(1, -1)|]] double x) => x * x;
            """),
        Refusal.Members("domain of no number", "PRX0017",
            """
                [Lipschitz]
                public static double F([[|Domain(0, double.NaN)|]] double x) => x * x;
            """),
        Refusal.Members("constant with the name of a member", "PRX0005",
            """
                public static int FLipschitzConstant() => 3;

                [Lipschitz]
                public static double [|F|](double x) => x * x;
            """),
        Refusal.Members("direction of several results", "PRX0013",
            """
                [Monotone(nameof(x), Direction.Increasing)]
                public static void [|F|]([Domain(0, 1)] double x, [Result] Span<double> y)
                {
                    y[0] = x;
                }
            """),
        Refusal.Members("bounds of several results", "PRX0013",
            """
                [Lipschitz]
                public static void [|F|](double x, [Result] Span<double> y)
                {
                    y[0] = x;
                }
            """),
    ];
}
