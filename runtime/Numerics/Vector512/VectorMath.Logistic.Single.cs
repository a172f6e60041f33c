using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions, in single precision.</content>
public static partial class VectorMath
{
    /// <summary>1/(1 + e^(−x)). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Sigmoid(lower), Sigmoid(upper));
    }

    /// <summary>ln(1 + eˣ). In double precision, rounded once.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    public static Vector512<float> SoftPlus(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(SoftPlus(lower), SoftPlus(upper));
    }
}
