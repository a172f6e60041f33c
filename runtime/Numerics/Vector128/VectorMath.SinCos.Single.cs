// Vector512/VectorMath.SinCos.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Sin(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Sin(lower), Sin(upper));
    }

    /// <summary>The cosine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Cos(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Cos(lower), Cos(upper));
    }
}
