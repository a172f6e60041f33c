// Vector512/VectorMath.Log.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The natural logarithm.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Log(Vector512{double})"/>
    public static double Log(double x) => Log(Vector128.Create(x)).ToScalar();
}
