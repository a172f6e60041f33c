// Vector512/VectorMath.Exact.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What every width computes exactly as the scalar function.</content>
public static partial class VectorMath
{
    /// <summary>|x|. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Abs(Vector256<double> x) => Vector256.Abs(x);

    /// <summary>√x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Sqrt(Vector256<double> x) => Vector256.Sqrt(x);

    /// <summary>The largest whole number that is not above x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Floor(Vector256<double> x) => Vector256.Floor(x);

    /// <summary>The smallest whole number that is not below x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Ceiling(Vector256<double> x) => Vector256.Ceiling(x);

    /// <summary>x without its fraction. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Truncate(Vector256<double> x) => Vector256.Truncate(x);

    /// <summary>The nearest whole number, the even one of two. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Round(Vector256<double> x) => Vector256.Round(x);

    /// <summary>The smaller of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Min(Vector256<double> x, Vector256<double> y) => Vector256.Min(x, y);

    /// <summary>The larger of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Max(Vector256<double> x, Vector256<double> y) => Vector256.Max(x, y);

    /// <summary>The magnitude of one with the sign of the other. Exact.</summary>
    /// <param name="x">The magnitude.</param>
    /// <param name="y">The sign.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> CopySign(Vector256<double> x, Vector256<double> y) => Vector256.CopySign(x, y);

    /// <summary>x · y + z, rounded once. Exact.</summary>
    /// <param name="x">The first factor.</param>
    /// <param name="y">The second factor.</param>
    /// <param name="z">The addend.</param>
    /// <returns>The function of each triple of lanes.</returns>
    public static Vector256<double> FusedMultiplyAdd(Vector256<double> x, Vector256<double> y, Vector256<double> z) => Vector256.FusedMultiplyAdd(x, y, z);

    /// <summary>x kept between two bounds; NaN stays NaN. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <returns>The function of each triple of lanes.</returns>
    /// <exception cref="System.ArgumentException">A lower bound is greater than its upper bound.</exception>
    public static Vector256<double> Clamp(Vector256<double> x, Vector256<double> min, Vector256<double> max)
    {
        RequireOrder(Vector256.GreaterThanAny(min, max));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, min), min, Vector256.ConditionalSelect(Vector256.GreaterThan(x, max), max, x));
    }
}
