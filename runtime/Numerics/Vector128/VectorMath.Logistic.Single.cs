// Vector512/VectorMath.Logistic.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        Vector128<float> clamped = Vector128.MaxNative(Vector128.Create(SingleExpLowest), Vector128.MinNative(Vector128.Create(SingleSigmoidSaturation), x));
        Vector128<float> r = ReduceByLn2(-clamped, out Vector128<float> rounded, out _);

        // Where e⁻ˣ is large: everything times 2⁻⁶⁴, and the result again, which may be subnormal; and 2ⁿ added last, because 2ⁿ + 1 is rounded from 2²⁴ on.
        Vector128<float> isSmall = Vector128.LessThan(x, Vector128.Create(-16f));
        Vector128<float> unit = Vector128.ConditionalSelect(isSmall, Vector128.Create(SingleTwoToMinus64), Vector128<float>.One);
        Vector128<float> power = ((rounded.AsInt32() << 23) + unit.AsInt32()).AsSingle();
        Vector128<float> first = Vector128.ConditionalSelect(isSmall, unit, power + unit);
        return Vector128<float>.One / (Vector128.MultiplyAddEstimate(power, ReducedExpM1(r), first) + (isSmall & power)) * unit;
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)), which neither overflows nor loses the small values. Kernel: at most 1.75 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftPlus(Vector128<float> x)
    {
        Vector128<float> small = ExpOfNegative(-Vector128.Abs(x));

        // 1 + e = 2·(1 + (e − 1)/2) where it is above √2.
        Vector128<float> isHalved = Vector128.GreaterThan(small, Vector128.Create(0.41421356f));
        Vector128<float> f = Vector128.ConditionalSelect(isHalved, Vector128.MultiplyAddEstimate(small, Vector128.Create(0.5f), Vector128.Create(-0.5f)), small);
        Vector128<float> n = Vector128.ConditionalSelect(isHalved, Vector128<float>.One, Vector128<float>.Zero);
        return Vector128.MaxNative(x, Vector128<float>.Zero) + ReducedLog(n, f); // a NaN comes out of the logarithm
    }
}
