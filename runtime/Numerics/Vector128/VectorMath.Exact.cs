// Vector512/VectorMath.Exact.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What every width computes exactly as the scalar function.</content>
public static partial class VectorMath
{
    /// <summary>|x|. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Abs(Vector128<double> x) => Vector128.Abs(x);

    /// <summary>√x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Sqrt(Vector128<double> x) => Vector128.Sqrt(x);

    /// <summary>The largest whole number that is not above x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Floor(Vector128<double> x) => Vector128.Floor(x);

    /// <summary>The smallest whole number that is not below x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Ceiling(Vector128<double> x) => Vector128.Ceiling(x);

    /// <summary>x without its fraction. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Truncate(Vector128<double> x) => Vector128.Truncate(x);

    /// <summary>The nearest whole number, the even one of two. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> Round(Vector128<double> x) => Vector128.Round(x);

    /// <summary>The smaller of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector128<double> Min(Vector128<double> x, Vector128<double> y) => Vector128.Min(x, y);

    /// <summary>The larger of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector128<double> Max(Vector128<double> x, Vector128<double> y) => Vector128.Max(x, y);

    /// <summary>The magnitude of one with the sign of the other. Exact.</summary>
    /// <param name="x">The magnitude.</param>
    /// <param name="y">The sign.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector128<double> CopySign(Vector128<double> x, Vector128<double> y) => Vector128.CopySign(x, y);

    /// <summary>x · y + z, rounded once. Exact.</summary>
    /// <param name="x">The first factor.</param>
    /// <param name="y">The second factor.</param>
    /// <param name="z">The addend.</param>
    /// <returns>The function of each triple of lanes.</returns>
    public static Vector128<double> FusedMultiplyAdd(Vector128<double> x, Vector128<double> y, Vector128<double> z) => Vector128.FusedMultiplyAdd(x, y, z);

    /// <summary>x kept between two bounds; NaN stays NaN. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <returns>The function of each triple of lanes.</returns>
    /// <exception cref="System.ArgumentException">A lower bound is greater than its upper bound.</exception>
    public static Vector128<double> Clamp(Vector128<double> x, Vector128<double> min, Vector128<double> max)
    {
        RequireOrder(Vector128.GreaterThanAny(min, max));
        return Vector128.ConditionalSelect(Vector128.LessThan(x, min), min, Vector128.ConditionalSelect(Vector128.GreaterThan(x, max), max, x));
    }
}
