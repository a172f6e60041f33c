namespace GeneratorTests;

/// <content>Derivative rules that do not fit, are missing or are several, and what a rule cannot cover.</content>
internal static partial class Refusals
{
    private const string Extern =
        """
            [DllImport("m")]
            private static extern double erf(double x);

            [Gradient]
            public static double F(double x) => erf(x) * x;

        """;

    private static Refusal[] Rules =>
    [
        Refusal.Members("rule without an output", "PRX0120", Extern +
            """
                [DerivativeOf(nameof(erf))]
                private static double [|ErfGradient|](double x) => x;
            """),
        Refusal.Members("rule that returns another type", "PRX0120", Extern +
            """
                [DerivativeOf(nameof(erf))]
                private static void [|ErfGradient|](double x, out double dX) => dX = x;
            """),
        Refusal.Members("rule of another parameter type", "PRX0120", Extern +
            """
                [DerivativeOf(nameof(erf))]
                private static double [|ErfGradient|](float x, out float dX) => dX = x;
            """),
        Refusal.Members("rule with an array for a span", "PRX0120",
            """
                [CustomGradient(nameof(SumGradient))]
                private static double Sum(ReadOnlySpan<double> x) => x[0];

                private static double [|SumGradient|](ReadOnlySpan<double> x, double[] dX) => x[0];

                [Gradient]
                public static double F(ReadOnlySpan<double> x) => Sum(x);
            """),
        Refusal.Members("rule of a method that does not exist", "PRX0121",
            """
                [CustomGradient("Missing")]
                private static double Square(double x) => x * x;

                [Gradient]
                public static double F(double x) => Square(x);
            """.Replace("CustomGradient(\"Missing\")", "[|CustomGradient(\"Missing\")|]", System.StringComparison.Ordinal)),
        Refusal.Members("two rules", "PRX0122", Extern +
            """
                [DerivativeOf(nameof(erf))]
                private static double First(double x, out double dX) => dX = x;

                [DerivativeOf(nameof(erf))]
                private static double [|Second|](double x, out double dX) => dX = x;
            """),
        Refusal.Members("two kinds of rules", "PRX0122",
            """
                [CustomGradient(nameof(First))]
                private static double Square(double x) => x * x;

                private static double First(double x, out double dX) => dX = x;

                [DerivativeOf(nameof(Square))]
                private static double [|Second|](double x, out double dX) => dX = x;

                [Gradient]
                public static double F(double x) => Square(x);
            """),
        Refusal.Members("variable that a rule holds constant", "PRX0210",
            """
                [DllImport("m")]
                private static extern double jn(double order, double x);

                [DerivativeOf(nameof(jn))]
                private static double BesselGradient([Constant] double order, double x, out double dX) => dX = order * x;

                [Gradient]
                public static double F(double x)
                {
                    double y = x * x;
                    [|y += jn(x, y);|]
                    return y;
                }
            """),
        Refusal.Members("variable array that a rule holds constant", "PRX0100",
            """
                [CustomGradient(nameof(DotGradient))]
                private static double Dot(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> y) => x[0] * y[0];

                private static double DotGradient(ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> y, Span<double> dX) => dX[0] = y[0];

                [Gradient]
                public static double F(ReadOnlySpan<double> x) => [|Dot(x, x)|];
            """),
        Refusal.Members("rule of a method that writes its argument", "PRX0100",
            """
                [CustomGradient(nameof(FirstGradient))]
                private static double First(double[] x) => x[0] = 1;

                private static double FirstGradient(double[] x, Span<double> dX) => dX[0] = 1;

                [Gradient]
                public static double F(double x)
                {
                    double[] copy = [x, x];
                    return [|First(copy)|] + copy[0];
                }
            """),
        Refusal.Members("rule of a method of a computed struct", "PRX0100",
            """
                private readonly struct Line(double slope)
                {
                    [CustomGradient(nameof(AtGradient))]
                    public double At(double x) => slope * x;

                    public static double AtGradient(double x, out double dX) => dX = x;
                }

                [Gradient]
                public static double F(double x) => [|new Line(x).At(x)|];
            """),
        Refusal.Members("array of a method without source that takes arrays", "PRX0100",
            """
                [DllImport("m")]
                private static extern double norm(double[] x);

                [DerivativeOf(nameof(norm))]
                private static double NormGradient(double[] x, Span<double> dX) => dX[0] = x[0];

                [Gradient]
                public static double F(double[] x) => [|norm(x)|];
            """),
    ];
}
