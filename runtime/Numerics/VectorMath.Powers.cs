using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers, roots and remainders.</content>
public static partial class VectorMath
{
    /// <summary>xʸ. Exact.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) => Lanes.Map(x, y, Math.Pow);

    /// <inheritdoc cref="Pow(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y) => Lanes.Map(x, y, MathF.Pow);

    /// <summary>The cube root. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Cbrt(Vector512<double> x) => Lanes.Map(x, Math.Cbrt);

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    public static Vector512<float> Cbrt(Vector512<float> x) => Lanes.Map(x, MathF.Cbrt);

    /// <summary>The n-th root. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="n">The degree of the root.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> RootN(Vector512<double> x, int n) => Lanes.Map(x, n, double.RootN);

    /// <inheritdoc cref="RootN(Vector512{double}, int)"/>
    public static Vector512<float> RootN(Vector512<float> x, int n) => Lanes.Map(x, n, float.RootN);

    /// <summary>√(x² + y²) without overflow on the way. Exact.</summary>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y) => Vector512.Hypot(x, y);

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y) => Vector512.Hypot(x, y);

    /// <summary>x · 2ⁿ. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="n">The exponent.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> ScaleB(Vector512<double> x, int n) => Lanes.Map(x, n, Math.ScaleB);

    /// <inheritdoc cref="ScaleB(Vector512{double}, int)"/>
    public static Vector512<float> ScaleB(Vector512<float> x, int n) => Lanes.Map(x, n, MathF.ScaleB);

    /// <summary>x minus the nearest multiple of y. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> IEEERemainder(Vector512<double> x, Vector512<double> y) => Lanes.Map(x, y, Math.IEEERemainder);

    /// <inheritdoc cref="IEEERemainder(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> IEEERemainder(Vector512<float> x, Vector512<float> y) => Lanes.Map(x, y, MathF.IEEERemainder);

    /// <summary>C#'s <c>x % y</c>, with the sign of the dividend. Exact.</summary>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Remainder(Vector512<double> x, Vector512<double> y) => Lanes.Map(x, y, static (a, b) => a % b);

    /// <inheritdoc cref="Remainder(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Remainder(Vector512<float> x, Vector512<float> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
