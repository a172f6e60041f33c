namespace GeneratorTests;

/// <content>What is asked of approximations wrongly, and models that have none.</content>
internal static partial class Refusals
{
    private static Refusal[] Approximations =>
    [
        Refusal.Members("an approximation without an error", "PRX0402",
            """
                [Approximate(-1, 1)]
                public static float [|F|](float x) => MathF.Exp(x);
            """),
        Refusal.Members("an approximation with two errors", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-3, Ulps = 4)]
                public static float [|F|](float x) => MathF.Exp(x);
            """),
        Refusal.Members("an approximation of two variables", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x, double y) => Math.Exp(x * y);
            """),
        Refusal.Members("an approximation of two variables, one without a domain", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F([Domain(-1, 1)] double x, double [|y|]) => Math.Exp(x * y);
            """),
        Refusal.Members("an approximation without an interval", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F(double [|x|]) => Math.Exp(x);
            """),
        Refusal.Members("an approximation on an infinite domain", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F([Domain(-1, 1)] double x, [Domain(0, double.PositiveInfinity)] double [|y|]) => Math.Exp(x - y);
            """),
        Refusal.Members("an approximation with a whole number", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F([Domain(-1, 1)] double x, int [|n|]) => Math.Exp(x * n);
            """),
        Refusal.Members("an approximation with a constant", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] double y, [Constant] double [|a|]) => Math.Exp(x * y * a);
            """),
        Refusal.Members("an approximation of a float and a double", "PRX0405",
            """
                [Approximate(MaxError = 1e-3)]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] float [|y|]) => Math.Exp(x * y);
            """),
        Refusal.Members("an approximation of four variables", "PRX0406",
            """
                [[|Approximate(MaxError = 1e-3)|]]
                public static double F([Domain(0, 1)] double a, [Domain(0, 1)] double b, [Domain(0, 1)] double c, [Domain(0, 1)] double d) => Math.Exp(a * b) / (1 + c * d);
            """),
        Refusal.Members("an approximation of a span", "PRX0406",
            """
                [[|Approximate(MaxError = 1e-3)|]]
                public static double F([Domain(0, 1)] ReadOnlySpan<double> a) => Math.Exp(a[0] * a[1]);
            """),
        Refusal.Members("a derivative of two variables", "PRX0407",
            """
                [Approximate(MaxError = 1e-3, [|Derivative = true|])]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Exp(x * y);
            """),
        Refusal.Members("pieces of two variables", "PRX0407",
            """
                [Approximate(MaxError = 1e-3, [|Segments = 4|])]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Exp(x * y);
            """),
        Refusal.Members("exact arguments of two variables", "PRX0407",
            """
                [Approximate(MaxError = 1e-3, [|Exact = new[] { 0.0 }|])]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Exp(x * y);
            """),
        Refusal.Members("one result of two variables soon", "PRX0407",
            """
                [Approximate(MaxError = 1e-3, [|Latency = true|])]
                public static double F([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Exp(x * y);
            """),
        Refusal.Members("an approximation of two variables without an error", "PRX0402",
            """
                [Approximate]
                public static double [|F|]([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Exp(x * y);
            """),
        Refusal.Members("a share of a value that is zero on a line", "PRX0403",
            """
                [Approximate(RelativeError = 1e-3)]
                public static double [|F|]([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => x * Math.Exp(y);
            """),
        Refusal.Members("an approximation of a ridge", "PRX0403",
            """
                [Approximate(MaxError = 1e-3)]
                public static double [|F|]([Domain(-1, 1)] double x, [Domain(-1, 1)] double y) => Math.Max(x, y * y);
            """),
        Refusal.Members("an approximation beside a pole", "PRX0403",
            """
                [Approximate(MaxError = 1e-3)]
                public static double [|F|]([Domain(0, 1)] double x, [Domain(0, 1)] double y) => Math.Log(x + y);
            """),
        Refusal.Members("a variable that does not matter", "PRX0403",
            """
                [Approximate(MaxError = 1e-3)]
                public static double [|F|]([Domain(0, 1)] double x, [Domain(0, 1)] double y) => Math.Exp(x) + (y - y);
            """),
        Refusal.Members("an approximation of two variables that no float can hold", "PRX0403",
            """
                [Approximate(MaxError = 1e-9)]
                public static float [|F|]([Domain(0, 1)] float x, [Domain(0, 1)] float y) => MathF.Exp(x * y);
            """),
        Refusal.Members("an approximation on an empty interval", "PRX0402",
            """
                [Approximate(1, -1, MaxError = 1e-3)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("an approximation in too many pieces", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-3, Segments = 17)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("an exact argument outside of the interval", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-3, Exact = new[] { 2.0 })]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("an exact argument that is not a float", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-3, Exact = new[] { 0.1 })]
                public static float [|F|](float x) => MathF.Exp(x);
            """),
        Refusal.Members("two exact arguments in one piece", "PRX0403",
            """
                [Approximate(-1, 1, MaxError = 1e-3, Exact = new[] { 0.3, 0.30001 })]
                public static double [|F|](double x) => Math.Cbrt(x + 3);
            """),
        Refusal.Members("a derivative beside a kink between numbers", "PRX0403",
            """
                [Approximate(-1, 1, MaxError = 0.05, Derivative = true)]
                public static double [|F|](double x) => Math.Abs(x * x - 0.3);
            """),
        Refusal.Members("a derivative that is to be another", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-6, Derivative = true)]
                public static double [|F|](double x) => x * Math.Exp(Derivative.Detach(x));
            """),
        Refusal.Members("a derivative of one's own beside the value's", "PRX0402",
            """
                [Approximate(-1, 1, MaxError = 1e-6, Derivative = true)]
                public static double [|F|](double x) => x * Soft(x);

                private static double Soft(double x) => Math.Exp(x);

                [DerivativeOf(nameof(Soft))]
                private static double SoftGradient(double x, out double dX) => dX = Math.Exp(x);
            """),
        Refusal.Members("an approximation where the model is not defined", "PRX0403",
            """
                [Approximate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => Math.Log(x);
            """),
        Refusal.Members("an approximation of a jump", "PRX0403",
            """
                [Approximate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => x > 0.3 ? 1 + x : x;
            """),
        Refusal.Members("an approximation that no float can hold", "PRX0403",
            """
                [Approximate(-1, 1, RelativeError = 1e-9)]
                public static float [|F|](float x) => MathF.Exp(x);
            """),
        Refusal.Members("an approximation of several results", "PRX0013",
            """
                [Approximate(-1, 1, MaxError = 1e-3)]
                public static void [|F|](double x, [Result] Span<double> y)
                {
                    y[0] = x;
                }
            """),
    ];
}
