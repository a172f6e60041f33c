using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The hyperbolic tangent, which the base library lacks on lanes.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The hyperbolic tangent: 1 − 2/(e²ˣ + 1), near 0 x + x³·P(x²)/Q(x²), with one division for both. Kernel: at most 1.7 ulp.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        Vector512<double> size = Vector512.MinNative(Vector512.Create(TanhSaturation), Vector512.Abs(x));
        Vector512<double> isSmall = Vector512.LessThan(size, Vector512.Create(0.55));

        // A relative error of e²ˣ counts little above 0.55, so ln 2 needs no second part.
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(size, Vector512.Create(2 * Log2E), Vector512.Create(BiasedRounder));
        Vector512<double> r = Vector512.MultiplyAddEstimate(rounded - Vector512.Create(BiasedRounder), Vector512.Create(-Ln2), size + size), square = r * r;
        Vector512<double> exponential = Vector512.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector512<double>.One;
        Vector512<double> large = Vector512.MultiplyAddEstimate(exponential, PowerOfTwo(rounded), Vector512<double>.One);

        Vector512<double> z = size * size;
        Vector512<double> p = Vector512.Create(-0.00019931832455122474);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.0205019649637903));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.3333333333333333));
        Vector512<double> q = Vector512.Create(0.0002066839880813536);
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(0.023295551025477503));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(0.46150589489136995));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(1.0));
        Vector512<double> quotient = Vector512.ConditionalSelect(isSmall, size * z * p, Vector512.Create(-2.0)) / Vector512.ConditionalSelect(isSmall, q, large);
        return Vector512.CopySign(Vector512.ConditionalSelect(isSmall, size, Vector512<double>.One) + quotient, x);
    }
}
