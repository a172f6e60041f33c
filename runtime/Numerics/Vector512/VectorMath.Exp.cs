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
    public static Vector512<double> Exp(Vector512<double> x)
    {
        // Min and Max keep a NaN; every step below keeps it too.
        Vector512<double> clamped = Vector512.Max(Vector512.Min(x, Vector512.Create(ExpHighest)), Vector512.Create(ExpLowest));
        Vector512<double> r = ReduceByLn2(clamped, out _, out Vector512<double> n);

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds.
        Vector512<double> half = Vector512.MultiplyAddEstimate(n, Vector512.Create(0.5), Vector512.Create(Rounder));
        Vector512<double> rest = n - (half - Vector512.Create(Rounder)) + Vector512.Create(Rounder);
        return (ReducedExpM1(r) + Vector512<double>.One) * PowerOfTwo(half) * PowerOfTwo(rest);
    }
}
