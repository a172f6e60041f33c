// Vector512/VectorMath.Trigonometric.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own.</content>
public static partial class VectorMath
{
    /// <summary>sin(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> SinPi(Vector128<double> x) => Lanes.Map(x, double.SinPi);

    /// <summary>cos(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> CosPi(Vector128<double> x) => Lanes.Map(x, double.CosPi);

    /// <summary>tan(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> TanPi(Vector128<double> x) => Lanes.Map(x, double.TanPi);

    /// <summary>asin(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> AsinPi(Vector128<double> x) => Lanes.Map(x, double.AsinPi);

    /// <summary>acos(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> AcosPi(Vector128<double> x) => Lanes.Map(x, double.AcosPi);

    /// <summary>atan(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<double> AtanPi(Vector128<double> x) => Lanes.Map(x, double.AtanPi);

    /// <summary>The angle of the point (x, y), divided by π. Exact.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector128<double> Atan2Pi(Vector128<double> y, Vector128<double> x) => Lanes.Map(y, x, double.Atan2Pi);
}
