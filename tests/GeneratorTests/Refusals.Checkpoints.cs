namespace GeneratorTests;

/// <content>Loops that cannot be divided into segments.</content>
internal static partial class Refusals
{
    private static Refusal[] Checkpoints =>
    [
        Refusal.Members("checkpoint of a while loop", "PRX0206",
            """
                [Gradient, Checkpoint]
                public static double F(double x)
                {
                    [|while (x > 1)
                    {
                        x = Math.Sqrt(x);
                    }|]
                    return x;
                }
            """),
        Refusal.Members("checkpoint of a do loop in a helper", "PRX0206",
            """
                [Gradient]
                public static double F(double x, int n)
                {
                    for (int i = 0; i < n; i++)
                    {
                        x = Settle(x);
                    }
                    return x;
                }

                [Checkpoint]
                private static double Settle(double x)
                {
                    [|do
                    {
                        x = Math.Sqrt(x);
                    }
                    while (x > 1);|]
                    return x;
                }
            """),
    ];
}
