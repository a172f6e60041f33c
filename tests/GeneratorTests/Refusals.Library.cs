namespace GeneratorTests;

/// <content>Methods of the base library beside those that have a rule.</content>
internal static partial class Refusals
{
    private static Refusal[] Library =>
    [
        Refusal.Members("tensor function without a rule", "PRX0103",
            """
                [Gradient]
                public static double F(ReadOnlySpan<double> x)
                {
                    double[] y = new double[x.Length];
                    [|System.Numerics.Tensors.TensorPrimitives.Clamp(x, 0.0, 1.0, y)|];
                    return y[0];
                }
            """),
        Refusal.Members("tensor function with an index as its value", "PRX0103",
            """
                [Gradient]
                public static double F(ReadOnlySpan<double> x) => x[[|System.Numerics.Tensors.TensorPrimitives.IndexOfMax(x)|]];
            """),
        Refusal.Members("tensor function of integers", "PRX0103",
            """
                [Gradient]
                public static double F(double x, ReadOnlySpan<int> n) => x * [|System.Numerics.Tensors.TensorPrimitives.Sum(n)|];
            """),
        Refusal.Members("tensor function that estimates", "PRX0103",
            """
                [Gradient]
                public static double F(ReadOnlySpan<double> x)
                {
                    double[] y = new double[x.Length];
                    [|System.Numerics.Tensors.TensorPrimitives.ReciprocalEstimate(x, y)|];
                    return y[0];
                }
            """),
        Refusal.Members("inverse of a matrix", "PRX0103",
            """
                [Gradient]
                public static float F(System.Numerics.Matrix4x4 m)
                {
                    [|System.Numerics.Matrix4x4.Invert(m, out System.Numerics.Matrix4x4 inverse)|];
                    return inverse.M11;
                }
            """),
        Refusal.Members("rotation about a centre", "PRX0103",
            """
                [Gradient]
                public static float F(float x, System.Numerics.Vector3 v) => [|System.Numerics.Matrix4x4.CreateRotationX(x, v)|].M42;
            """),
        Refusal.Members("spherical interpolation", "PRX0103",
            """
                [Gradient]
                public static float F(System.Numerics.Quaternion p, System.Numerics.Quaternion q) => [|System.Numerics.Quaternion.Slerp(p, q, 0.5f)|].W;
            """),
        Refusal.Members("complex inverse function", "PRX0103",
            """
                [Gradient]
                public static double F(System.Numerics.Complex z) => [|System.Numerics.Complex.Asin(z)|].Real;
            """),
        Refusal.Members("mask of a vector", "PRX0103",
            """
                [Gradient]
                public static float F(System.Numerics.Vector3 v) => [|System.Numerics.Vector3.IsNaN(v)|].X + v.X;
            """),
    ];
}
