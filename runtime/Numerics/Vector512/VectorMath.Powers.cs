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
    public static Vector512<double> RootN(Vector512<double> x, int n) => Lanes.Map(x, n, double.RootN);

    /// <summary>√(x² + y²) without overflow on the way. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y) => Vector512.Hypot(x, y);

    /// <summary>x · 2ⁿ. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="n">The exponent.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> ScaleB(Vector512<double> x, int n) => Lanes.Map(x, n, Math.ScaleB);

    /// <summary>x minus the nearest multiple of y. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> IEEERemainder(Vector512<double> x, Vector512<double> y) => Lanes.Map(x, y, Math.IEEERemainder);

    /// <summary>C#'s <c>x % y</c>, with the sign of the dividend. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Remainder(Vector512<double> x, Vector512<double> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
