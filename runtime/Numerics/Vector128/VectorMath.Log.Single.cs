// Vector512/VectorMath.Log.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Log(Vector128<float> x)
    {
        Vector128<float> isSubnormal = Vector128.LessThan(x, Vector128.Create(SingleSmallestNormal));
        Vector128<float> normal = Vector128.ConditionalSelect(isSubnormal, x * Vector128.Create(SingleTwo23), x);
        Vector128<int> shifted = normal.AsInt32() + Vector128.Create(SingleOneBits - SingleSqrtHalfBits);
        Vector128<float> n = Vector128.ConvertToSingle(shifted >> 23) - Vector128.ConditionalSelect(isSubnormal, Vector128.Create(127f + 23f), Vector128.Create(127f));
        Vector128<float> f = ((shifted & Vector128.Create(SingleFractionBits)) + Vector128.Create(SingleSqrtHalfBits)).AsSingle() - Vector128<float>.One;
        Vector128<float> logarithm = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(float.PositiveInfinity)), ReducedLog(n, f), x);
        return Vector128.ConditionalSelect(
            Vector128.LessThanOrEqual(x, Vector128<float>.Zero),
            Vector128.ConditionalSelect(Vector128.Equals(x, Vector128<float>.Zero), Vector128.Create(float.NegativeInfinity), Vector128.Create(float.NaN)), logarithm);
    }

    /// <summary>log(1 + x), which loses no digits near 0. Kernel: at most 1.47 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogP1(Vector128<float> x)
    {
        Vector128<float> sum = x + Vector128<float>.One;
        Vector128<int> shifted = sum.AsInt32() - Vector128.Create(SingleSqrtHalfBits);
        Vector128<float> n = Vector128.ConvertToSingle(shifted >> 23);

        // f = 2⁻ⁿ·x + (2⁻ⁿ − 1) from x itself, not from the rounded sum. 4·2⁻ⁿ, because 2⁻¹²⁸ is subnormal.
        Vector128<float> power = (Vector128.Create(SingleOneBits + (2 << 23)) - (shifted & Vector128.Create(-0x00800000))).AsSingle();
        Vector128<float> f = Vector128.MultiplyAddEstimate(x * power, Vector128.Create(0.25f), Vector128.MultiplyAddEstimate(power, Vector128.Create(0.25f), Vector128.Create(-1f)));
        Vector128<float> logarithm = Vector128.CopySign(ReducedLog(n, f), x); // −0, which the sums lose
        logarithm = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(float.PositiveInfinity)), logarithm, x);
        return Vector128.ConditionalSelect(
            Vector128.LessThanOrEqual(x, Vector128.Create(-1f)),
            Vector128.ConditionalSelect(Vector128.Equals(x, Vector128.Create(-1f)), Vector128.Create(float.NegativeInfinity), Vector128.Create(float.NaN)), logarithm);
    }
}
