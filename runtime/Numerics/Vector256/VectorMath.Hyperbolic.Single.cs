// Vector512/VectorMath.Hyperbolic.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Hyperbolic functions and their inverses; <c>Tanh</c> has a file of its own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sinh(Vector256{double})"/>
    public static Vector256<float> Sinh(Vector256<float> x) => Lanes.Map(x, MathF.Sinh);

    /// <inheritdoc cref="Cosh(Vector256{double})"/>
    public static Vector256<float> Cosh(Vector256<float> x) => Lanes.Map(x, MathF.Cosh);

    /// <inheritdoc cref="Asinh(Vector256{double})"/>
    public static Vector256<float> Asinh(Vector256<float> x) => Lanes.Map(x, MathF.Asinh);

    /// <inheritdoc cref="Acosh(Vector256{double})"/>
    public static Vector256<float> Acosh(Vector256<float> x) => Lanes.Map(x, MathF.Acosh);

    /// <inheritdoc cref="Atanh(Vector256{double})"/>
    public static Vector256<float> Atanh(Vector256<float> x) => Lanes.Map(x, MathF.Atanh);
}
