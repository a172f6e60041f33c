using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Log(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Log(lower), Log(upper));
    }
}
