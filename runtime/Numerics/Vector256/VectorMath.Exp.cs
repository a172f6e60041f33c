// Vector512/VectorMath.Exp.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function.</content>
public static partial class VectorMath
{
    /// <summary>eˣ = 2ⁿ·eʳ. Kernel: at most 1.1 ulp, subnormal results included.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // MinNative(c, x) keeps a NaN x, and every step below keeps it too.
        Vector256<double> clamped = Vector256.MaxNative(Vector256.Create(ExpLowest), Vector256.MinNative(Vector256.Create(ExpHighest), x));
        Vector256<double> r = ReduceByLn2(clamped, Vector256.Create(TwiceBiasedRounder), out Vector256<double> rounded);
        return ScaledExp(r, rounded);
    }

    /// <summary>2ⁿ·eʳ with n + <see cref="TwiceBiasedRounder"/> given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ScaledExp(Vector256<double> r, Vector256<double> rounded)
    {
        Vector256<double> square = r * r;
        Vector256<double> power = Vector256.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector256<double>.One;

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds. With the bias doubled,
        // the halves of the bits are exponents.
        Vector256<long> half = rounded.AsInt64() >>> 1, rest = rounded.AsInt64() - half;
        return power * (rest << 52).AsDouble() * (half << 52).AsDouble();
    }

    /// <summary>eˣ − 1, without loss of digits near 0. Kernel: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpM1(Vector256<double> x)
    {
        Vector256<double> clamped = Vector256.MaxNative(Vector256.Create(ExpM1Lowest), Vector256.MinNative(Vector256.Create(ExpHighest), x));

        // Everything in halves, because 2ⁿ may overflow where the result does not.
        Vector256<double> r = ReduceByLn2(clamped, Vector256.Create(BiasedRounder - 1), out Vector256<double> rounded);
        Vector256<double> power = PowerOfTwo(rounded), shifted = power - Vector256.Create(0.5);
        Vector256<double> square = r * r, tail = square * ExpTail(r, square);

        // 2ⁿr + (2ⁿ − 1) and what that sum loses, so that only the last sum rounds in full.
        Vector256<double> sum = Vector256.MultiplyAddEstimate(power, r, shifted);
        Vector256<double> half = sum + Vector256.MultiplyAddEstimate(power, tail, Vector256.MultiplyAddEstimate(power, r, shifted - sum));
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(Tiny)), x, half + half);
    }
}
