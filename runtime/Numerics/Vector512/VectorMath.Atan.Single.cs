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
    public static Vector512<float> Atan(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> isInverted = Vector512.GreaterThan(magnitude, Vector512<float>.One);
        Vector512<float> angle = ReducedAtan(Vector512.ConditionalSelect(isInverted, Vector512<float>.One / magnitude, magnitude));
        Vector512<float> complement = Vector512.Create(SingleHalfPiHigh) - (angle - Vector512.Create(SingleHalfPiLow));
        return Vector512.CopySign(Vector512.ConditionalSelect(isInverted, complement, angle), x);
    }

    /// <summary>The angle of the point (x, y), zeros and infinities of either sign too. Kernel: at most 1.6 ulp, measured on 2·10⁷ pairs.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x)
    {
        Vector512<float> height = Vector512.Abs(y);
        Vector512<float> width = Vector512.Abs(x);
        Vector512<float> isSteep = Vector512.GreaterThan(height, width);
        Vector512<float> smaller = Vector512.ConditionalSelect(isSteep, width, height);
        Vector512<float> larger = Vector512.ConditionalSelect(isSteep, height, width);

        // 0/0 is 0 and ∞/∞ is 1 here.
        larger = Vector512.MaxNative(Vector512.Create(float.Epsilon), larger);
        Vector512<float> quotient = Vector512.ConditionalSelect(Vector512.Equals(smaller, larger), Vector512<float>.One, smaller / larger);
        Vector512<float> angle = ReducedAtan(quotient);

        // From the x axis on the side of x, or from the y axis: 0 + angle, π − angle, π/2 − angle, π/2 + angle.
        Vector512<float> isLeft = (x.AsInt32() >> 31).AsSingle();
        Vector512<float> axisHigh = Vector512.ConditionalSelect(isSteep, Vector512.Create(SingleHalfPiHigh), isLeft & Vector512.Create(SinglePiHigh));
        Vector512<float> axisLow = Vector512.ConditionalSelect(isSteep, Vector512.Create(SingleHalfPiLow), isLeft & Vector512.Create(SinglePiLow));
        angle ^= (isSteep ^ isLeft) & Vector512.Create(-0f);
        return Vector512.CopySign(axisHigh + (angle + axisLow), y);
    }

    /// <remarks>atan t = t + t³·p(t²) for 0 ≤ t ≤ 1; p is the minimax polynomial of the relative error, 0.04 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReducedAtan(Vector512<float> t)
    {
        Vector512<float> s = t * t;
        Vector512<float> p = Vector512.Create(-0.00178790151f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.010888963f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.0311299637f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.0579093993f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.0840062574f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.109512158f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.142640561f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(0.19998531f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.333332986f));
        return Vector512.MultiplyAddEstimate(t * s, p, t);
    }
}
