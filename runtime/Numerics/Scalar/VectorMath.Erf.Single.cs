// Vector512/VectorMath.Erf.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The error function in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Erf(Vector512{float})"/>
    public static float Erf(float x) => Erf(Vector128.Create(x)).ToScalar();
}
