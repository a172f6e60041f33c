// Vector512/VectorMath.Cbrt.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Cbrt(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> isSubnormal = Vector128.LessThan(magnitude, Vector128.Create(SingleSmallestNormal));
        Vector128<float> a = Vector128.ConditionalSelect(isSubnormal, magnitude * Vector128.Create(SingleCubeScale), magnitude);

        Vector128<float> third = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(a.AsInt32()), Vector128.Create(-1f / 3f), Vector128.Create(1419548160f));
        Vector128<float> z = Vector128.ConvertToInt32Native(third).AsSingle();
        Vector128<float> h = Vector128<float>.One - (a * (z * z) * z);
        Vector128<float> p = Vector128.Create(0.226449206f);
        p = Vector128.MultiplyAddEstimate(p, h, Vector128.Create(0.217176378f));
        p = Vector128.MultiplyAddEstimate(p, h, Vector128.Create(0.333451837f));
        z = Vector128.MultiplyAddEstimate(z * h, p, z);

        Vector128<float> square = z * z;
        Vector128<float> root = a * square;
        Vector128<float> excess = Vector128.MultiplyAddEstimate(root * root, root, -a);
        root = Vector128.MultiplyAddEstimate(excess * square, Vector128.Create(-1f / 3f), root);

        root = Vector128.ConditionalSelect(isSubnormal, root * Vector128.Create(SingleCubeRootOfScale), root);
        root = Vector128.ConditionalSelect(Vector128.LessThan(magnitude, Vector128.Create(float.PositiveInfinity)), root, magnitude);
        return Vector128.CopySign(root, x);
    }
}
