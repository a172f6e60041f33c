using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReduceByLn2(Vector512<double> x, out Vector512<double> rounded, out Vector512<double> n)
    {
        rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(Rounder));
        n = rounded - Vector512.Create(Rounder);
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="Rounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> rounded) =>
        ((rounded.AsInt64() << 52) + Vector512<double>.One.AsInt64()).AsDouble();

    /// <remarks>
    /// eʳ − 1 for |r| ≤ ln 2 / 2 by its Taylor series to r¹³/13!; the first term left out is 1.2e-17 of the result. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReducedExpM1(Vector512<double> r)
    {
        Vector512<double> s = r * r;
        Vector512<double> even = Vector512.Create(1.0 / 479001600.0);
        even = Vector512.MultiplyAddEstimate(even, s, Vector512.Create(1.0 / 3628800.0));
        even = Vector512.MultiplyAddEstimate(even, s, Vector512.Create(1.0 / 40320.0));
        even = Vector512.MultiplyAddEstimate(even, s, Vector512.Create(1.0 / 720.0));
        even = Vector512.MultiplyAddEstimate(even, s, Vector512.Create(1.0 / 24.0));
        even = Vector512.MultiplyAddEstimate(even, s, Vector512.Create(1.0 / 2.0));
        Vector512<double> odd = Vector512.Create(1.0 / 6227020800.0);
        odd = Vector512.MultiplyAddEstimate(odd, s, Vector512.Create(1.0 / 39916800.0));
        odd = Vector512.MultiplyAddEstimate(odd, s, Vector512.Create(1.0 / 362880.0));
        odd = Vector512.MultiplyAddEstimate(odd, s, Vector512.Create(1.0 / 5040.0));
        odd = Vector512.MultiplyAddEstimate(odd, s, Vector512.Create(1.0 / 120.0));
        odd = Vector512.MultiplyAddEstimate(odd, s, Vector512.Create(1.0 / 6.0));
        return Vector512.MultiplyAddEstimate(s, Vector512.MultiplyAddEstimate(odd, r, even), r);
    }
}
