using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What every width computes exactly as the scalar function.</content>
public static partial class VectorMath
{
    /// <summary>|x|. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Abs(Vector512<double> x) => Vector512.Abs(x);

    /// <summary>√x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Sqrt(Vector512<double> x) => Vector512.Sqrt(x);

    /// <summary>The largest whole number that is not above x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Floor(Vector512<double> x) => Vector512.Floor(x);

    /// <summary>The smallest whole number that is not below x. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Ceiling(Vector512<double> x) => Vector512.Ceiling(x);

    /// <summary>x without its fraction. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Truncate(Vector512<double> x) => Vector512.Truncate(x);

    /// <summary>The nearest whole number, the even one of two. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Round(Vector512<double> x) => Vector512.Round(x);

    /// <summary>The smaller of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Min(Vector512<double> x, Vector512<double> y) => Vector512.Min(x, y);

    /// <summary>The larger of two; NaN when either is, and −0 below +0. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Max(Vector512<double> x, Vector512<double> y) => Vector512.Max(x, y);

    /// <summary>The magnitude of one with the sign of the other. Exact.</summary>
    /// <param name="x">The magnitude.</param>
    /// <param name="y">The sign.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> CopySign(Vector512<double> x, Vector512<double> y) => Vector512.CopySign(x, y);

    /// <summary>x · y + z, rounded once. Exact.</summary>
    /// <param name="x">The first factor.</param>
    /// <param name="y">The second factor.</param>
    /// <param name="z">The addend.</param>
    /// <returns>The function of each triple of lanes.</returns>
    public static Vector512<double> FusedMultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z) => Vector512.FusedMultiplyAdd(x, y, z);

    /// <summary>x kept between two bounds; NaN stays NaN. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <returns>The function of each triple of lanes.</returns>
    /// <exception cref="System.ArgumentException">A lower bound is greater than its upper bound.</exception>
    public static Vector512<double> Clamp(Vector512<double> x, Vector512<double> min, Vector512<double> max)
    {
        RequireOrder(Vector512.GreaterThanAny(min, max));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, min), min, Vector512.ConditionalSelect(Vector512.GreaterThan(x, max), max, x));
    }
}
