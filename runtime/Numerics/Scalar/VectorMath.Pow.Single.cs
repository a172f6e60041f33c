// Vector512/VectorMath.Pow.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Powers in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    public static float Pow(float x, float y) => Pow(Vector128.Create(x), Vector128.Create(y)).ToScalar();
}
