// Vector512/VectorMath.Tanh.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Tanh(Vector128<double> x)
    {
        Vector128<double> size = Vector128.MinNative(Vector128.Create(TanhSaturation), Vector128.Abs(x));
        Vector128<double> isSmall = Vector128.LessThan(size, Vector128.Create(0.55));

        // A relative error of e²ˣ counts little above 0.55, so ln 2 needs no second part.
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(size, Vector128.Create(2 * Log2E), Vector128.Create(BiasedRounder));
        Vector128<double> r = Vector128.MultiplyAddEstimate(rounded - Vector128.Create(BiasedRounder), Vector128.Create(-Ln2), size + size), square = r * r;
        Vector128<double> exponential = Vector128.MultiplyAddEstimate(square, ExpTail(r, square), r) + Vector128<double>.One;
        Vector128<double> large = Vector128.MultiplyAddEstimate(exponential, PowerOfTwo(rounded), Vector128<double>.One);

        Vector128<double> z = size * size;
        Vector128<double> p = Vector128.Create(-0.00019931832455122474);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.0205019649637903));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.3333333333333333));
        Vector128<double> q = Vector128.Create(0.0002066839880813536);
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(0.023295551025477503));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(0.46150589489136995));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(1.0));
        Vector128<double> quotient = Vector128.ConditionalSelect(isSmall, size * z * p, Vector128.Create(-2.0)) / Vector128.ConditionalSelect(isSmall, q, large);
        return Vector128.CopySign(Vector128.ConditionalSelect(isSmall, size, Vector128<double>.One) + quotient, x);
    }
}
