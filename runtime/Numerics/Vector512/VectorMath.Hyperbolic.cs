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

    /// <summary>The hyperbolic cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Cosh(Vector512<double> x) => Lanes.Map(x, Math.Cosh);

    /// <summary>The inverse hyperbolic sine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Asinh(Vector512<double> x) => Lanes.Map(x, Math.Asinh);

    /// <summary>The inverse hyperbolic cosine. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Acosh(Vector512<double> x) => Lanes.Map(x, Math.Acosh);

    /// <summary>The inverse hyperbolic tangent. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<double> Atanh(Vector512<double> x) => Lanes.Map(x, Math.Atanh);
}
