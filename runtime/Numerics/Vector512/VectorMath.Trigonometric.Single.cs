using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Trigonometric functions of multiples of π and their inverses, in single precision; the others have files of their own.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="SinPi(Vector512{double})"/>
    public static Vector512<float> SinPi(Vector512<float> x) => Lanes.Map(x, float.SinPi);

    /// <inheritdoc cref="CosPi(Vector512{double})"/>
    public static Vector512<float> CosPi(Vector512<float> x) => Lanes.Map(x, float.CosPi);

    /// <inheritdoc cref="TanPi(Vector512{double})"/>
    public static Vector512<float> TanPi(Vector512<float> x) => Lanes.Map(x, float.TanPi);

    /// <inheritdoc cref="AsinPi(Vector512{double})"/>
    public static Vector512<float> AsinPi(Vector512<float> x) => Lanes.Map(x, float.AsinPi);

    /// <inheritdoc cref="AcosPi(Vector512{double})"/>
    public static Vector512<float> AcosPi(Vector512<float> x) => Lanes.Map(x, float.AcosPi);

    /// <inheritdoc cref="AtanPi(Vector512{double})"/>
    public static Vector512<float> AtanPi(Vector512<float> x) => Lanes.Map(x, float.AtanPi);

    /// <inheritdoc cref="Atan2Pi(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Atan2Pi(Vector512<float> y, Vector512<float> x) => Lanes.Map(y, x, float.Atan2Pi);
}
