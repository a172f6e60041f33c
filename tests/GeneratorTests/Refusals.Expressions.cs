namespace GeneratorTests;

/// <content>Expressions that are not lowered.</content>
internal static partial class Refusals
{
    private static Refusal[] Expressions =>
    [
        Refusal.Members("dynamic", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    dynamic d = [|x|];
                    return d * d;
                }
            """),
        Refusal.Members("pointer", "PRX0100",
            """
                [Gradient]
                public static unsafe double F(double x)
                {
                    double* p = [|&x|];
                    return *p * *p;
                }
            """),
        Refusal.Members("string", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    string label = [|"abc"|];
                    return x * label.Length;
                }
            """),
        Refusal.Members("interpolated string", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    string label = [|$"{x}"|];
                    return x * label.Length;
                }
            """),
        Refusal.Members("object", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    object boxed = [|x|];
                    return x * (double)boxed;
                }
            """),
        Refusal.Members("params object array", "PRX0100",
            """
                private static double Count(params object[] parts) => parts.Length;

                [Gradient]
                public static double F(double x) => x * Count([|x|], 2);
            """),
        Refusal.Members("type pattern", "PRX0100",
            """
                [Gradient]
                public static double F(double x, object scale) => scale is [|double s|] ? x * s : x;
            """),
        Refusal.Members("nullable local", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double? y = [|x|];
                    return x * y.Value;
                }
            """),
        Refusal.Members("coalescing", "PRX0100",
            """
                [Gradient]
                public static double F(double x, [Constant] double? scale) => x * ([|scale ?? 2|]);
            """),
        Refusal.Members("conditional access", "PRX0100",
            """
                public static event Action<double>? Changed;

                [Gradient]
                public static double F(double x)
                {
                    [|Changed?.Invoke(x)|];
                    return x * x;
                }
            """),
        Refusal.Members("subscribing to an event", "PRX0100",
            """
                public static event Action<double>? Changed;

                private static void Handle(double x)
                {
                }

                private static void Raise() => Changed?.Invoke(0);

                [Gradient]
                public static double F(double x)
                {
                    [|Changed += Handle|];
                    return x * x;
                }
            """),
        Refusal.Members("query expression", "PRX0100",
            """
                [Gradient]
                public static double F(double[] x) => ([|from z in x select z * z|]).Sum();
            """),
        Refusal.Members("jagged rows of different lengths", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double[][] rows = [|new double[3][]|];
                    for (int i = 0; i < 3; i++)
                    {
                        rows[i] = new double[i + 1];
                        rows[i][i] = x;
                    }
                    return rows[1][1] * rows[2][2];
                }
            """),
        Refusal.Members("anonymous object", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    var pair = [|new { Left = x, Right = x * x }|];
                    return pair.Left * pair.Right;
                }
            """),
        Refusal.File("class allocation", "PRX0100",
            """
            public sealed class Cell
            {
                public double Value;
            }

            public static partial class Bad
            {
                [Gradient]
                public static double F(double x)
                {
                    Cell cell = [|new Cell()|];
                    cell.Value = x;
                    return cell.Value * x;
                }
            }
            """),
        Refusal.Members("list of active values", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    List<double> values = [|new List<double>()|];
                    values.Add(x);
                    return values[0] * x;
                }
            """),
        Refusal.Members("random numbers", "PRX0100",
            """
                [Gradient]
                public static double F(double x) => x * [|new Random(1)|].NextDouble();
            """),
        Refusal.Members("ref return", "PRX0100",
            """
                private static ref double First(double[] a) => ref a[0];

                [Gradient]
                public static double F(double x)
                {
                    double[] a = [x, 1];
                    [|First(a)|] = x * x;
                    return a[0];
                }
            """),
        Refusal.File("virtual call", "PRX0100",
            """
            public partial class Bad
            {
                protected virtual double Link(double x) => x;

                [Gradient]
                public double F(double x) => [|Link(x)|] * x;
            }
            """),
        Refusal.File("interface call", "PRX0100",
            """
            public interface ICurve
            {
                double At(double x);
            }

            public static partial class Bad
            {
                [Gradient]
                public static double F(double x, ICurve curve) => [|curve.At(x)|] * x;
            }
            """),
        Refusal.File("delegate field", "PRX0100",
            """
            public sealed partial class Bad(Func<double, double> link)
            {
                private readonly Func<double, double> _link = link;

                [Gradient]
                public double F(double x) => [|_link(x)|] * x;
            }
            """),
        Refusal.Members("delegate parameter", "PRX0100",
            """
                [Gradient]
                public static double F(double x, Func<double, double> link) => [|link(x)|] * x;
            """),
        Refusal.Members("escaping lambda", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    Lazy<double> later = [|new Lazy<double>(() => x * x)|];
                    return later.Value;
                }
            """),
        Refusal.Members("asynchronous helper", "PRX0100",
            """
                private static async Task<double> Later(double x)
                {
                    await Task.Yield();
                    return x;
                }

                [Gradient]
                public static double F(double x) => x * [|Later(x)|].Result;
            """),
    ];
}
