// Vector512/VectorMath.Exp.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The exponential function in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp(Vector512{float})"/>
    public static float Exp(float x) => Exp(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="ExpM1(Vector512{float})"/>
    public static float ExpM1(float x) => ExpM1(Vector128.Create(x)).ToScalar();
}
