using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The sine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Sin(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Sin(lower), Sin(upper));
    }

    /// <summary>The cosine. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Cos(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Cos(lower), Cos(upper));
    }
}
