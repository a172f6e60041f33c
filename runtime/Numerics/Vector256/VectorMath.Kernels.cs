// Vector512/VectorMath.Kernels.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReduceByLn2(Vector256<double> x, out Vector256<double> rounded, out Vector256<double> n)
    {
        rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(Rounder));
        n = rounded - Vector256.Create(Rounder);
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="Rounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> rounded) =>
        ((rounded.AsInt64() << 52) + Vector256<double>.One.AsInt64()).AsDouble();

    /// <remarks>
    /// eʳ − 1 for |r| ≤ ln 2 / 2 by its Taylor series to r¹³/13!; the first term left out is 1.2e-17 of the result. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReducedExpM1(Vector256<double> r)
    {
        Vector256<double> s = r * r;
        Vector256<double> even = Vector256.Create(1.0 / 479001600.0);
        even = Vector256.MultiplyAddEstimate(even, s, Vector256.Create(1.0 / 3628800.0));
        even = Vector256.MultiplyAddEstimate(even, s, Vector256.Create(1.0 / 40320.0));
        even = Vector256.MultiplyAddEstimate(even, s, Vector256.Create(1.0 / 720.0));
        even = Vector256.MultiplyAddEstimate(even, s, Vector256.Create(1.0 / 24.0));
        even = Vector256.MultiplyAddEstimate(even, s, Vector256.Create(1.0 / 2.0));
        Vector256<double> odd = Vector256.Create(1.0 / 6227020800.0);
        odd = Vector256.MultiplyAddEstimate(odd, s, Vector256.Create(1.0 / 39916800.0));
        odd = Vector256.MultiplyAddEstimate(odd, s, Vector256.Create(1.0 / 362880.0));
        odd = Vector256.MultiplyAddEstimate(odd, s, Vector256.Create(1.0 / 5040.0));
        odd = Vector256.MultiplyAddEstimate(odd, s, Vector256.Create(1.0 / 120.0));
        odd = Vector256.MultiplyAddEstimate(odd, s, Vector256.Create(1.0 / 6.0));
        return Vector256.MultiplyAddEstimate(s, Vector256.MultiplyAddEstimate(odd, r, even), r);
    }
}
