// Vector512/VectorMath.Cbrt.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The cube root in single precision.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The cube root. x^(−⅓) is first guessed by a third of the exponent and fraction bits, then corrected by the minimax polynomial of (1 − h)^(−⅓) with h = 1 − x·guess³, which leaves
    /// 1.7e-6; one step of Newton's iteration on the root itself ends it. Kernel: at most 0.82 ulp (0.97 without fused multiply-add), measured on all arguments, subnormal arguments included.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cbrt(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> isSubnormal = Vector256.LessThan(magnitude, Vector256.Create(SingleSmallestNormal));
        Vector256<float> a = Vector256.ConditionalSelect(isSubnormal, magnitude * Vector256.Create(SingleCubeScale), magnitude);

        Vector256<float> third = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(a.AsInt32()), Vector256.Create(-1f / 3f), Vector256.Create(1419548160f));
        Vector256<float> z = Vector256.ConvertToInt32Native(third).AsSingle();
        Vector256<float> h = Vector256<float>.One - (a * (z * z) * z);
        Vector256<float> p = Vector256.Create(0.226449206f);
        p = Vector256.MultiplyAddEstimate(p, h, Vector256.Create(0.217176378f));
        p = Vector256.MultiplyAddEstimate(p, h, Vector256.Create(0.333451837f));
        z = Vector256.MultiplyAddEstimate(z * h, p, z);

        Vector256<float> square = z * z;
        Vector256<float> root = a * square;
        Vector256<float> excess = Vector256.MultiplyAddEstimate(root * root, root, -a);
        root = Vector256.MultiplyAddEstimate(excess * square, Vector256.Create(-1f / 3f), root);

        root = Vector256.ConditionalSelect(isSubnormal, root * Vector256.Create(SingleCubeRootOfScale), root);
        root = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(float.PositiveInfinity)), root, magnitude);
        return Vector256.CopySign(root, x);
    }
}
