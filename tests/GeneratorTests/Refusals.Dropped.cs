namespace GeneratorTests;

/// <content>Derivatives that would be dropped into an integer.</content>
internal static partial class Refusals
{
    private static Refusal[] Dropped =>
    [
        Refusal.Members("cast of a variable to an integer", "PRX0202",
            """
                [Gradient]
                public static double F(double x)
                {
                    int n = [|(int)x|];
                    return n * x;
                }
            """),
        Refusal.Members("checked cast of a variable to an integer", "PRX0202",
            """
                [Gradient]
                public static double F(double x)
                {
                    long n = checked([|(long)(x * x)|]);
                    return n * x;
                }
            """),
        Refusal.Members("index made of a variable", "PRX0202",
            """
                private static readonly double[] Table = [1, 2, 3];

                [Gradient]
                public static double F(double x) => Table[[|(int)x|]] * x;
            """),
    ];
}
