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
    public static Vector512<float> Cbrt(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> isSubnormal = Vector512.LessThan(magnitude, Vector512.Create(SingleSmallestNormal));
        Vector512<float> a = Vector512.ConditionalSelect(isSubnormal, magnitude * Vector512.Create(SingleCubeScale), magnitude);

        Vector512<float> third = Vector512.MultiplyAddEstimate(Vector512.ConvertToSingle(a.AsInt32()), Vector512.Create(-1f / 3f), Vector512.Create(1419548160f));
        Vector512<float> z = Vector512.ConvertToInt32Native(third).AsSingle();
        Vector512<float> h = Vector512<float>.One - (a * (z * z) * z);
        Vector512<float> p = Vector512.Create(0.226449206f);
        p = Vector512.MultiplyAddEstimate(p, h, Vector512.Create(0.217176378f));
        p = Vector512.MultiplyAddEstimate(p, h, Vector512.Create(0.333451837f));
        z = Vector512.MultiplyAddEstimate(z * h, p, z);

        Vector512<float> square = z * z;
        Vector512<float> root = a * square;
        Vector512<float> excess = Vector512.MultiplyAddEstimate(root * root, root, -a);
        root = Vector512.MultiplyAddEstimate(excess * square, Vector512.Create(-1f / 3f), root);

        root = Vector512.ConditionalSelect(isSubnormal, root * Vector512.Create(SingleCubeRootOfScale), root);
        root = Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512.Create(float.PositiveInfinity)), root, magnitude);
        return Vector512.CopySign(root, x);
    }
}
