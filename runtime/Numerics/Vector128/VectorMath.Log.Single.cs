// Vector512/VectorMath.Log.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm. Kernel in double precision, rounded once: at most 1 ulp from the scalar function.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Log(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Log(lower), Log(upper));
    }
}
