using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Roots and remainders, in single precision; <c>Pow</c> and <c>Cbrt</c> have files of their own.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="RootN(Vector512{double}, int)"/>
    public static Vector512<float> RootN(Vector512<float> x, int n) => Lanes.Map(x, n, float.RootN);

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y) => Vector512.Hypot(x, y);

    /// <inheritdoc cref="ScaleB(Vector512{double}, int)"/>
    public static Vector512<float> ScaleB(Vector512<float> x, int n) => Lanes.Map(x, n, MathF.ScaleB);

    /// <inheritdoc cref="IEEERemainder(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> IEEERemainder(Vector512<float> x, Vector512<float> y) => Lanes.Map(x, y, MathF.IEEERemainder);

    /// <inheritdoc cref="Remainder(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Remainder(Vector512<float> x, Vector512<float> y) => Lanes.Map(x, y, static (a, b) => a % b);
}
