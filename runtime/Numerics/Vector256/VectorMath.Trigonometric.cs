// Vector512/VectorMath.Trigonometric.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own.</content>
public static partial class VectorMath
{
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
