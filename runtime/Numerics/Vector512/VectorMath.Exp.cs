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
    public static Vector512<double> Exp(Vector512<double> x)
    {
        // MinNative(c, x) keeps a NaN x, and every step below keeps it too.
        Vector512<double> clamped = Vector512.MaxNative(Vector512.Create(ExpLowest), Vector512.MinNative(Vector512.Create(ExpHighest), x));
        Vector512<double> r = ReduceByLn2(clamped, Vector512.Create(TwiceBiasedRounder), out Vector512<double> rounded);
        return ScaledExp(r, rounded);
    }

    /// <summary>2ⁿ·eʳ with n + <see cref="TwiceBiasedRounder"/> given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ScaledExp(Vector512<double> r, Vector512<double> rounded)
    {
        Vector512<double> square = r * r;
        Vector512<double> power = Vector512.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector512<double>.One;

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds. With the bias doubled,
        // the halves of the bits are exponents.
        Vector512<long> half = rounded.AsInt64() >>> 1, rest = rounded.AsInt64() - half;
        return power * (rest << 52).AsDouble() * (half << 52).AsDouble();
    }

    /// <summary>eˣ − 1, without loss of digits near 0. Kernel: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x)
    {
        Vector512<double> clamped = Vector512.MaxNative(Vector512.Create(ExpM1Lowest), Vector512.MinNative(Vector512.Create(ExpHighest), x));

        // Everything in halves, because 2ⁿ may overflow where the result does not.
        Vector512<double> r = ReduceByLn2(clamped, Vector512.Create(BiasedRounder - 1), out Vector512<double> rounded);
        Vector512<double> power = PowerOfTwo(rounded), shifted = power - Vector512.Create(0.5);
        Vector512<double> square = r * r, tail = square * ExpTail(r, square);

        // 2ⁿr + (2ⁿ − 1) and what that sum loses, so that only the last sum rounds in full.
        Vector512<double> sum = Vector512.MultiplyAddEstimate(power, r, shifted);
        Vector512<double> half = sum + Vector512.MultiplyAddEstimate(power, tail, Vector512.MultiplyAddEstimate(power, r, shifted - sum));
        return Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(Tiny)), x, half + half);
    }
}
