// Vector512/VectorMath.Logistic.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sigmoid(Vector512{double})"/>
    public static double Sigmoid(double x) => Sigmoid(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="SoftPlus(Vector512{double})"/>
    public static double SoftPlus(double x) => SoftPlus(Vector128.Create(x)).ToScalar();
}
