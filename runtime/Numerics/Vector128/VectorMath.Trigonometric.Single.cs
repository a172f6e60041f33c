// Vector512/VectorMath.Trigonometric.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions and their inverses; sine and cosine have a file of their own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tan(Vector128{double})"/>
    public static Vector128<float> Tan(Vector128<float> x) => Lanes.Map(x, MathF.Tan);

    /// <inheritdoc cref="Asin(Vector128{double})"/>
    public static Vector128<float> Asin(Vector128<float> x) => Lanes.Map(x, MathF.Asin);

    /// <inheritdoc cref="Acos(Vector128{double})"/>
    public static Vector128<float> Acos(Vector128<float> x) => Lanes.Map(x, MathF.Acos);

    /// <inheritdoc cref="Atan(Vector128{double})"/>
    public static Vector128<float> Atan(Vector128<float> x) => Lanes.Map(x, MathF.Atan);

    /// <inheritdoc cref="Atan2(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Atan2(Vector128<float> y, Vector128<float> x) => Lanes.Map(y, x, MathF.Atan2);

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
