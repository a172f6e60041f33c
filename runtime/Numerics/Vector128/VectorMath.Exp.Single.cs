// Vector512/VectorMath.Exp.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>eˣ. Kernel in double precision, rounded once: at most 2 ulp from <see cref="System.MathF.Exp"/>, of which it is the more accurate.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Exp(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Exp(lower), Exp(upper));
    }
}
