using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What is exact, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Abs(Vector512{double})"/>
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    /// <inheritdoc cref="Sqrt(Vector512{double})"/>
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    /// <inheritdoc cref="Floor(Vector512{double})"/>
    public static Vector512<float> Floor(Vector512<float> x) => Vector512.Floor(x);

    /// <inheritdoc cref="Ceiling(Vector512{double})"/>
    public static Vector512<float> Ceiling(Vector512<float> x) => Vector512.Ceiling(x);

    /// <inheritdoc cref="Truncate(Vector512{double})"/>
    public static Vector512<float> Truncate(Vector512<float> x) => Vector512.Truncate(x);

    /// <inheritdoc cref="Round(Vector512{double})"/>
    public static Vector512<float> Round(Vector512<float> x) => Vector512.Round(x);

    /// <inheritdoc cref="Min(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Min(Vector512<float> x, Vector512<float> y) => Vector512.Min(x, y);

    /// <inheritdoc cref="Max(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Max(Vector512<float> x, Vector512<float> y) => Vector512.Max(x, y);

    /// <inheritdoc cref="CopySign(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> CopySign(Vector512<float> x, Vector512<float> y) => Vector512.CopySign(x, y);

    /// <inheritdoc cref="FusedMultiplyAdd(Vector512{double}, Vector512{double}, Vector512{double})"/>
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) => Vector512.FusedMultiplyAdd(x, y, z);

    /// <inheritdoc cref="Clamp(Vector512{double}, Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Clamp(Vector512<float> x, Vector512<float> min, Vector512<float> max)
    {
        RequireOrder(Vector512.GreaterThanAny(min, max));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, min), min, Vector512.ConditionalSelect(Vector512.GreaterThan(x, max), max, x));
    }
}
