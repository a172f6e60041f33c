// Vector512/VectorMath.Logistic.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>1/(1 + e^(−x)). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Sigmoid(lower), Sigmoid(upper));
    }

    /// <summary>ln(1 + eˣ). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector256<float> SoftPlus(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(SoftPlus(lower), SoftPlus(upper));
    }
}
