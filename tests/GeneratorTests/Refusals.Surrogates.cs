namespace GeneratorTests;

// Explanations.
internal static partial class Refusals
{
    private static Refusal[] Surrogates =>
    [
        Refusal.Members("explanation of several results", "PRX0013",
            """
                [Surrogate]
                public static void [|F|](double x, [Result] Span<double> y)
                {
                    y[0] = x;
                }
            """),
        Refusal.Members("discrete input beside bounds", "PRX0019",
            """
                [Lipschitz, Surrogate]
                public static double F(double x, bool [|isLate|]) => isLate ? 2 * x : x;
            """),
        Refusal.Members("discrete input beside second derivatives", "PRX0019",
            """
                [Hessian, Surrogate]
                public static double F(double x, int [|count|]) => count * x * x;
            """),
        Refusal.Members("integrated gradients of a tree", "PRX0211",
            """
                [Surrogate(Method = SurrogateMethod.IntegratedGradients)]
                public static double [|F|](double x, double y) => x < 1 ? (y < 2 ? 0.1 : 0.3) : 0.7;
            """),
        Refusal.Members("baseline with the name of a parameter", "PRX0005",
            """
                [Surrogate]
                public static double [|F|](double x, double bX) => x * bX;
            """),
        Refusal.Members("explanation with the name of a method", "PRX0005",
            """
                public static double FSurrogate(double x, double b, out double d, out double baseValue) { d = x; baseValue = b; return x; }

                [Surrogate]
                public static double [|F|](double x) => x * x;
            """),
    ];
}
