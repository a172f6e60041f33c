// Vector512/VectorMath.Tanh.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The hyperbolic tangent in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent: x + x³·p(x²) up to 0.6, p minimax with a relative error of 0.05 · 2⁻²⁴; 1 − 2/(e²ˣ + 1) beyond. Kernel: at most 1.24 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> s = x * x;
        Vector256<float> p = Vector256.Create(-0.00589796668f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.0207986254f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.0537847169f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.133319363f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.333332986f));
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> small = Vector256.MultiplyAddEstimate(magnitude * s, p, magnitude);

        Vector256<float> clamped = Vector256.MinNative(Vector256.Create(SingleTanhSaturation), magnitude);
        Vector256<float> r = ReduceByLn2(clamped + clamped, out Vector256<float> rounded, out _);
        Vector256<float> power = ((rounded.AsInt32() << 23) + Vector256.Create(SingleOneBits)).AsSingle();
        Vector256<float> large = Vector256<float>.One - (Vector256.Create(2f) / Vector256.MultiplyAddEstimate(power, ReducedExpM1(r), power + Vector256<float>.One));
        return Vector256.CopySign(Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0.6f)), small, large), x);
    }
}
