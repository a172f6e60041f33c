// Vector512/VectorMath.Asin.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Arc sine and arc cosine in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Asin(Vector512{float})"/>
    public static float Asin(float x) => Asin(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Acos(Vector512{float})"/>
    public static float Acos(float x) => Acos(Vector128.Create(x)).ToScalar();
}
