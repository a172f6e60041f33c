// Vector512/VectorMath.Exact.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What is exact, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Abs(Vector256{double})"/>
    public static Vector256<float> Abs(Vector256<float> x) => Vector256.Abs(x);

    /// <inheritdoc cref="Sqrt(Vector256{double})"/>
    public static Vector256<float> Sqrt(Vector256<float> x) => Vector256.Sqrt(x);

    /// <inheritdoc cref="Floor(Vector256{double})"/>
    public static Vector256<float> Floor(Vector256<float> x) => Vector256.Floor(x);

    /// <inheritdoc cref="Ceiling(Vector256{double})"/>
    public static Vector256<float> Ceiling(Vector256<float> x) => Vector256.Ceiling(x);

    /// <inheritdoc cref="Truncate(Vector256{double})"/>
    public static Vector256<float> Truncate(Vector256<float> x) => Vector256.Truncate(x);

    /// <inheritdoc cref="Round(Vector256{double})"/>
    public static Vector256<float> Round(Vector256<float> x) => Vector256.Round(x);

    /// <inheritdoc cref="Min(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Min(Vector256<float> x, Vector256<float> y) => Vector256.Min(x, y);

    /// <inheritdoc cref="Max(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Max(Vector256<float> x, Vector256<float> y) => Vector256.Max(x, y);

    /// <inheritdoc cref="CopySign(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> CopySign(Vector256<float> x, Vector256<float> y) => Vector256.CopySign(x, y);

    /// <inheritdoc cref="FusedMultiplyAdd(Vector256{double}, Vector256{double}, Vector256{double})"/>
    public static Vector256<float> FusedMultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) => Vector256.FusedMultiplyAdd(x, y, z);

    /// <inheritdoc cref="Clamp(Vector256{double}, Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Clamp(Vector256<float> x, Vector256<float> min, Vector256<float> max)
    {
        RequireOrder(Vector256.GreaterThanAny(min, max));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, min), min, Vector256.ConditionalSelect(Vector256.GreaterThan(x, max), max, x));
    }
}
