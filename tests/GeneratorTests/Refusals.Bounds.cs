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
