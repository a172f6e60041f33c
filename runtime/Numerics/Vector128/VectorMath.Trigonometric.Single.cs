// Vector512/VectorMath.Trigonometric.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions of multiples of π and their inverses, in single precision; the others have files of their own.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="SinPi(Vector128{double})"/>
    public static Vector128<float> SinPi(Vector128<float> x) => Lanes.Map(x, float.SinPi);

    /// <inheritdoc cref="CosPi(Vector128{double})"/>
    public static Vector128<float> CosPi(Vector128<float> x) => Lanes.Map(x, float.CosPi);

    /// <inheritdoc cref="TanPi(Vector128{double})"/>
    public static Vector128<float> TanPi(Vector128<float> x) => Lanes.Map(x, float.TanPi);

    /// <inheritdoc cref="AsinPi(Vector128{double})"/>
    public static Vector128<float> AsinPi(Vector128<float> x) => Lanes.Map(x, float.AsinPi);

    /// <inheritdoc cref="AcosPi(Vector128{double})"/>
    public static Vector128<float> AcosPi(Vector128<float> x) => Lanes.Map(x, float.AcosPi);

    /// <inheritdoc cref="AtanPi(Vector128{double})"/>
    public static Vector128<float> AtanPi(Vector128<float> x) => Lanes.Map(x, float.AtanPi);

    /// <inheritdoc cref="Atan2Pi(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Atan2Pi(Vector128<float> y, Vector128<float> x) => Lanes.Map(y, x, float.Atan2Pi);
}
