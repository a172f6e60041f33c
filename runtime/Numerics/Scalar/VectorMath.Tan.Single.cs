// Vector512/VectorMath.Tan.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The tangent in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tan(Vector512{float})"/>
    public static float Tan(float x) => Tan(Vector128.Create(x)).ToScalar();
}
