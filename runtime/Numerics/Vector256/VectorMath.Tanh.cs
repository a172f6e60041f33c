// Vector512/VectorMath.Tanh.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        Vector256<double> size = Vector256.MinNative(Vector256.Create(TanhSaturation), Vector256.Abs(x));
        Vector256<double> isSmall = Vector256.LessThan(size, Vector256.Create(0.55));

        // A relative error of e²ˣ counts little above 0.55, so ln 2 needs no second part.
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(size, Vector256.Create(2 * Log2E), Vector256.Create(BiasedRounder));
        Vector256<double> r = Vector256.MultiplyAddEstimate(rounded - Vector256.Create(BiasedRounder), Vector256.Create(-Ln2), size + size), square = r * r;
        Vector256<double> exponential = Vector256.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector256<double>.One;
        Vector256<double> large = Vector256.MultiplyAddEstimate(exponential, PowerOfTwo(rounded), Vector256<double>.One);

        Vector256<double> z = size * size;
        Vector256<double> p = Vector256.Create(-0.00019931832455122474);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.0205019649637903));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.3333333333333333));
        Vector256<double> q = Vector256.Create(0.0002066839880813536);
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(0.023295551025477503));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(0.46150589489136995));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(1.0));
        Vector256<double> quotient = Vector256.ConditionalSelect(isSmall, size * z * p, Vector256.Create(-2.0)) / Vector256.ConditionalSelect(isSmall, q, large);
        return Vector256.CopySign(Vector256.ConditionalSelect(isSmall, size, Vector256<double>.One) + quotient, x);
    }
}
