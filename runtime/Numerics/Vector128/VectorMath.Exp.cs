// Vector512/VectorMath.Exp.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Exp(Vector128<double> x)
    {
        // MinNative(c, x) keeps a NaN x, and every step below keeps it too.
        Vector128<double> clamped = Vector128.MaxNative(Vector128.Create(ExpLowest), Vector128.MinNative(Vector128.Create(ExpHighest), x));
        Vector128<double> r = ReduceByLn2(clamped, Vector128.Create(TwiceBiasedRounder), out Vector128<double> rounded);
        return ScaledExp(r, rounded);
    }

    /// <summary>2ⁿ·eʳ with n + <see cref="TwiceBiasedRounder"/> given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ScaledExp(Vector128<double> r, Vector128<double> rounded)
    {
        Vector128<double> square = r * r;
        Vector128<double> power = Vector128.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector128<double>.One;

        // In two halves: 2ⁿ itself may overflow or be subnormal where the result is not; only the last product rounds. With the bias doubled,
        // the halves of the bits are exponents.
        Vector128<long> half = rounded.AsInt64() >>> 1, rest = rounded.AsInt64() - half;
        return power * (rest << 52).AsDouble() * (half << 52).AsDouble();
    }

    /// <summary>eˣ − 1, without loss of digits near 0. Kernel: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ExpM1(Vector128<double> x)
    {
        Vector128<double> clamped = Vector128.MaxNative(Vector128.Create(ExpM1Lowest), Vector128.MinNative(Vector128.Create(ExpHighest), x));

        // Everything in halves, because 2ⁿ may overflow where the result does not.
        Vector128<double> r = ReduceByLn2(clamped, Vector128.Create(BiasedRounder - 1), out Vector128<double> rounded);
        Vector128<double> power = PowerOfTwo(rounded), shifted = power - Vector128.Create(0.5);
        Vector128<double> square = r * r, tail = square * ExpTail(r, square);

        // 2ⁿr + (2ⁿ − 1) and what that sum loses, so that only the last sum rounds in full.
        Vector128<double> sum = Vector128.MultiplyAddEstimate(power, r, shifted);
        Vector128<double> half = sum + Vector128.MultiplyAddEstimate(power, tail, Vector128.MultiplyAddEstimate(power, r, shifted - sum));
        return Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(x), Vector128.Create(Tiny)), x, half + half);
    }
}
