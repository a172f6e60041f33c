// Vector512/VectorMath.Trigonometric.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tan(Vector256{double})"/>
    public static Vector256<float> Tan(Vector256<float> x) => Lanes.Map(x, MathF.Tan);

    /// <inheritdoc cref="Asin(Vector256{double})"/>
    public static Vector256<float> Asin(Vector256<float> x) => Lanes.Map(x, MathF.Asin);

    /// <inheritdoc cref="Acos(Vector256{double})"/>
    public static Vector256<float> Acos(Vector256<float> x) => Lanes.Map(x, MathF.Acos);

    /// <inheritdoc cref="Atan(Vector256{double})"/>
    public static Vector256<float> Atan(Vector256<float> x) => Lanes.Map(x, MathF.Atan);

    /// <inheritdoc cref="Atan2(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x) => Lanes.Map(y, x, MathF.Atan2);

    /// <inheritdoc cref="SinPi(Vector256{double})"/>
    public static Vector256<float> SinPi(Vector256<float> x) => Lanes.Map(x, float.SinPi);

    /// <inheritdoc cref="CosPi(Vector256{double})"/>
    public static Vector256<float> CosPi(Vector256<float> x) => Lanes.Map(x, float.CosPi);

    /// <inheritdoc cref="TanPi(Vector256{double})"/>
    public static Vector256<float> TanPi(Vector256<float> x) => Lanes.Map(x, float.TanPi);

    /// <inheritdoc cref="AsinPi(Vector256{double})"/>
    public static Vector256<float> AsinPi(Vector256<float> x) => Lanes.Map(x, float.AsinPi);

    /// <inheritdoc cref="AcosPi(Vector256{double})"/>
    public static Vector256<float> AcosPi(Vector256<float> x) => Lanes.Map(x, float.AcosPi);

    /// <inheritdoc cref="AtanPi(Vector256{double})"/>
    public static Vector256<float> AtanPi(Vector256<float> x) => Lanes.Map(x, float.AtanPi);

    /// <inheritdoc cref="Atan2Pi(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Atan2Pi(Vector256<float> y, Vector256<float> x) => Lanes.Map(y, x, float.Atan2Pi);
}
