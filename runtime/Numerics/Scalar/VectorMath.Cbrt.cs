// Vector512/VectorMath.Cbrt.cs for one value: made from it, and compared with it by the tests. Change that file.
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The cube root.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    public static double Cbrt(double x) => Cbrt(Vector128.Create(x)).ToScalar();
}
