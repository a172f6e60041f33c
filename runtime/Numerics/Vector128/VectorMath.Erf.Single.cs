// Vector512/VectorMath.Erf.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The error function. In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Erf(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Erf(lower), Erf(upper));
    }
}
