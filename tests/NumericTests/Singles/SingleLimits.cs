using System.Runtime.Intrinsics;

namespace NumericTests.Singles;

/// <summary>
/// Lanes whose value is known to be right without a reference: near 0 and far from it, where a function is its argument or a constant within a quarter of an ulp. A mask is set where
/// the kernel has exactly those bits; all other lanes are measured.
/// </summary>
internal static class SingleLimits
{
    // x²/2 is below a quarter of an ulp of 1 and of x; x² of x itself for an odd function.
    private const float Tiny = 1.4901161e-08f;
    private const float TinyOdd = 1.2207031e-4f;

    public static Vector512<float> Exp(Vector512<float> x, Vector512<float> value) =>
        Constant(x, value, -Tiny, Tiny, 1) | Constant(x, value, 104.1f, float.PositiveInfinity, float.PositiveInfinity) | Constant(x, value, float.NegativeInfinity, -104.1f, 0);

    public static Vector512<float> ExpM1(Vector512<float> x, Vector512<float> value) =>
        Argument(x, value, Tiny) | Constant(x, value, 89, float.PositiveInfinity, float.PositiveInfinity) | Constant(x, value, float.NegativeInfinity, -18, -1);

    public static Vector512<float> Log(Vector512<float> x, Vector512<float> value) => Vector512.LessThan(x, Vector512<float>.Zero) & IsNaN(value);

    public static Vector512<float> LogP1(Vector512<float> x, Vector512<float> value) =>
        Argument(x, value, Tiny) | (Vector512.LessThan(x, Vector512.Create(-1f)) & IsNaN(value));

    public static Vector512<float> Odd(Vector512<float> x, Vector512<float> value) => Argument(x, value, TinyOdd);

    public static Vector512<float> Cos(Vector512<float> x, Vector512<float> value) => Constant(x, value, -TinyOdd, TinyOdd, 1);

    public static Vector512<float> Tanh(Vector512<float> x, Vector512<float> value) => Odd(x, value) | Saturated(x, value, 10);

    public static Vector512<float> Erf(Vector512<float> x, Vector512<float> value) => Saturated(x, value, 4);

    public static Vector512<float> Sigmoid(Vector512<float> x, Vector512<float> value) =>
        Constant(x, value, -Tiny, Tiny, 0.5f) | Constant(x, value, 20, float.PositiveInfinity, 1) | Constant(x, value, float.NegativeInfinity, -104.1f, 0);

    public static Vector512<float> SoftPlus(Vector512<float> x, Vector512<float> value) =>
        Constant(x, value, -Tiny, Tiny, 0.6931472f) | (Vector512.GreaterThan(x, Vector512.Create(104.1f)) & Same(value, x)) | Constant(x, value, float.NegativeInfinity, -104.1f, 0);

    public static Vector512<float> Atan(Vector512<float> x, Vector512<float> value) =>
        Odd(x, value) | Constant(x, value, 1e9f, float.PositiveInfinity, 1.57079637f) | Constant(x, value, float.NegativeInfinity, -1e9f, -1.57079637f);

    public static Vector512<float> Asin(Vector512<float> x, Vector512<float> value) => Odd(x, value) | Outside(x, value);

    public static Vector512<float> Acos(Vector512<float> x, Vector512<float> value) => Constant(x, value, -Tiny, Tiny, 1.57079637f) | Outside(x, value);

    public static Vector512<float> None(Vector512<float> x, Vector512<float> value) => Vector512<float>.Zero;

    private static Vector512<float> Argument(Vector512<float> x, Vector512<float> value, float size) =>
        Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(size)) & Same(value, x);

    private static Vector512<float> Constant(Vector512<float> x, Vector512<float> value, float low, float high, float constant) =>
        Vector512.GreaterThanOrEqual(x, Vector512.Create(low)) & Vector512.LessThanOrEqual(x, Vector512.Create(high)) & Same(value, Vector512.Create(constant));

    private static Vector512<float> Saturated(Vector512<float> x, Vector512<float> value, float size) =>
        Vector512.GreaterThanOrEqual(Vector512.Abs(x), Vector512.Create(size)) & Same(value, Vector512.CopySign(Vector512<float>.One, x));

    private static Vector512<float> Outside(Vector512<float> x, Vector512<float> value) => Vector512.GreaterThan(Vector512.Abs(x), Vector512<float>.One) & IsNaN(value);

    private static Vector512<float> IsNaN(Vector512<float> value) => ~Vector512.Equals(value, value);

    private static Vector512<float> Same(Vector512<float> left, Vector512<float> right) => Vector512.Equals(left.AsInt32(), right.AsInt32()).AsSingle();
}
