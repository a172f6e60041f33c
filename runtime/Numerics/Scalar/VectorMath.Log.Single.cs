// Vector512/VectorMath.Log.Single.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm in single precision.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Log(Vector512{float})"/>
    public static float Log(float x) => Log(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="LogP1(Vector512{float})"/>
    public static float LogP1(float x) => LogP1(Vector128.Create(x)).ToScalar();
}
