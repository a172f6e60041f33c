// Vector512/VectorMath.Exact.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What is exact, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Abs(Vector128{double})"/>
    public static Vector128<float> Abs(Vector128<float> x) => Vector128.Abs(x);

    /// <inheritdoc cref="Sqrt(Vector128{double})"/>
    public static Vector128<float> Sqrt(Vector128<float> x) => Vector128.Sqrt(x);

    /// <inheritdoc cref="Floor(Vector128{double})"/>
    public static Vector128<float> Floor(Vector128<float> x) => Vector128.Floor(x);

    /// <inheritdoc cref="Ceiling(Vector128{double})"/>
    public static Vector128<float> Ceiling(Vector128<float> x) => Vector128.Ceiling(x);

    /// <inheritdoc cref="Truncate(Vector128{double})"/>
    public static Vector128<float> Truncate(Vector128<float> x) => Vector128.Truncate(x);

    /// <inheritdoc cref="Round(Vector128{double})"/>
    public static Vector128<float> Round(Vector128<float> x) => Vector128.Round(x);

    /// <inheritdoc cref="Min(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Min(Vector128<float> x, Vector128<float> y) => Vector128.Min(x, y);

    /// <inheritdoc cref="Max(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Max(Vector128<float> x, Vector128<float> y) => Vector128.Max(x, y);

    /// <inheritdoc cref="CopySign(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> CopySign(Vector128<float> x, Vector128<float> y) => Vector128.CopySign(x, y);

    /// <inheritdoc cref="FusedMultiplyAdd(Vector128{double}, Vector128{double}, Vector128{double})"/>
    public static Vector128<float> FusedMultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) => Vector128.FusedMultiplyAdd(x, y, z);

    /// <inheritdoc cref="Clamp(Vector128{double}, Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Clamp(Vector128<float> x, Vector128<float> min, Vector128<float> max)
    {
        RequireOrder(Vector128.GreaterThanAny(min, max));
        return Vector128.ConditionalSelect(Vector128.LessThan(x, min), min, Vector128.ConditionalSelect(Vector128.GreaterThan(x, max), max, x));
    }
}
