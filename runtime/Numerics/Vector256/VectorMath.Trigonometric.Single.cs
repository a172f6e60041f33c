// Vector512/VectorMath.Trigonometric.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions of multiples of π and their inverses, in single precision; the others have files of their own.</content>
public static partial class VectorMath
{
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
