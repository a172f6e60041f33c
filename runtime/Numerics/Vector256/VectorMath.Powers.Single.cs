// Vector512/VectorMath.Powers.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Roots and remainders, in single precision; <c>Pow</c> and <c>Cbrt</c> have files of their own.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="RootN(Vector256{double}, int)"/>
    public static Vector256<float> RootN(Vector256<float> x, int n) => Lanes.Map(x, n, float.RootN);

    /// <inheritdoc cref="Hypot(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Hypot(Vector256<float> x, Vector256<float> y) => Vector256.Hypot(x, y);

    /// <inheritdoc cref="ScaleB(Vector256{double}, int)"/>
    public static Vector256<float> ScaleB(Vector256<float> x, int n) => Lanes.Map(x, n, MathF.ScaleB);

    /// <inheritdoc cref="IEEERemainder(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> IEEERemainder(Vector256<float> x, Vector256<float> y) => Lanes.Map(x, y, MathF.IEEERemainder);

    /// <inheritdoc cref="Remainder(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Remainder(Vector256<float> x, Vector256<float> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
