// Vector512/VectorMath.Atan.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The arc tangent in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Atan(Vector512{float})"/>
    public static float Atan(float x) => Atan(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Atan2(Vector512{float}, Vector512{float})"/>
    public static float Atan2(float y, float x) => Atan2(Vector128.Create(y), Vector128.Create(x)).ToScalar();
}
