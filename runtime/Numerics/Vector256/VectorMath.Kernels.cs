// Vector512/VectorMath.Kernels.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>n = x/ln 2 rounded, x = n ln 2 + r with |r| ≤ ln 2 / 2. The low bits of <paramref name="rounded"/> are n plus those of the rounder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReduceByLn2(Vector256<double> x, Vector256<double> rounder, out Vector256<double> rounded)
    {
        rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), rounder);
        Vector256<double> n = rounded - rounder;
        return Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="BiasedRounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> rounded) => (rounded.AsInt64() << 52).AsDouble();

    /// <remarks>
    /// (eʳ − 1 − r)/r² for |r| ≤ ln 2 / 2, minimax of degree 9: the error is 2⁻⁵⁶ of eʳ. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpTail(Vector256<double> r, Vector256<double> square)
    {
        Vector256<double> even = Vector256.Create(2.7630299770063063e-07);
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(2.4801492975901825e-05));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(0.0013888888943723665));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(0.041666666666529927));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(0.5000000000000011));
        Vector256<double> odd = Vector256.Create(2.4999346656003793e-08);
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(2.755758917703169e-06));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(0.00019841269502790973));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(0.008333333333496526));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(0.16666666666666408));
        return Vector256.MultiplyAddEstimate(odd, r, even);
    }

    /// <summary>x·y − product without error, where <paramref name="product"/> is x·y rounded: by one fused multiply-add, or by halves (Dekker 1971).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ProductError(Vector256<double> x, Vector256<double> y, Vector256<double> product)
    {
        if (IsFused)
        {
            return Vector256.FusedMultiplyAdd(x, y, -product);
        }
        Vector256<double> xHigh = (x.AsInt64() & Vector256.Create(UpperHalfBits)).AsDouble(), xLow = x - xHigh;
        Vector256<double> yHigh = (y.AsInt64() & Vector256.Create(UpperHalfBits)).AsDouble(), yLow = y - yHigh;
        return (((xHigh * yHigh) - product) + (xHigh * yLow) + (xLow * yHigh)) + (xLow * yLow);
    }
}
