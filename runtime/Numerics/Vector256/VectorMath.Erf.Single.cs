// Vector512/VectorMath.Erf.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The error function. In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> Erf(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Erf(lower), Erf(upper));
    }
}
