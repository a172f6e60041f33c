namespace GeneratorTests;

/// <content>Numbers that are not lowered.</content>
internal static partial class Refusals
{
    private static Refusal[] Types =>
    [
        Refusal.Members("decimal literal", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    decimal rate = [|1.5m|];
                    return x * (double)rate;
                }
            """),
        Refusal.Members("conversion to decimal", "PRX0100",
            """
                [Gradient]
                public static double F(double x) => (double)([|(decimal)x|] * 2);
            """),
    ];
}
