// Vector512/VectorMath.Cbrt.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The cube root in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Cbrt(Vector512{float})"/>
    public static float Cbrt(float x) => Cbrt(Vector128.Create(x)).ToScalar();
}
