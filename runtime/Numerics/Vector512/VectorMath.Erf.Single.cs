using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The error function. In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Erf(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Erf(lower), Erf(upper));
    }
}
