// Vector512/VectorMath.Tanh.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> s = x * x;
        Vector128<float> p = Vector128.Create(-0.00589796668f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.0207986254f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.0537847169f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.133319363f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.333332986f));
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> small = Vector128.MultiplyAddEstimate(magnitude * s, p, magnitude);

        Vector128<float> clamped = Vector128.MinNative(Vector128.Create(SingleTanhSaturation), magnitude);
        Vector128<float> r = ReduceByLn2(clamped + clamped, out Vector128<float> rounded, out _);
        Vector128<float> power = ((rounded.AsInt32() << 23) + Vector128.Create(SingleOneBits)).AsSingle();
        Vector128<float> large = Vector128<float>.One - (Vector128.Create(2f) / Vector128.MultiplyAddEstimate(power, ReducedExpM1(r), power + Vector128<float>.One));
        return Vector128.CopySign(Vector128.ConditionalSelect(Vector128.LessThan(magnitude, Vector128.Create(0.6f)), small, large), x);
    }
}
