using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function in single precision.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The error function: x + x·p(x²) up to 1, 1 − e^q(|x|) beyond; p and q are the minimax polynomials of the relative error, 0.03 · 2⁻²⁴ and 0.02 · 2⁻²⁴. Kernel: at most 1.1 ulp (1.3 without fused multiply-add), measured on all arguments.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> s = x * x;
        Vector512<float> p = Vector512.Create(7.83000432e-05f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.000800334441f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.00518761389f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.0268534943f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.112835802f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.37612626f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.128379166f));
        Vector512<float> small = Vector512.MultiplyAddEstimate(magnitude, p, magnitude);

        Vector512<float> t = Vector512.MinNative(Vector512.Create(SingleErfSaturation), magnitude);
        Vector512<float> q = Vector512.Create(0.000186331294f);
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(-0.00294717913f));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(0.0218361262f));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(-0.103102691f));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(-0.6381495f));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(-1.1270864f));
        q = Vector512.MultiplyAddEstimate(q, t, Vector512.Create(-0.000342201645f));
        Vector512<float> r = ReduceByLn2(q, out Vector512<float> rounded, out _);
        Vector512<float> power = ((rounded.AsInt32() << 23) + Vector512.Create(SingleOneBits)).AsSingle();
        Vector512<float> large = Vector512<float>.One - Vector512.MultiplyAddEstimate(power, ReducedExpM1(r), power);
        return Vector512.CopySign(Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512<float>.One), small, large), x);
    }
}
