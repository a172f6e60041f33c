// Vector512/VectorMath.Tan.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The tangent.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Tan(Vector512{double})"/>
    public static double Tan(double x) => Tan(Vector128.Create(x)).ToScalar();
}
