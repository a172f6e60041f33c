// Vector512/VectorMath.Powers.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers, roots and remainders.</content>
public static partial class VectorMath
{
    /// <summary>The n-th root. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="n">The degree of the root.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> RootN(Vector256<double> x, int n) => Lanes.Map(x, n, double.RootN);

    /// <summary>√(x² + y²) without overflow on the way. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Hypot(Vector256<double> x, Vector256<double> y) => Vector256.Hypot(x, y);

    /// <summary>x · 2ⁿ. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="n">The exponent.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> ScaleB(Vector256<double> x, int n) => Lanes.Map(x, n, Math.ScaleB);

    /// <summary>x minus the nearest multiple of y. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> IEEERemainder(Vector256<double> x, Vector256<double> y) => Lanes.Map(x, y, Math.IEEERemainder);

    /// <summary>C#'s <c>x % y</c>, with the sign of the dividend. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Remainder(Vector256<double> x, Vector256<double> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
