namespace GeneratorTests;

/// <content>Statements that are not lowered.</content>
internal static partial class Refusals
{
    private static Refusal[] Statements =>
    [
        Refusal.Members("goto", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double s = x;
                    if (x > 1)
                    {
                        [|goto done;|]
                    }
                    s *= x;
                done:
                    return s;
                }
            """),
        Refusal.Members("try and catch", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double s;
                    [|try
                    {
                        s = Math.Log(x);
                    }
                    catch (ArithmeticException)
                    {
                        s = 0;
                    }|]
                    return s;
                }
            """),
        Refusal.Members("try and finally", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double s = x;
                    [|try
                    {
                        s *= x;
                    }
                    finally
                    {
                        s += 1;
                    }|]
                    return s;
                }
            """),
        Refusal.Members("lock", "PRX0100",
            """
                private static readonly object Gate = new();

                [Gradient]
                public static double F(double x)
                {
                    double s = x;
                    [|lock (Gate)
                    {
                        s *= x;
                    }|]
                    return s;
                }
            """),
        Refusal.Members("using statement", "PRX0100",
            """
                private static IDisposable? Open() => null;

                [Gradient]
                public static double F(double x)
                {
                    double s = x;
                    [|using (Open())
                    {
                        s *= x;
                    }|]
                    return s;
                }
            """),
        Refusal.Members("using declaration", "PRX0100",
            """
                private static IDisposable? Open() => null;

                [Gradient]
                public static double F(double x)
                {
                    [|using IDisposable? resource = Open();|]
                    return x * x;
                }
            """),
        Refusal.Members("fixed", "PRX0100",
            """
                [Gradient]
                public static unsafe double F(double[] x)
                {
                    double s = 0;
                    [|fixed (double* p = x)
                    {
                        s += *p;
                    }|]
                    return s;
                }
            """),
        Refusal.Members("ref local", "PRX0100",
            """
                [Gradient]
                public static double F(double x)
                {
                    double[] a = [x, 1];
                    ref double [|first = ref a[0]|];
                    first *= x;
                    return a[0];
                }
            """),
        Refusal.Members("foreach over an unknown collection", "PRX0100",
            """
                [Gradient]
                public static double F(double x, [Constant] IEnumerable<double> offsets)
                {
                    double s = 0;
                    foreach (double offset in [|offsets|])
                    {
                        s += (x - offset) * (x - offset);
                    }
                    return s;
                }
            """),
        Refusal.Members("throwing what is not a new exception", "PRX0100",
            """
                private static readonly Exception Prepared = new InvalidOperationException();

                [Gradient]
                public static double F(double x)
                {
                    if (x < 0)
                    {
                        [|throw Prepared;|]
                    }
                    return x * x;
                }
            """),
    ];
}
