// Vector512/VectorMath.Hyperbolic.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Hyperbolic functions and their inverses; <c>Tanh</c> has a file of its own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sinh(Vector128{double})"/>
    public static Vector128<float> Sinh(Vector128<float> x) => Lanes.Map(x, MathF.Sinh);

    /// <inheritdoc cref="Cosh(Vector128{double})"/>
    public static Vector128<float> Cosh(Vector128<float> x) => Lanes.Map(x, MathF.Cosh);

    /// <inheritdoc cref="Asinh(Vector128{double})"/>
    public static Vector128<float> Asinh(Vector128<float> x) => Lanes.Map(x, MathF.Asinh);

    /// <inheritdoc cref="Acosh(Vector128{double})"/>
    public static Vector128<float> Acosh(Vector128<float> x) => Lanes.Map(x, MathF.Acosh);

    /// <inheritdoc cref="Atanh(Vector128{double})"/>
    public static Vector128<float> Atanh(Vector128<float> x) => Lanes.Map(x, MathF.Atanh);
}
