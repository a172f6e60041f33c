namespace GeneratorTests;

/// <content>What is asked of tables wrongly, and models that have none.</content>
internal static partial class Refusals
{
    private static Refusal[] Tables =>
    [
        Refusal.Members("a table without an error", "PRX0402",
            """
                [Tabulate(-1, 1)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("a table with two errors", "PRX0402",
            """
                [Tabulate(-1, 1, MaxError = 1e-3, RelativeError = 1e-3)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("a table with an error that is no number", "PRX0402",
            """
                [Tabulate(-1, 1, MaxError = double.NaN)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("a table of two variables", "PRX0402",
            """
                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x, double y) => Math.Exp(x * y);
            """),
        Refusal.Members("a table on an unbounded interval", "PRX0402",
            """
                [Tabulate(0, double.PositiveInfinity, MaxError = 1e-3)]
                public static double [|F|](double x) => Math.Exp(-x);
            """),
        Refusal.Members("a table with curvatures that meet", "PRX0402",
            """
                [Tabulate(-1, 1, MaxError = 1e-3, Continuity = 2)]
                public static double [|F|](double x) => Math.Exp(x);
            """),
        Refusal.Members("a table where the model is not defined", "PRX0420",
            """
                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => Math.Log(x);
            """),
        Refusal.Members("a table of a pole", "PRX0420",
            """
                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => 1 / (x - 0.3);
            """),
        Refusal.Members("a table with relative errors of zero", "PRX0420",
            """
                [Tabulate(-0.9, 1, RelativeError = 1e-3)]
                public static double [|F|](double x) => Math.Sin(x);
            """),
        Refusal.Members("a table that no float can hold", "PRX0420",
            """
                [Tabulate(-1, 1, MaxError = 1e-9)]
                public static float [|F|](float x) => MathF.Exp(x);
            """),
        Refusal.Members("a table with too many pieces", "PRX0420",
            """
                [Tabulate(0, 10000, MaxError = 1e-12)]
                public static double [|F|](double x) => Math.Sin(x);
            """),
        Refusal.Members("a table of what takes too long", "PRX0420",
            """
                [Tabulate(0, 1, MaxError = 1e-3)]
                public static double [|F|](double x)
                {
                    double sum = 0;
                    for (int i = 0; i < 1000000; i++)
                    {
                        sum += x / (i + 1);
                    }
                    return sum;
                }
            """),
        Refusal.Members("a table of what a field holds", "PRX0420",
            """
                private static double s_rate = 0.5;

                [Tabulate(0, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => Math.Exp(-s_rate * x);
            """),
        Refusal.Members("a table of a jump", "PRX0421",
            """
                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => x > 0.3 ? 1 + x : x;
            """),
        Refusal.Members("a table of a jump and back between two samples", "PRX0421",
            """
                [Tabulate(0, 1, MaxError = 1e-6)]
                public static double [|F|](double x) => x > 0.3 && x < 0.300001 ? 1 + x : x;
            """),
        Refusal.Members("a table of steps", "PRX0421",
            """
                [Tabulate(0, 2, MaxError = 1e-3)]
                public static float [|F|](float x) => MathF.Floor(3 * x);
            """),
        Refusal.Members("a table of several results", "PRX0013",
            """
                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static void [|F|](double x, [Result] Span<double> y)
                {
                    y[0] = x;
                }
            """),
        Refusal.Members("a table whose numbers have a member's name", "PRX0005",
            """
                private static readonly double FTabulatedKnots = 1;

                [Tabulate(-1, 1, MaxError = 1e-3)]
                public static double [|F|](double x) => x + FTabulatedKnots;
            """),
    ];
}
