// Vector512/VectorMath.Exp.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function.</content>
public static partial class VectorMath
{
    /// <summary>eˣ = 2ⁿ·eʳ. Kernel: at most 2 ulp, subnormal results included.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // Min and Max keep a NaN; every step below keeps it too.
        Vector256<double> clamped = Vector256.Max(Vector256.Min(x, Vector256.Create(ExpHighest)), Vector256.Create(ExpLowest));
        Vector256<double> r = ReduceByLn2(clamped, out _, out Vector256<double> n);

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds.
        Vector256<double> half = Vector256.MultiplyAddEstimate(n, Vector256.Create(0.5), Vector256.Create(Rounder));
        Vector256<double> rest = n - (half - Vector256.Create(Rounder)) + Vector256.Create(Rounder);
        return (ReducedExpM1(r) + Vector256<double>.One) * PowerOfTwo(half) * PowerOfTwo(rest);
    }
}
