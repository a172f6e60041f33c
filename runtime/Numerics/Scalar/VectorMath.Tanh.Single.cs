// Vector512/VectorMath.Tanh.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The hyperbolic tangent in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static float Tanh(float x) => Tanh(Vector128.Create(x)).ToScalar();
}
