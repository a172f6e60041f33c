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
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> clamped = Vector512.MaxNative(Vector512.Create(SingleExpLowest), Vector512.MinNative(Vector512.Create(SingleSigmoidSaturation), x));
        Vector512<float> r = ReduceByLn2(-clamped, out Vector512<float> rounded, out _);

        // Where e⁻ˣ is large: everything times 2⁻⁶⁴, and the result again, which may be subnormal; and 2ⁿ added last, because 2ⁿ + 1 is rounded from 2²⁴ on.
        Vector512<float> isSmall = Vector512.LessThan(x, Vector512.Create(-16f));
        Vector512<float> unit = Vector512.ConditionalSelect(isSmall, Vector512.Create(SingleTwoToMinus64), Vector512<float>.One);
        Vector512<float> power = ((rounded.AsInt32() << 23) + unit.AsInt32()).AsSingle();
        Vector512<float> first = Vector512.ConditionalSelect(isSmall, unit, power + unit);
        return Vector512<float>.One / (Vector512.MultiplyAddEstimate(power, ReducedExpM1(r), first) + (isSmall & power)) * unit;
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)), which neither overflows nor loses the small values. Kernel: at most 1.75 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftPlus(Vector512<float> x)
    {
        Vector512<float> small = ExpOfNegative(-Vector512.Abs(x));

        // 1 + e = 2·(1 + (e − 1)/2) where it is above √2.
        Vector512<float> isHalved = Vector512.GreaterThan(small, Vector512.Create(0.41421356f));
        Vector512<float> f = Vector512.ConditionalSelect(isHalved, Vector512.MultiplyAddEstimate(small, Vector512.Create(0.5f), Vector512.Create(-0.5f)), small);
        Vector512<float> n = Vector512.ConditionalSelect(isHalved, Vector512<float>.One, Vector512<float>.Zero);
        return Vector512.MaxNative(x, Vector512<float>.Zero) + ReducedLog(n, f); // a NaN comes out of the logarithm
    }
}
