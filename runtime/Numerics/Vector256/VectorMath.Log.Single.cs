// Vector512/VectorMath.Log.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> isSubnormal = Vector256.LessThan(x, Vector256.Create(SingleSmallestNormal));
        Vector256<float> normal = Vector256.ConditionalSelect(isSubnormal, x * Vector256.Create(SingleTwo23), x);
        Vector256<int> shifted = normal.AsInt32() + Vector256.Create(SingleOneBits - SingleSqrtHalfBits);
        Vector256<float> n = Vector256.ConvertToSingle(shifted >> 23) - Vector256.ConditionalSelect(isSubnormal, Vector256.Create(127f + 23f), Vector256.Create(127f));
        Vector256<float> f = ((shifted & Vector256.Create(SingleFractionBits)) + Vector256.Create(SingleSqrtHalfBits)).AsSingle() - Vector256<float>.One;
        Vector256<float> logarithm = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity)), ReducedLog(n, f), x);
        return Vector256.ConditionalSelect(
            Vector256.LessThanOrEqual(x, Vector256<float>.Zero),
            Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), Vector256.Create(float.NaN)), logarithm);
    }

    /// <summary>log(1 + x), which loses no digits near 0. Kernel: at most 1.47 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogP1(Vector256<float> x)
    {
        Vector256<float> sum = x + Vector256<float>.One;
        Vector256<int> shifted = sum.AsInt32() - Vector256.Create(SingleSqrtHalfBits);
        Vector256<float> n = Vector256.ConvertToSingle(shifted >> 23);

        // f = 2⁻ⁿ·x + (2⁻ⁿ − 1) from x itself, not from the rounded sum. 4·2⁻ⁿ, because 2⁻¹²⁸ is subnormal.
        Vector256<float> power = (Vector256.Create(SingleOneBits + (2 << 23)) - (shifted & Vector256.Create(-0x00800000))).AsSingle();
        Vector256<float> f = Vector256.MultiplyAddEstimate(x * power, Vector256.Create(0.25f), Vector256.MultiplyAddEstimate(power, Vector256.Create(0.25f), Vector256.Create(-1f)));
        Vector256<float> logarithm = Vector256.CopySign(ReducedLog(n, f), x); // −0, which the sums lose
        logarithm = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity)), logarithm, x);
        return Vector256.ConditionalSelect(
            Vector256.LessThanOrEqual(x, Vector256.Create(-1f)),
            Vector256.ConditionalSelect(Vector256.Equals(x, Vector256.Create(-1f)), Vector256.Create(float.NegativeInfinity), Vector256.Create(float.NaN)), logarithm);
    }
}
