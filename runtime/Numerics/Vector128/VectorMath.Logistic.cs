// Vector512/VectorMath.Logistic.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Sigmoid(Vector128<double> x)
    {
        Vector128<double> small = Exp(-Vector128.Abs(x));
        Vector128<double> factor = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<double>.Zero), small, Vector128<double>.One);
        return Vector128.MultiplyAddEstimate(-factor, small / (Vector128<double>.One + small), factor);
    }

    /// <summary>ln(1 + eˣ), which neither overflows nor loses the small values. Kernel: at most 1.8 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> SoftPlus(Vector128<double> x) => Vector128.MaxNative(x, Vector128<double>.Zero) + UncheckedLogP1(Exp(-Vector128.Abs(x)));
}
