// Vector512/VectorMath.Logistic.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Logistic functions in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sigmoid(Vector512{float})"/>
    public static float Sigmoid(float x) => Sigmoid(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="SoftPlus(Vector512{float})"/>
    public static float SoftPlus(float x) => SoftPlus(Vector128.Create(x)).ToScalar();
}
