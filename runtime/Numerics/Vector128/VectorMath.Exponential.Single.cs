// Vector512/VectorMath.Exponential.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Exponentials and logarithms; <c>Exp</c>, <c>ExpM1</c>, <c>Log</c> and <c>LogP1</c> have files of their own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp2(Vector128{double})"/>
    public static Vector128<float> Exp2(Vector128<float> x) => Lanes.Map(x, float.Exp2);

    /// <inheritdoc cref="Exp10(Vector128{double})"/>
    public static Vector128<float> Exp10(Vector128<float> x) => Lanes.Map(x, float.Exp10);

    /// <inheritdoc cref="Exp2M1(Vector128{double})"/>
    public static Vector128<float> Exp2M1(Vector128<float> x) => Lanes.Map(x, float.Exp2M1);

    /// <inheritdoc cref="Exp10M1(Vector128{double})"/>
    public static Vector128<float> Exp10M1(Vector128<float> x) => Lanes.Map(x, float.Exp10M1);

    /// <inheritdoc cref="Log(Vector128{double}, Vector128{double})"/>
    public static Vector128<float> Log(Vector128<float> x, Vector128<float> newBase) => Lanes.Map(x, newBase, MathF.Log);

    /// <inheritdoc cref="Log2(Vector128{double})"/>
    public static Vector128<float> Log2(Vector128<float> x) => Vector128.Log2(x);

    /// <inheritdoc cref="Log10(Vector128{double})"/>
    public static Vector128<float> Log10(Vector128<float> x) => Lanes.Map(x, MathF.Log10);

    /// <inheritdoc cref="Log2P1(Vector128{double})"/>
    public static Vector128<float> Log2P1(Vector128<float> x) => Lanes.Map(x, float.Log2P1);

    /// <inheritdoc cref="Log10P1(Vector128{double})"/>
    public static Vector128<float> Log10P1(Vector128<float> x) => Lanes.Map(x, float.Log10P1);
}
