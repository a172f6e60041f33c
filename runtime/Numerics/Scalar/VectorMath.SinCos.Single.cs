// Vector512/VectorMath.SinCos.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Sine and cosine in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Sin(Vector512{float})"/>
    public static float Sin(float x) => Sin(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="Cos(Vector512{float})"/>
    public static float Cos(float x) => Cos(Vector128.Create(x)).ToScalar();
}
