// Vector512/VectorMath.Powers.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Roots and remainders, in single precision; <c>Pow</c> and <c>Cbrt</c> have files of their own.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="RootN(Vector128{double}, int)"/>
    public static Vector128<float> RootN(Vector128<float> x, int n) => Lanes.Map(x, n, float.RootN);

    /// <inheritdoc cref="Hypot(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Hypot(Vector128<float> x, Vector128<float> y) => Vector128.Hypot(x, y);

    /// <inheritdoc cref="ScaleB(Vector128{double}, int)"/>
    public static Vector128<float> ScaleB(Vector128<float> x, int n) => Lanes.Map(x, n, MathF.ScaleB);

    /// <inheritdoc cref="IEEERemainder(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> IEEERemainder(Vector128<float> x, Vector128<float> y) => Lanes.Map(x, y, MathF.IEEERemainder);

    /// <inheritdoc cref="Remainder(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Remainder(Vector128<float> x, Vector128<float> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
