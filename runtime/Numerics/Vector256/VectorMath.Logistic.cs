// Vector512/VectorMath.Logistic.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions.</content>
public static partial class VectorMath
{
    /// <summary>
    /// 1/(1 + e^(−x)) = f − f·e/(1 + e) with e = e^(−|x|) and f either e or 1, so that the error of the quotient counts for half at most. Kernel: at most 1.7
    /// ulp, subnormal results included.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sigmoid(Vector256<double> x)
    {
        Vector256<double> small = Exp(-Vector256.Abs(x));
        Vector256<double> factor = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), small, Vector256<double>.One);
        return Vector256.MultiplyAddEstimate(-factor, small / (Vector256<double>.One + small), factor);
    }

    /// <summary>ln(1 + eˣ), which neither overflows nor loses the small values. Kernel: at most 1.8 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SoftPlus(Vector256<double> x) => Vector256.MaxNative(x, Vector256<double>.Zero) + UncheckedLogP1(Exp(-Vector256.Abs(x)));
}
