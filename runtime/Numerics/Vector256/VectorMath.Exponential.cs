// Vector512/VectorMath.Exponential.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Exponentials and logarithms; <c>Exp</c> and <c>Log</c> have files of their own.</content>
public static partial class VectorMath
{
    /// <summary>2ˣ. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Exp2(Vector256<double> x) => Lanes.Map(x, double.Exp2);

    /// <summary>10ˣ. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Exp10(Vector256<double> x) => Lanes.Map(x, double.Exp10);

    /// <summary>2ˣ − 1. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Exp2M1(Vector256<double> x) => Lanes.Map(x, double.Exp2M1);

    /// <summary>10ˣ − 1. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Exp10M1(Vector256<double> x) => Lanes.Map(x, double.Exp10M1);

    /// <summary>The logarithm to a base. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="newBase">The base.</param>
    /// <returns>The function of each pair of lanes.</returns>
    public static Vector256<double> Log(Vector256<double> x, Vector256<double> newBase) => Lanes.Map(x, newBase, Math.Log);

    /// <summary>The binary logarithm. Library: at most 4 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Log2(Vector256<double> x) => Vector256.Log2(x);

    /// <summary>The decimal logarithm. Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Log10(Vector256<double> x) => Lanes.Map(x, Math.Log10);

    /// <summary>log₂(1 + x). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Log2P1(Vector256<double> x) => Lanes.Map(x, double.Log2P1);

    /// <summary>log₁₀(1 + x). Exact.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<double> Log10P1(Vector256<double> x) => Lanes.Map(x, double.Log10P1);
}
