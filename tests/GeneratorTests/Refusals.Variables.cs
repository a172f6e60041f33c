namespace GeneratorTests;

/// <content>What can be a variable.</content>
internal static partial class Refusals
{
    private static Refusal[] Variables =>
    [
        Refusal.Members("jagged array variable", "PRX0008",
            """
                [Gradient]
                public static double F(double[][] [|x|]) => x[0][0] * x[1][0];
            """),
        Refusal.File("ref struct variable", "PRX0008",
            """
            public ref struct Window
            {
                public double Low;
                public double High;
            }

            public static partial class Bad
            {
                [Gradient]
                public static double F(Window [|window|]) => window.High - window.Low;
            }
            """),
        Refusal.File("struct variable with state that cannot be set", "PRX0101",
            """
            public struct Sealed
            {
                private double _value;

                public double Value => _value;

                public void Set(double value) => _value = value;
            }

            public static partial class Bad
            {
                [Gradient]
                public static double F(Sealed [|s|]) => s.Value * s.Value;
            }
            """),
        Refusal.Members("result independent of a variable", "PRX0201",
            """
                [Gradient]
                public static double F(double x, double [|y|]) => x * x;
            """),
        Refusal.Members("result independent of an array", "PRX0201",
            """
                [Gradient]
                public static double F(double x, ReadOnlySpan<double> [|y|]) => x * y.Length;
            """),
    ];
}
