namespace GeneratorTests;

/// <content>Writes to what is held constant, and references that meet.</content>
internal static partial class Refusals
{
    private static Refusal[] Writes =>
    [
        Refusal.Members("writing a constant array", "PRX0106",
            """
                [Gradient]
                public static double F(double x, [Constant] double[] weights)
                {
                    [|weights[0]|] = x;
                    return weights[0] * x;
                }
            """),
        Refusal.Members("adding into a constant array", "PRX0106",
            """
                [Gradient]
                public static double F(double x, [Constant] double[] weights)
                {
                    [|weights[0]|] += x;
                    return weights[0] * x;
                }
            """),
        Refusal.Members("writing a table", "PRX0106",
            """
                private static readonly double[] Table = [1, 2, 3];

                [Gradient]
                public static double F(double x)
                {
                    [|Table[1]|] = x;
                    return Table[1] * x;
                }
            """),
        Refusal.Members("writing a constant array in a helper", "PRX0106",
            """
                private static void Fill(double[] target, double value) => [|target[0]|] = value;

                [Gradient]
                public static double F(double x, [Constant] double[] weights)
                {
                    Fill(weights, x);
                    return weights[0] * x;
                }
            """),
        Refusal.Members("writing a static field", "PRX0106",
            """
                public static double Total;

                [Gradient]
                public static double F(double x)
                {
                    [|Total|] = x;
                    return x * x;
                }
            """),
        Refusal.Members("adding to a static field", "PRX0106",
            """
                public static double Total;

                [Gradient]
                public static double F(double x)
                {
                    [|Total|] += x;
                    return Total * x;
                }
            """),
        Refusal.File("counting calls in a field", "PRX0106",
            """
            public sealed partial class Bad
            {
                private int _calls;

                public int Calls => _calls;

                [Gradient]
                public double F(double x)
                {
                    [|_calls|]++;
                    return x * x;
                }
            }
            """),
        Refusal.File("writing a property of the owner", "PRX0106",
            """
            public sealed partial class Bad
            {
                public double Last { get; set; }

                [Gradient]
                public double F(double x)
                {
                    [|Last|] = x;
                    return Last * x;
                }
            }
            """),
        Refusal.File("property with a side effect", "PRX0106",
            """
            public sealed partial class Bad
            {
                private int _reads;

                public double Rate
                {
                    get
                    {
                        [|_reads|]++;
                        return 0.5 * _reads;
                    }
                }

                [Gradient]
                public double F(double x) => Rate * x * x;
            }
            """),
        Refusal.File("writing a captured parameter", "PRX0106",
            """
            public sealed partial class Bad(double scale)
            {
                [Gradient]
                public double F(double x)
                {
                    [|scale|] = x;
                    return scale * x;
                }
            }
            """),
        Refusal.Members("passing a static field by reference", "PRX0106",
            """
                public static double Total;

                private static void Double(ref double value) => value *= 2;

                [Gradient]
                public static double F(double x)
                {
                    Double(ref [|Total|]);
                    return x * x;
                }
            """),
        Refusal.Members("one local by reference twice", "PRX0105",
            """
                private static void Rotate(ref double a, ref double b)
                {
                    a *= 2;
                    b += a;
                }

                [Gradient]
                public static double F(double x)
                {
                    double y = x * x;
                    Rotate(ref y, [|ref y|]);
                    return y;
                }
            """),
        Refusal.Members("elements that may be one by reference", "PRX0105",
            """
                private static void Rotate(ref double a, ref double b)
                {
                    a *= 2;
                    b += a;
                }

                [Gradient]
                public static double F(double x, int i, int j)
                {
                    double[] y = [x, x * x, 1];
                    Rotate(ref y[i], [|ref y[j]|]);
                    return y[0] + y[1];
                }
            """),
    ];
}
