// Vector512/VectorMath.Kernels.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>x = n ln 2 + r with |r| ≤ ln 2 / 2 and n whole; the low bits of <paramref name="rounded"/> are n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReduceByLn2(Vector128<double> x, out Vector128<double> rounded, out Vector128<double> n)
    {
        rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(Log2E), Vector128.Create(Rounder));
        n = rounded - Vector128.Create(Rounder);
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="Rounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> PowerOfTwo(Vector128<double> rounded) =>
        ((rounded.AsInt64() << 52) + Vector128<double>.One.AsInt64()).AsDouble();

    /// <remarks>
    /// eʳ − 1 for |r| ≤ ln 2 / 2 by its Taylor series to r¹³/13!; the first term left out is 1.2e-17 of the result. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReducedExpM1(Vector128<double> r)
    {
        Vector128<double> s = r * r;
        Vector128<double> even = Vector128.Create(1.0 / 479001600.0);
        even = Vector128.MultiplyAddEstimate(even, s, Vector128.Create(1.0 / 3628800.0));
        even = Vector128.MultiplyAddEstimate(even, s, Vector128.Create(1.0 / 40320.0));
        even = Vector128.MultiplyAddEstimate(even, s, Vector128.Create(1.0 / 720.0));
        even = Vector128.MultiplyAddEstimate(even, s, Vector128.Create(1.0 / 24.0));
        even = Vector128.MultiplyAddEstimate(even, s, Vector128.Create(1.0 / 2.0));
        Vector128<double> odd = Vector128.Create(1.0 / 6227020800.0);
        odd = Vector128.MultiplyAddEstimate(odd, s, Vector128.Create(1.0 / 39916800.0));
        odd = Vector128.MultiplyAddEstimate(odd, s, Vector128.Create(1.0 / 362880.0));
        odd = Vector128.MultiplyAddEstimate(odd, s, Vector128.Create(1.0 / 5040.0));
        odd = Vector128.MultiplyAddEstimate(odd, s, Vector128.Create(1.0 / 120.0));
        odd = Vector128.MultiplyAddEstimate(odd, s, Vector128.Create(1.0 / 6.0));
        return Vector128.MultiplyAddEstimate(s, Vector128.MultiplyAddEstimate(odd, r, even), r);
    }
}
