using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm. Kernel: at most 0.88 ulp, measured on all arguments, subnormal arguments included.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        Vector512<float> isSubnormal = Vector512.LessThan(x, Vector512.Create(SingleSmallestNormal));
        Vector512<float> normal = Vector512.ConditionalSelect(isSubnormal, x * Vector512.Create(SingleTwo23), x);
        Vector512<int> shifted = normal.AsInt32() + Vector512.Create(SingleOneBits - SingleSqrtHalfBits);
        Vector512<float> n = Vector512.ConvertToSingle(shifted >> 23) - Vector512.ConditionalSelect(isSubnormal, Vector512.Create(127f + 23f), Vector512.Create(127f));
        Vector512<float> f = ((shifted & Vector512.Create(SingleFractionBits)) + Vector512.Create(SingleSqrtHalfBits)).AsSingle() - Vector512<float>.One;
        Vector512<float> logarithm = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity)), ReducedLog(n, f), x);
        return Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(x, Vector512<float>.Zero),
            Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), Vector512.Create(float.NaN)), logarithm);
    }

    /// <summary>log(1 + x), which loses no digits near 0. Kernel: at most 1.47 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x)
    {
        Vector512<float> sum = x + Vector512<float>.One;
        Vector512<int> shifted = sum.AsInt32() - Vector512.Create(SingleSqrtHalfBits);
        Vector512<float> n = Vector512.ConvertToSingle(shifted >> 23);

        // f = 2⁻ⁿ·x + (2⁻ⁿ − 1) from x itself, not from the rounded sum. 4·2⁻ⁿ, because 2⁻¹²⁸ is subnormal.
        Vector512<float> power = (Vector512.Create(SingleOneBits + (2 << 23)) - (shifted & Vector512.Create(-0x00800000))).AsSingle();
        Vector512<float> f = Vector512.MultiplyAddEstimate(x * power, Vector512.Create(0.25f), Vector512.MultiplyAddEstimate(power, Vector512.Create(0.25f), Vector512.Create(-1f)));
        Vector512<float> logarithm = Vector512.CopySign(ReducedLog(n, f), x); // −0, which the sums lose
        logarithm = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity)), logarithm, x);
        return Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(x, Vector512.Create(-1f)),
            Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(-1f)), Vector512.Create(float.NegativeInfinity), Vector512.Create(float.NaN)), logarithm);
    }
}
