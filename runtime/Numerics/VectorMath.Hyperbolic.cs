using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Hyperbolic functions and their inverses; <c>Tanh</c> has a file of its own.</content>
public static partial class VectorMath
{
    /// <summary>The hyperbolic sine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Sinh(Vector512<double> x) => Lanes.Map(x, Math.Sinh);

    /// <inheritdoc cref="Sinh(Vector512{double})"/>
    public static Vector512<float> Sinh(Vector512<float> x) => Lanes.Map(x, MathF.Sinh);

    /// <summary>The hyperbolic cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Cosh(Vector512<double> x) => Lanes.Map(x, Math.Cosh);

    /// <inheritdoc cref="Cosh(Vector512{double})"/>
    public static Vector512<float> Cosh(Vector512<float> x) => Lanes.Map(x, MathF.Cosh);

    /// <summary>The inverse hyperbolic sine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Asinh(Vector512<double> x) => Lanes.Map(x, Math.Asinh);

    /// <inheritdoc cref="Asinh(Vector512{double})"/>
    public static Vector512<float> Asinh(Vector512<float> x) => Lanes.Map(x, MathF.Asinh);

    /// <summary>The inverse hyperbolic cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Acosh(Vector512<double> x) => Lanes.Map(x, Math.Acosh);

    /// <inheritdoc cref="Acosh(Vector512{double})"/>
    public static Vector512<float> Acosh(Vector512<float> x) => Lanes.Map(x, MathF.Acosh);

    /// <summary>The inverse hyperbolic tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Atanh(Vector512<double> x) => Lanes.Map(x, Math.Atanh);

    /// <inheritdoc cref="Atanh(Vector512{double})"/>
    public static Vector512<float> Atanh(Vector512<float> x) => Lanes.Map(x, MathF.Atanh);
}
