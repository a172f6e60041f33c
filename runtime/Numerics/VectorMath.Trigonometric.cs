using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own.</content>
public static partial class VectorMath
{
    /// <summary>The tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Tan(Vector512<double> x) => Lanes.Map(x, Math.Tan);

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    public static Vector512<float> Tan(Vector512<float> x) => Lanes.Map(x, MathF.Tan);

    /// <summary>The arc sine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Asin(Vector512<double> x) => Lanes.Map(x, Math.Asin);

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    public static Vector512<float> Asin(Vector512<float> x) => Lanes.Map(x, MathF.Asin);

    /// <summary>The arc cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Acos(Vector512<double> x) => Lanes.Map(x, Math.Acos);

    /// <inheritdoc cref="Acos(Vector512{double})"/>
    public static Vector512<float> Acos(Vector512<float> x) => Lanes.Map(x, MathF.Acos);

    /// <summary>The arc tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Atan(Vector512<double> x) => Lanes.Map(x, Math.Atan);

    /// <inheritdoc cref="Atan(Vector512{double})"/>
    public static Vector512<float> Atan(Vector512<float> x) => Lanes.Map(x, MathF.Atan);

    /// <summary>The angle of the point (x, y). Exact.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x) => Lanes.Map(y, x, Math.Atan2);

    /// <inheritdoc cref="Atan2(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) => Lanes.Map(y, x, MathF.Atan2);

    /// <summary>sin(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> SinPi(Vector512<double> x) => Lanes.Map(x, double.SinPi);

    /// <inheritdoc cref="SinPi(Vector512{double})"/>
    public static Vector512<float> SinPi(Vector512<float> x) => Lanes.Map(x, float.SinPi);

    /// <summary>cos(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> CosPi(Vector512<double> x) => Lanes.Map(x, double.CosPi);

    /// <inheritdoc cref="CosPi(Vector512{double})"/>
    public static Vector512<float> CosPi(Vector512<float> x) => Lanes.Map(x, float.CosPi);

    /// <summary>tan(πx). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> TanPi(Vector512<double> x) => Lanes.Map(x, double.TanPi);

    /// <inheritdoc cref="TanPi(Vector512{double})"/>
    public static Vector512<float> TanPi(Vector512<float> x) => Lanes.Map(x, float.TanPi);

    /// <summary>asin(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> AsinPi(Vector512<double> x) => Lanes.Map(x, double.AsinPi);

    /// <inheritdoc cref="AsinPi(Vector512{double})"/>
    public static Vector512<float> AsinPi(Vector512<float> x) => Lanes.Map(x, float.AsinPi);

    /// <summary>acos(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> AcosPi(Vector512<double> x) => Lanes.Map(x, double.AcosPi);

    /// <inheritdoc cref="AcosPi(Vector512{double})"/>
    public static Vector512<float> AcosPi(Vector512<float> x) => Lanes.Map(x, float.AcosPi);

    /// <summary>atan(x)/π. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> AtanPi(Vector512<double> x) => Lanes.Map(x, double.AtanPi);

    /// <inheritdoc cref="AtanPi(Vector512{double})"/>
    public static Vector512<float> AtanPi(Vector512<float> x) => Lanes.Map(x, float.AtanPi);

    /// <summary>The angle of the point (x, y), divided by π. Exact.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector512<double> Atan2Pi(Vector512<double> y, Vector512<double> x) => Lanes.Map(y, x, double.Atan2Pi);

    /// <inheritdoc cref="Atan2Pi(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Atan2Pi(Vector512<float> y, Vector512<float> x) => Lanes.Map(y, x, float.Atan2Pi);
}
