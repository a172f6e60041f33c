// Vector512/VectorMath.Tanh.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The hyperbolic tangent, which the base library lacks on lanes.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The hyperbolic tangent, m/(m + 2) with m = e²ˣ − 1, where m = 2ⁿ·(eʳ − 1) + (2ⁿ − 1) loses no digits near 0. Kernel: at most 4 ulp.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        // Min keeps a NaN; every step below keeps it too.
        Vector256<double> magnitude = Vector256.Min(Vector256.Abs(x), Vector256.Create(TanhSaturation));
        Vector256<double> r = ReduceByLn2(magnitude + magnitude, out Vector256<double> rounded, out _);
        Vector256<double> power = PowerOfTwo(rounded);
        Vector256<double> m = Vector256.MultiplyAddEstimate(power, ReducedExpM1(r), power - Vector256<double>.One);
        return Vector256.CopySign(m / (m + Vector256.Create(2.0)), x);
    }
}
