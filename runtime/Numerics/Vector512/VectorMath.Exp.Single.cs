using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>eˣ. Kernel in double precision, rounded once: at most 2 ulp from <see cref="System.MathF.Exp"/>, of which it is the more accurate.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Exp(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Exp(lower), Exp(upper));
    }
}
