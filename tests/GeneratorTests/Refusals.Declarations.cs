namespace GeneratorTests;

/// <content>How a model is declared.</content>
internal static partial class Refusals
{
    private static Refusal[] Declarations =>
    [
        Refusal.File("containing type is not partial", "PRX0001",
            """
            public static class [|Bad|]
            {
                [Gradient]
                public static double F(double x) => x * x;
            }
            """),
        Refusal.File("outer type is not partial", "PRX0001",
            """
            public static class [|Outer|]
            {
                public static partial class Bad
                {
                    [Gradient]
                    public static double F(double x) => x * x;
                }
            }
            """),
        Refusal.Members("generic method", "PRX0002",
            """
                [Gradient]
                public static double [|F|]<T>(double x, T tag) => x * x;
            """),
        Refusal.Members("integer result", "PRX0003",
            """
                [Gradient]
                public static int [|F|](double x, int n) => n;
            """),
        Refusal.Members("array result", "PRX0003",
            """
                [Gradient]
                public static double[] [|F|](double x) => [x, x * x];
            """),
        Refusal.Members("no result", "PRX0003",
            """
                [Gradient]
                public static void [|F|](double x)
                {
                }
            """),
        Refusal.Members("no variable among the parameters", "PRX0004",
            """
                [Gradient]
                public static double [|F|](int n, bool flag) => flag ? n : 2.0 * n;
            """),
        Refusal.Members("every parameter is constant", "PRX0004",
            """
                [Gradient]
                public static double [|F|]([Constant] double x) => x * x;
            """),
        Refusal.Members("companion's name is taken", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double x) => x * x;

                public static double FGradient(double x, out double dX)
                {
                    dX = 0;
                    return x;
                }
            """),
        Refusal.Members("two parameters share an output name", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double x, double X) => x * X;
            """),
        Refusal.Members("parameter is called like an output", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double x, double dX) => x * dX;
            """),
        Refusal.Members("model struct's name is taken", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double x) => x * x;

                public struct FModel;
            """),
        Refusal.Members("overloads share a model struct", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double x) => x * x;

                [Gradient]
                public static double [|F|](double x, double y) => x * y;
            """),
        Refusal.Members("ref parameter", "PRX0006",
            """
                [Gradient]
                public static double F(ref double [|x|]) => x * x;
            """),
        Refusal.Members("out parameter", "PRX0006",
            """
                [Gradient]
                public static double F(double x, out double [|y|]) => y = x * x;
            """),
        Refusal.File("abstract model", "PRX0007",
            """
            public abstract partial class Bad
            {
                [Gradient]
                public abstract double [|F|](double x);
            }
            """),
        Refusal.Members("asynchronous model", "PRX0007",
            """
                [Gradient]
                public static async Task<double> [|F|](double x)
                {
                    await Task.Yield();
                    return x * x;
                }
            """),
        Refusal.Members("iterator", "PRX0007",
            """
                [Gradient]
                public static IEnumerable<double> [|F|](double x)
                {
                    yield return x;
                }
            """),
        Refusal.Members("extern model", "PRX0007",
            """
                [Gradient, DllImport("m")]
                public static extern double [|F|](double x);
            """),
        Refusal.Members("unknown name in WithRespectTo", "PRX0009",
            """
                [Gradient(WithRespectTo = ["z"])]
                public static double [|F|](double x, double y) => x * y;
            """),
        Refusal.Members("batch of a matrix", "PRX0010",
            """
                [Gradient, Batch]
                public static double F(double[,] [|a|]) => a[0, 0] + a[1, 1];
            """),
    ];
}
