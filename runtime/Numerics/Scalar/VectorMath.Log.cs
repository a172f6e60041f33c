// Vector512/VectorMath.Log.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Natural logarithms.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Log(Vector512{double})"/>
    public static double Log(double x) => Log(Vector128.Create(x)).ToScalar();

    /// <inheritdoc cref="LogP1(Vector512{double})"/>
    public static double LogP1(double x) => LogP1(Vector128.Create(x)).ToScalar();
}
