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
    public static Vector512<double> Sigmoid(Vector512<double> x)
    {
        Vector512<double> small = Exp(-Vector512.Abs(x));
        Vector512<double> factor = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), small, Vector512<double>.One);
        return Vector512.MultiplyAddEstimate(-factor, small / (Vector512<double>.One + small), factor);
    }

    /// <summary>ln(1 + eˣ), which neither overflows nor loses the small values. Kernel: at most 1.8 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SoftPlus(Vector512<double> x) => Vector512.MaxNative(x, Vector512<double>.Zero) + UncheckedLogP1(Exp(-Vector512.Abs(x)));
}
