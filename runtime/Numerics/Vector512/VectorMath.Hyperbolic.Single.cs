using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Hyperbolic functions and their inverses; <c>Tanh</c> has a file of its own, in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sinh(Vector512{double})"/>
    public static Vector512<float> Sinh(Vector512<float> x) => Lanes.Map(x, MathF.Sinh);

    /// <inheritdoc cref="Cosh(Vector512{double})"/>
    public static Vector512<float> Cosh(Vector512<float> x) => Lanes.Map(x, MathF.Cosh);

    /// <inheritdoc cref="Asinh(Vector512{double})"/>
    public static Vector512<float> Asinh(Vector512<float> x) => Lanes.Map(x, MathF.Asinh);

    /// <inheritdoc cref="Acosh(Vector512{double})"/>
    public static Vector512<float> Acosh(Vector512<float> x) => Lanes.Map(x, MathF.Acosh);

    /// <inheritdoc cref="Atanh(Vector512{double})"/>
    public static Vector512<float> Atanh(Vector512<float> x) => Lanes.Map(x, MathF.Atanh);
}
