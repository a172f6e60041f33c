// Vector512/VectorMath.Kernels.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>n = x/ln 2 rounded, x = n ln 2 + r with |r| ≤ ln 2 / 2. The low bits of <paramref name="rounded"/> are n plus those of the rounder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReduceByLn2(Vector128<double> x, Vector128<double> rounder, out Vector128<double> rounded)
    {
        rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(Log2E), rounder);
        Vector128<double> n = rounded - rounder;
        return Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="BiasedRounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> PowerOfTwo(Vector128<double> rounded) => (rounded.AsInt64() << 52).AsDouble();

    /// <remarks>
    /// (eʳ − 1 − r)/r² for |r| ≤ ln 2 / 2, minimax of degree 9: the error is 2⁻⁵⁶ of eʳ. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ExpTail(Vector128<double> r, Vector128<double> square)
    {
        Vector128<double> even = Vector128.Create(2.7630299770063063e-07);
        even = Vector128.MultiplyAddEstimate(even, square, Vector128.Create(2.4801492975901825e-05));
        even = Vector128.MultiplyAddEstimate(even, square, Vector128.Create(0.0013888888943723665));
        even = Vector128.MultiplyAddEstimate(even, square, Vector128.Create(0.041666666666529927));
        even = Vector128.MultiplyAddEstimate(even, square, Vector128.Create(0.5000000000000011));
        Vector128<double> odd = Vector128.Create(2.4999346656003793e-08);
        odd = Vector128.MultiplyAddEstimate(odd, square, Vector128.Create(2.755758917703169e-06));
        odd = Vector128.MultiplyAddEstimate(odd, square, Vector128.Create(0.00019841269502790973));
        odd = Vector128.MultiplyAddEstimate(odd, square, Vector128.Create(0.008333333333496526));
        odd = Vector128.MultiplyAddEstimate(odd, square, Vector128.Create(0.16666666666666408));
        return Vector128.MultiplyAddEstimate(odd, r, even);
    }

    /// <summary>x·y − product without error, where <paramref name="product"/> is x·y rounded: by one fused multiply-add, or by halves (Dekker 1971).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ProductError(Vector128<double> x, Vector128<double> y, Vector128<double> product)
    {
        if (IsFused)
        {
            return Vector128.FusedMultiplyAdd(x, y, -product);
        }
        Vector128<double> xHigh = (x.AsInt64() & Vector128.Create(UpperHalfBits)).AsDouble(), xLow = x - xHigh;
        Vector128<double> yHigh = (y.AsInt64() & Vector128.Create(UpperHalfBits)).AsDouble(), yLow = y - yHigh;
        return (((xHigh * yHigh) - product) + (xHigh * yLow) + (xLow * yHigh)) + (xLow * yLow);
    }
}
