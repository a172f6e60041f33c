// Vector512/VectorMath.SinCos.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> Sin(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Sin(lower), Sin(upper));
    }

    /// <summary>The cosine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> Cos(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Cos(lower), Cos(upper));
    }
}
