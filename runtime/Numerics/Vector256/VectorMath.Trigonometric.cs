// Vector512/VectorMath.Trigonometric.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own.</content>
public static partial class VectorMath
{
    /// <summary>The tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Tan(Vector256<double> x) => Lanes.Map(x, Math.Tan);

    /// <summary>The arc sine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Asin(Vector256<double> x) => Lanes.Map(x, Math.Asin);

    /// <summary>The arc cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Acos(Vector256<double> x) => Lanes.Map(x, Math.Acos);

    /// <summary>The arc tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Atan(Vector256<double> x) => Lanes.Map(x, Math.Atan);

    /// <summary>The angle of the point (x, y). Exact.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x) => Lanes.Map(y, x, Math.Atan2);

    /// <summary>sin(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> SinPi(Vector256<double> x) => Lanes.Map(x, double.SinPi);

    /// <summary>cos(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> CosPi(Vector256<double> x) => Lanes.Map(x, double.CosPi);

    /// <summary>tan(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> TanPi(Vector256<double> x) => Lanes.Map(x, double.TanPi);

    /// <summary>asin(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> AsinPi(Vector256<double> x) => Lanes.Map(x, double.AsinPi);

    /// <summary>acos(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> AcosPi(Vector256<double> x) => Lanes.Map(x, double.AcosPi);

    /// <summary>atan(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> AtanPi(Vector256<double> x) => Lanes.Map(x, double.AtanPi);

    /// <summary>The angle of the point (x, y), divided by π. Exact.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Atan2Pi(Vector256<double> y, Vector256<double> x) => Lanes.Map(y, x, double.Atan2Pi);
}
