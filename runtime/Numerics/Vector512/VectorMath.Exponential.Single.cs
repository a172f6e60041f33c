using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Exponentials and logarithms; <c>Exp</c>, <c>ExpM1</c>, <c>Log</c> and <c>LogP1</c> have files of their own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp2(Vector512{double})"/>
    public static Vector512<float> Exp2(Vector512<float> x) => Lanes.Map(x, float.Exp2);

    /// <inheritdoc cref="Exp10(Vector512{double})"/>
    public static Vector512<float> Exp10(Vector512<float> x) => Lanes.Map(x, float.Exp10);

    /// <inheritdoc cref="Exp2M1(Vector512{double})"/>
    public static Vector512<float> Exp2M1(Vector512<float> x) => Lanes.Map(x, float.Exp2M1);

    /// <inheritdoc cref="Exp10M1(Vector512{double})"/>
    public static Vector512<float> Exp10M1(Vector512<float> x) => Lanes.Map(x, float.Exp10M1);

    /// <inheritdoc cref="Log(Vector512{double}, Vector512{double})"/>
    public static Vector512<float> Log(Vector512<float> x, Vector512<float> newBase) => Lanes.Map(x, newBase, MathF.Log);

    /// <inheritdoc cref="Log2(Vector512{double})"/>
    public static Vector512<float> Log2(Vector512<float> x) => Vector512.Log2(x);

    /// <inheritdoc cref="Log10(Vector512{double})"/>
    public static Vector512<float> Log10(Vector512<float> x) => Lanes.Map(x, MathF.Log10);

    /// <inheritdoc cref="Log2P1(Vector512{double})"/>
    public static Vector512<float> Log2P1(Vector512<float> x) => Lanes.Map(x, float.Log2P1);

    /// <inheritdoc cref="Log10P1(Vector512{double})"/>
    public static Vector512<float> Log10P1(Vector512<float> x) => Lanes.Map(x, float.Log10P1);
}
