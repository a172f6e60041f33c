// Vector512/VectorMath.Exp.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>eˣ. Kernel in double precision, rounded once: at most 2 ulp from <see cref="System.MathF.Exp"/>, of which it is the more accurate.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> Exp(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Exp(lower), Exp(upper));
    }
}
