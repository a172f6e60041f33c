// Vector512/VectorMath.Atan.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The arc tangent in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The arc tangent. Kernel: at most 1.39 ulp, measured on all arguments.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> isInverted = Vector256.GreaterThan(magnitude, Vector256<float>.One);
        Vector256<float> angle = ReducedAtan(Vector256.ConditionalSelect(isInverted, Vector256<float>.One / magnitude, magnitude));
        Vector256<float> complement = Vector256.Create(SingleHalfPiHigh) - (angle - Vector256.Create(SingleHalfPiLow));
        return Vector256.CopySign(Vector256.ConditionalSelect(isInverted, complement, angle), x);
    }

    /// <summary>The angle of the point (x, y), zeros and infinities of either sign too. Kernel: at most 1.6 ulp, measured on 2·10⁷ pairs.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x)
    {
        Vector256<float> height = Vector256.Abs(y);
        Vector256<float> width = Vector256.Abs(x);
        Vector256<float> isSteep = Vector256.GreaterThan(height, width);
        Vector256<float> smaller = Vector256.ConditionalSelect(isSteep, width, height);
        Vector256<float> larger = Vector256.ConditionalSelect(isSteep, height, width);

        // 0/0 is 0 and ∞/∞ is 1 here.
        larger = Vector256.MaxNative(Vector256.Create(float.Epsilon), larger);
        Vector256<float> quotient = Vector256.ConditionalSelect(Vector256.Equals(smaller, larger), Vector256<float>.One, smaller / larger);
        Vector256<float> angle = ReducedAtan(quotient);

        // From the x axis on the side of x, or from the y axis: 0 + angle, π − angle, π/2 − angle, π/2 + angle.
        Vector256<float> isLeft = (x.AsInt32() >> 31).AsSingle();
        Vector256<float> axisHigh = Vector256.ConditionalSelect(isSteep, Vector256.Create(SingleHalfPiHigh), isLeft & Vector256.Create(SinglePiHigh));
        Vector256<float> axisLow = Vector256.ConditionalSelect(isSteep, Vector256.Create(SingleHalfPiLow), isLeft & Vector256.Create(SinglePiLow));
        angle ^= (isSteep ^ isLeft) & Vector256.Create(-0f);
        return Vector256.CopySign(axisHigh + (angle + axisLow), y);
    }

    /// <remarks>atan t = t + t³·p(t²) for 0 ≤ t ≤ 1; p is the minimax polynomial of the relative error, 0.04 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ReducedAtan(Vector256<float> t)
    {
        Vector256<float> s = t * t;
        Vector256<float> p = Vector256.Create(-0.00178790151f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.010888963f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.0311299637f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.0579093993f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.0840062574f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.109512158f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.142640561f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(0.19998531f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.333332986f));
        return Vector256.MultiplyAddEstimate(t * s, p, t);
    }
}
