// Vector512/VectorMath.Logistic.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>1/(1 + e^(−x)). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Sigmoid(lower), Sigmoid(upper));
    }

    /// <summary>ln(1 + eˣ). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector128<float> SoftPlus(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(SoftPlus(lower), SoftPlus(upper));
    }
}
