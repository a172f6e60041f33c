// Vector512/VectorMath.Logistic.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions in single precision.</content>
public static partial class VectorMath
{
    /// <summary>1/(1 + e⁻ˣ) with 1 + e⁻ˣ = 2ⁿ·(eʳ − 1) + 1 + 2ⁿ. Kernel: at most 1.75 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> clamped = Vector256.MaxNative(Vector256.Create(SingleExpLowest), Vector256.MinNative(Vector256.Create(SingleSigmoidSaturation), x));
        Vector256<float> r = ReduceByLn2(-clamped, out Vector256<float> rounded, out _);

        // Where e⁻ˣ is large: everything times 2⁻⁶⁴, and the result again, which may be subnormal; and 2ⁿ added last, because 2ⁿ + 1 is rounded from 2²⁴ on.
        Vector256<float> isSmall = Vector256.LessThan(x, Vector256.Create(-16f));
        Vector256<float> unit = Vector256.ConditionalSelect(isSmall, Vector256.Create(SingleTwoToMinus64), Vector256<float>.One);
        Vector256<float> power = ((rounded.AsInt32() << 23) + unit.AsInt32()).AsSingle();
        Vector256<float> first = Vector256.ConditionalSelect(isSmall, unit, power + unit);
        return Vector256<float>.One / (Vector256.MultiplyAddEstimate(power, ReducedExpM1(r), first) + (isSmall & power)) * unit;
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)), which neither overflows nor loses the small values. Kernel: at most 1.75 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftPlus(Vector256<float> x)
    {
        Vector256<float> small = ExpOfNegative(-Vector256.Abs(x));

        // 1 + e = 2·(1 + (e − 1)/2) where it is above √2.
        Vector256<float> isHalved = Vector256.GreaterThan(small, Vector256.Create(0.41421356f));
        Vector256<float> f = Vector256.ConditionalSelect(isHalved, Vector256.MultiplyAddEstimate(small, Vector256.Create(0.5f), Vector256.Create(-0.5f)), small);
        Vector256<float> n = Vector256.ConditionalSelect(isHalved, Vector256<float>.One, Vector256<float>.Zero);
        return Vector256.MaxNative(x, Vector256<float>.Zero) + ReducedLog(n, f); // a NaN comes out of the logarithm
    }
}
