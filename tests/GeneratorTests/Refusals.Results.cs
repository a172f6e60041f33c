namespace GeneratorTests;

/// <content>Results of several numbers.</content>
internal static partial class Refusals
{
    private static Refusal[] Results =>
    [
        Refusal.Members("result in an array", "PRX0011",
            """
                [Jacobian]
                public static void F(double x, [Result] double[] [|y|]) => y[0] = x;
            """),
        Refusal.Members("result in a read-only span", "PRX0011",
            """
                [Jacobian]
                public static double F(double x, [Result] ReadOnlySpan<double> [|y|]) => x + y[0];
            """),
        Refusal.Members("result in a span of integers", "PRX0011",
            """
                [Jacobian]
                public static void F(double x, [Result] Span<int> [|y|]) => y[0] = (int)x;
            """),
        Refusal.Members("result in a number", "PRX0011",
            """
                [Adjoint]
                public static double F(double x, [Result] double [|y|]) => x + y;
            """),
        Refusal.Members("result in a span of structs", "PRX0011",
            """
                [Tangent]
                public static void F(double x, [Result] Span<(double, double)> [|y|]) => y[0] = (x, x);
            """),
        Refusal.Members("result by reference", "PRX0006",
            """
                [Tangent]
                public static void F(double x, [Result] ref Span<double> [|y|]) => y[0] = x;
            """),
        Refusal.Members("nothing returned or written", "PRX0003",
            """
                [Jacobian]
                public static void [|F|](double x, Span<double> y) => y[0] = x;
            """),
        Refusal.Members("returned tuple with an integer", "PRX0003",
            """
                [Jacobian]
                public static (double, int) [|F|](double x) => (x, 1);
            """),
        Refusal.File("returned struct with a flag inside", "PRX0003",
            """
            public struct Inner
            {
                public double X;
                public bool IsValid;
            }

            public static partial class Bad
            {
                [Jacobian]
                public static (double, Inner) [|F|](double x) => (x, new Inner { X = x });
            }
            """),
        Refusal.File("returned struct with a private part", "PRX0003",
            """
            public struct Closed
            {
                private double _x;

                public Closed(double x) => _x = x;

                public double Twice => 2 * _x;
            }

            public static partial class Bad
            {
                [Jacobian]
                public static Closed [|F|](double x) => new(x);
            }
            """),
        Refusal.File("returned struct that cannot be made again", "PRX0101",
            """
            public readonly struct Polar
            {
                public readonly double Radius;
                public readonly double Angle;

                public Polar(double x) => (Radius, Angle) = (x, 2 * x);
            }

            public static partial class Bad
            {
                [Jacobian]
                public static Polar [|F|](double x) => new(x);
            }
            """),
        Refusal.File("returned empty struct", "PRX0003",
            """
            public struct Nothing;

            public static partial class Bad
            {
                [Jacobian]
                public static Nothing [|F|](double x) => default;
            }
            """),
        Refusal.Members("returned tuple of float and double", "PRX0012",
            """
                [Jacobian]
                public static (double, float) [|F|](double x) => (x, (float)x);
            """),
        Refusal.Members("returned double and written floats", "PRX0012",
            """
                [Jacobian]
                public static double [|F|](double x, [Result] Span<float> y)
                {
                    y[0] = (float)x;
                    return x;
                }
            """),
        Refusal.Members("gradient of a tuple", "PRX0013",
            """
                [Gradient]
                public static (double, double) [|F|](double x) => (x, x * x);
            """),
        Refusal.Members("gradient of a written result", "PRX0013",
            """
                [Gradient, Jacobian]
                public static void [|F|](double x, [Result] Span<double> y) => y[0] = x;
            """),
        Refusal.Members("Hessian of a number beside a written result", "PRX0013",
            """
                [Hessian]
                public static double [|F|](double x, [Result] Span<double> y)
                {
                    y[0] = x;
                    return x * x;
                }
            """),
        Refusal.Members("Taylor expansion of a vector", "PRX0013",
            """
                [Taylor(2)]
                public static System.Numerics.Vector2 [|F|](float x) => new(x, x * x);
            """),
        Refusal.Members("batch of a tuple", "PRX0014",
            """
                [Jacobian, Batch]
                public static (double, double) [|F|](double x) => (x, x * x);
            """),
        Refusal.Members("batch of a written result", "PRX0014",
            """
                [Tangent, Batch]
                public static void [|F|](double x, [Result] Span<double> y) => y[0] = x;
            """),
        Refusal.Members("Hessian of both real types", "PRX0016",
            """
                [Hessian]
                public static double [|F|](float a, double b) => a * b;
            """),
        Refusal.Members("Jacobian of both real types", "PRX0016",
            """
                [Jacobian]
                public static void [|F|](ReadOnlySpan<float> x, [Result] Span<double> y) => y[0] = x[0];
            """),
        Refusal.Members("Hessian of a field of another type", "PRX0016",
            """
                private static readonly float[] s_weights = [1, 2];

                [Hessian(WithRespectTo = [nameof(x), nameof(s_weights)])]
                public static double [|F|](double x) => x * s_weights[0];
            """),
        Refusal.Members("Taylor expansion of order zero", "PRX0015",
            """
                [[|Taylor(0)|]]
                public static double F(double x) => x * x;
            """),
        Refusal.Members("Taylor expansion of order nine", "PRX0015",
            """
                [Gradient, [|Taylor(9)|]]
                public static double F(double x) => x * x;
            """),
        Refusal.Members("result named in WithRespectTo", "PRX0009",
            """
                [Jacobian(WithRespectTo = ["x", "y"])]
                public static void [|F|](double x, [Result] Span<double> y) => y[0] = x;
            """),
        Refusal.Members("parameter is called like the tangent", "PRX0005",
            """
                [Tangent]
                public static double [|F|](double x, double tangent) => x * tangent;
            """),
        Refusal.Members("parameter is called like a tangent of another", "PRX0005",
            """
                [Tangent]
                public static double [|F|](double x, [Constant] double tX) => x * tX;
            """),
        Refusal.Members("parameter is called like the tangent of a result", "PRX0005",
            """
                [Tangent]
                public static void [|F|](double x, [Constant] double tY, [Result] Span<double> y) => y[0] = x * tY;
            """),
        Refusal.Members("parameter is called like the seed", "PRX0005",
            """
                [Adjoint]
                public static double [|F|](double x, int seed) => x * seed;
            """),
        Refusal.Members("parameter is called like the seed of a result", "PRX0005",
            """
                [Adjoint]
                public static void [|F|](double x, int seedY, [Result] Span<double> y) => y[0] = x * seedY;
            """),
        Refusal.Members("parameter is called like the Jacobian", "PRX0005",
            """
                [Jacobian]
                public static double [|F|](double x, double jacobian) => x * jacobian;
            """),
        Refusal.Members("parameter is called like the columns of the pattern", "PRX0005",
            """
                [Jacobian]
                public static double [|F|](double x, int columns) => x * columns;
            """),
        Refusal.Members("parameter is called like the Hessian", "PRX0005",
            """
                [Hessian]
                public static double [|F|](double x, double hessian) => x * hessian;
            """),
        Refusal.Members("parameter is called like a product with the Hessian", "PRX0005",
            """
                [Hessian]
                public static double [|F|](double x, double hX) => x * hX;
            """),
        Refusal.Members("parameter is called like the coefficients", "PRX0005",
            """
                [Taylor(3)]
                public static double [|F|](double x, double coefficients) => x * coefficients;
            """),
        Refusal.Members("Hessian product's name is taken", "PRX0005",
            """
                [Hessian]
                public static double [|F|](double x) => x * x;

                public static double FHessianProduct(double x, double v, out double h) => h = 2 * v;
            """),
        Refusal.Members("name of the Jacobian's pattern is taken", "PRX0005",
            """
                [Jacobian]
                public static double [|F|](double x) => x * x;

                public const int FJacobianPattern = 1;
            """),
        Refusal.Members("span form of a gradient is taken", "PRX0005",
            """
                [Gradient]
                public static double [|F|](double[] x) => x[0] * x[0];

                public static double FGradient(ReadOnlySpan<double> x, Span<double> dX) => dX[0] = x[0];
            """),
    ];
}
