// Vector512/VectorMath.Tanh.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Tanh(Vector128<double> x)
    {
        // Min keeps a NaN; every step below keeps it too.
        Vector128<double> magnitude = Vector128.Min(Vector128.Abs(x), Vector128.Create(TanhSaturation));
        Vector128<double> r = ReduceByLn2(magnitude + magnitude, out Vector128<double> rounded, out _);
        Vector128<double> power = PowerOfTwo(rounded);
        Vector128<double> m = Vector128.MultiplyAddEstimate(power, ReducedExpM1(r), power - Vector128<double>.One);
        return Vector128.CopySign(m / (m + Vector128.Create(2.0)), x);
    }
}
