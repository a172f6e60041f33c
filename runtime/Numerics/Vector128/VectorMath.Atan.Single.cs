// Vector512/VectorMath.Atan.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Atan(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> isInverted = Vector128.GreaterThan(magnitude, Vector128<float>.One);
        Vector128<float> angle = ReducedAtan(Vector128.ConditionalSelect(isInverted, Vector128<float>.One / magnitude, magnitude));
        Vector128<float> complement = Vector128.Create(SingleHalfPiHigh) - (angle - Vector128.Create(SingleHalfPiLow));
        return Vector128.CopySign(Vector128.ConditionalSelect(isInverted, complement, angle), x);
    }

    /// <summary>The angle of the point (x, y), zeros and infinities of either sign too. Kernel: at most 1.6 ulp, measured on 2·10⁷ pairs.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Atan2(Vector128<float> y, Vector128<float> x)
    {
        Vector128<float> height = Vector128.Abs(y);
        Vector128<float> width = Vector128.Abs(x);
        Vector128<float> isSteep = Vector128.GreaterThan(height, width);
        Vector128<float> smaller = Vector128.ConditionalSelect(isSteep, width, height);
        Vector128<float> larger = Vector128.ConditionalSelect(isSteep, height, width);

        // 0/0 is 0 and ∞/∞ is 1 here.
        larger = Vector128.MaxNative(Vector128.Create(float.Epsilon), larger);
        Vector128<float> quotient = Vector128.ConditionalSelect(Vector128.Equals(smaller, larger), Vector128<float>.One, smaller / larger);
        Vector128<float> angle = ReducedAtan(quotient);

        // From the x axis on the side of x, or from the y axis: 0 + angle, π − angle, π/2 − angle, π/2 + angle.
        Vector128<float> isLeft = (x.AsInt32() >> 31).AsSingle();
        Vector128<float> axisHigh = Vector128.ConditionalSelect(isSteep, Vector128.Create(SingleHalfPiHigh), isLeft & Vector128.Create(SinglePiHigh));
        Vector128<float> axisLow = Vector128.ConditionalSelect(isSteep, Vector128.Create(SingleHalfPiLow), isLeft & Vector128.Create(SinglePiLow));
        angle ^= (isSteep ^ isLeft) & Vector128.Create(-0f);
        return Vector128.CopySign(axisHigh + (angle + axisLow), y);
    }

    /// <remarks>atan t = t + t³·p(t²) for 0 ≤ t ≤ 1; p is the minimax polynomial of the relative error, 0.04 · 2⁻²⁴.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReducedAtan(Vector128<float> t)
    {
        Vector128<float> s = t * t;
        Vector128<float> p = Vector128.Create(-0.00178790151f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.010888963f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.0311299637f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.0579093993f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.0840062574f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.109512158f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.142640561f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(0.19998531f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.333332986f));
        return Vector128.MultiplyAddEstimate(t * s, p, t);
    }
}
