using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>What the kernels share.</content>
public static partial class VectorMath
{
    /// <summary>n = x/ln 2 rounded, x = n ln 2 + r with |r| ≤ ln 2 / 2. The low bits of <paramref name="rounded"/> are n plus those of the rounder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReduceByLn2(Vector512<double> x, Vector512<double> rounder, out Vector512<double> rounded)
    {
        rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), rounder);
        Vector512<double> n = rounded - rounder;
        return Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x));
    }

    /// <summary>2ⁿ for a whole n between −1022 and 1023, given n + <see cref="BiasedRounder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> rounded) => (rounded.AsInt64() << 52).AsDouble();

    /// <remarks>
    /// (eʳ − 1 − r)/r² for |r| ≤ ln 2 / 2, minimax of degree 9: the error is 2⁻⁵⁶ of eʳ. Even and odd powers run side by side.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpTail(Vector512<double> r, Vector512<double> square)
    {
        Vector512<double> even = Vector512.Create(2.7630299770063063e-07);
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(2.4801492975901825e-05));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(0.0013888888943723665));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(0.041666666666529927));
        even = Vector512.MultiplyAddEstimate(even, square, Vector512.Create(0.5000000000000011));
        Vector512<double> odd = Vector512.Create(2.4999346656003793e-08);
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(2.755758917703169e-06));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(0.00019841269502790973));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(0.008333333333496526));
        odd = Vector512.MultiplyAddEstimate(odd, square, Vector512.Create(0.16666666666666408));
        return Vector512.MultiplyAddEstimate(odd, r, even);
    }

    /// <summary>x·y − product without error, where <paramref name="product"/> is x·y rounded: by one fused multiply-add, or by halves (Dekker 1971).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ProductError(Vector512<double> x, Vector512<double> y, Vector512<double> product)
    {
        if (IsFused)
        {
            return Vector512.FusedMultiplyAdd(x, y, -product);
        }
        Vector512<double> xHigh = (x.AsInt64() & Vector512.Create(UpperHalfBits)).AsDouble(), xLow = x - xHigh;
        Vector512<double> yHigh = (y.AsInt64() & Vector512.Create(UpperHalfBits)).AsDouble(), yLow = y - yHigh;
        return (((xHigh * yHigh) - product) + (xHigh * yLow) + (xLow * yHigh)) + (xLow * yLow);
    }
}
