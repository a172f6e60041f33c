// Vector512/VectorMath.Exp.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Exp(Vector128<double> x)
    {
        // Min and Max keep a NaN; every step below keeps it too.
        Vector128<double> clamped = Vector128.Max(Vector128.Min(x, Vector128.Create(ExpHighest)), Vector128.Create(ExpLowest));
        Vector128<double> r = ReduceByLn2(clamped, out _, out Vector128<double> n);

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds.
        Vector128<double> half = Vector128.MultiplyAddEstimate(n, Vector128.Create(0.5), Vector128.Create(Rounder));
        Vector128<double> rest = n - (half - Vector128.Create(Rounder)) + Vector128.Create(Rounder);
        return (ReducedExpM1(r) + Vector128<double>.One) * PowerOfTwo(half) * PowerOfTwo(rest);
    }
}
